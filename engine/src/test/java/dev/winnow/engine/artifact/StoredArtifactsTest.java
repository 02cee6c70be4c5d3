package dev.winnow.engine.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredArtifactsTest {
    private static final int VALUES = 100;
    private static final int LENGTH = 100_000;

    private final SettableClock clock = new SettableClock();

    @TempDir
    private Path folder;

    private StoreSettings settings() {
        return StoreSettings.DEFAULT
                .withHeapBytes(0)
                .withClock(clock)
                .withCodec(CodecChoice.of(Codec.NONE))
                .withFolder(folder)
                .withFileBytes(64 << 20);
    }

    private static byte[] payload(int number) {
        return Payloads.noise(number, LENGTH);
    }

    /** Keeps a hundred values of 100 kB, one a second. */
    private void fill() {
        try (ArtifactStore store = new ArtifactStore(settings())) {
            for (int i = 0; i < VALUES; i++) {
                int number = i;
                clock.pass(Duration.ofSeconds(1));
                store.get(Payloads.key(number), ArtifactType.BYTES, () -> payload(number));
            }
        }
    }

    /** Which of the values are found. */
    private int[] present() {
        try (ArtifactStore store = new ArtifactStore(settings())) {
            return IntStream.range(0, VALUES)
                    .filter(number -> {
                        boolean[] computed = new boolean[1];
                        byte[] value = store.get(Payloads.key(number), ArtifactType.BYTES, () -> {
                            computed[0] = true;
                            return payload(number);
                        });
                        assertThat(value).isEqualTo(payload(number));
                        return !computed[0];
                    })
                    .toArray();
        }
    }

    @Test
    void contents_are_counted() {
        fill();
        try (StoredArtifacts stored = new StoredArtifacts(settings())) {
            TierContents contents = stored.contents().getFirst();

            assertThat(contents.values()).isEqualTo(VALUES);
            assertThat(contents.rawBytes()).isEqualTo((long) VALUES * LENGTH);
            assertThat(contents.storedBytes()).isEqualTo((long) VALUES * (LENGTH + StoredValue.HEADER_BYTES));
            assertThat(contents.spaceBytes()).isGreaterThan(contents.storedBytes());
            assertThat(contents.computeSeconds()).isPositive();
            assertThat(stored.counts().get("file").bytesWritten()).isEqualTo(contents.storedBytes());
        }
    }

    @Test
    void a_folder_without_a_file_holds_nothing_and_stays_as_it_is() {
        try (StoredArtifacts stored = new StoredArtifacts(settings())) {
            assertThat(stored.contents()).containsExactly(new TierContents("file", 0, 0, 0, 0, 0));
            assertThat(stored.verify()).isEmpty();
            assertThat(stored.clear()).isZero();
            assertThat(stored.counts()).isEmpty();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_collection_drops_what_was_used_longest_ago_until_the_file_is_small_enough() {
        fill();
        clock.pass(Duration.ofSeconds(1));
        try (ArtifactStore store = new ArtifactStore(settings())) {
            store.get(Payloads.key(3), ArtifactType.BYTES, Computations.none());
        }
        long bound = 5 << 20;
        try (StoredArtifacts stored = new StoredArtifacts(settings())) {
            Collected collected = stored.collect(bound);

            assertThat(collected.spaceBefore()).isGreaterThan(bound);
            assertThat(collected.spaceAfter()).isLessThanOrEqualTo(bound);
            assertThat(SharedMap.file(folder).toFile()).hasSize(collected.spaceAfter());
            assertThat(collected.rebuilt()).isTrue();
            assertThat(collected.kept() + collected.dropped()).isEqualTo(VALUES);
            assertThat(collected.kept()).isBetween(15L, 50L);

            int oldest = VALUES - (int) collected.kept() + 1;
            assertThat(present())
                    .containsExactly(IntStream.concat(IntStream.of(3), IntStream.range(oldest, VALUES))
                            .toArray());
        }
    }

    @Test
    void a_collection_below_the_bound_drops_nothing() {
        fill();
        try (StoredArtifacts stored = new StoredArtifacts(settings())) {
            Collected collected = stored.collect(1 << 30);

            assertThat(collected.dropped()).isZero();
            assertThat(collected.rebuilt()).isFalse();
        }
        assertThat(present()).hasSize(VALUES);
    }

    @Test
    void a_collection_drops_values_whose_life_is_over() {
        try (ArtifactStore store = new ArtifactStore(settings())) {
            store.get(Payloads.key(0), ArtifactType.BYTES, Duration.ofMinutes(1), () -> payload(0));
            store.get(Payloads.key(1), ArtifactType.BYTES, () -> payload(1));
        }
        clock.pass(Duration.ofMinutes(1));
        try (StoredArtifacts stored = new StoredArtifacts(settings())) {
            assertThat(stored.collect(1 << 30).dropped()).isEqualTo(1);
        }
        assertThat(present()).containsExactly(1);
    }

    @Test
    void beside_a_live_user_values_are_dropped_and_the_file_stays() throws Exception {
        fill();
        try (ArtifactStore user = new ArtifactStore(settings())) {
            user.get(Payloads.key(3), ArtifactType.BYTES, Computations.none());
            try (StoredArtifacts stored = new StoredArtifacts(settings())) {
                Collected collected = stored.collect(5 << 20);

                assertThat(collected.rebuilt()).isFalse();
                assertThat(collected.dropped()).isPositive();
                assertThat(collected.spaceAfter()).isEqualTo(collected.spaceBefore());
            }
            assertThat(user.get(Payloads.key(99), ArtifactType.BYTES, Computations.none()))
                    .isEqualTo(payload(99));
        }
    }

    @Test
    void a_check_drops_damaged_values_and_names_how_many() throws IOException {
        fill();
        Bytes.flip(SharedMap.file(folder), payload(10), 50);
        Bytes.flip(SharedMap.file(folder), payload(20), 90_000);
        try (StoredArtifacts stored = new StoredArtifacts(settings())) {
            assertThat(stored.verify()).containsExactly(new Verified("file", VALUES - 2, 2));
            assertThat(stored.verify()).containsExactly(new Verified("file", VALUES - 2, 0));
        }
        assertThat(present()).hasSize(VALUES - 2).doesNotContain(10, 20);
    }

    @Test
    void clearing_drops_everything() {
        fill();
        try (StoredArtifacts stored = new StoredArtifacts(settings())) {
            assertThat(stored.clear()).isEqualTo(VALUES);
            assertThat(stored.contents().getFirst().values()).isZero();
            assertThat(stored.counts()).isEmpty();
        }
        assertThat(present()).isEmpty();
        assertThat(present()).hasSize(VALUES);
    }
}
