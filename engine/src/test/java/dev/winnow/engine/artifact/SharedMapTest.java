package dev.winnow.engine.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedMapTest {
    private final Computations computations = new Computations();

    @TempDir
    private Path folder;

    private ArtifactStore store() {
        return new ArtifactStore(MapWriter.settings(folder));
    }

    private static TierReport file(ArtifactStore store) {
        return store.reports().get(1);
    }

    /** Asks for the numbers below this one: every value must be right, stored or computed. */
    private void readAll(ArtifactStore store, int numbers) {
        for (int number = 0; number < numbers; number++) {
            byte[] expected = MapWriter.payload(number);
            assertThat(store.get(Payloads.key(number), ArtifactType.BYTES, computations.of(expected)))
                    .as("number %d", number)
                    .isEqualTo(expected);
        }
    }

    @Test
    void after_a_kill_at_any_moment_every_value_is_right_or_absent() throws IOException {
        Random random = new Random(7);
        for (int kill = 0; kill < 4; kill++) {
            int first = kill * 300;
            int lines = 1 + random.nextInt(250);
            try (ChildJvm writer = ChildJvm.start(MapWriter.class, folder, first)) {
                writer.awaitLines(lines);
            }
            try (ArtifactStore store = store()) {
                readAll(store, first + 300);

                assertThat(file(store).problem()).isEmpty();
                assertThat(file(store).counts().errors()).isZero();
                assertThat(file(store).counts().hits()).isGreaterThanOrEqualTo(lines / 2);
            }
            assertThat(folder.resolve("users")).isEmptyDirectory();
        }
    }

    @Test
    void a_kill_beside_a_live_user_makes_no_value_wrong() throws IOException {
        try (ArtifactStore store = store()) {
            readAll(store, 10);
            for (int kill = 0; kill < 2; kill++) {
                try (ChildJvm writer = ChildJvm.start(MapWriter.class, folder, 10)) {
                    writer.awaitLines(50);
                }
                readAll(store, 100);
            }
            assertThat(folder.resolve("users")).isNotEmptyDirectory();
        }
        try (ArtifactStore store = store()) {
            readAll(store, 100);
            assertThat(file(store).counts().errors()).isZero();
        }
    }

    @Test
    void two_processes_share_what_they_keep() throws Exception {
        try (ArtifactStore store = store()) {
            store.get(Payloads.key(1), ArtifactType.BYTES, () -> MapWriter.payload(1));
            try (ChildJvm sharer = ChildJvm.start(MapSharer.class, folder)) {
                assertThat(sharer.await()).isZero();
            }

            assertThat(store.get(Payloads.key(2), ArtifactType.BYTES, Computations.none()))
                    .isEqualTo(MapWriter.payload(2));
        }
        try (StoredArtifacts stored = new StoredArtifacts(MapWriter.settings(folder))) {
            assertThat(stored.counts().get("file").hits()).isEqualTo(2);
        }
    }

    @Test
    void a_map_that_stays_locked_costs_computations_and_stops_nobody() throws IOException {
        try (ArtifactStore store = store()) {
            store.get(Payloads.key(1), ArtifactType.BYTES, computations.of(MapWriter.payload(1)));
            try (ChildJvm locker = ChildJvm.start(MapLocker.class, folder)) {
                locker.awaitLines(1);
                for (int i = 0; i < 100; i++) {
                    store.get(Payloads.key(1), ArtifactType.BYTES, computations.of(MapWriter.payload(1)));
                }
            }

            assertThat(computations.count()).isEqualTo(101);
            assertThat(file(store).counts().errors()).isPositive();
            assertThat(file(store).counts().bypassed()).isPositive();
        }
    }
}
