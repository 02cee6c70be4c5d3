package dev.winnow.engine.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTierTest {
    private static final int MIB = 1 << 20;

    private final StoreSettings settings =
            StoreSettings.DEFAULT.withHeapBytes(0).withCodec(CodecChoice.of(Codec.NONE));

    private final Computations computations = new Computations();

    @TempDir
    private Path folder;

    private ArtifactStore store(long fileBytes) {
        return new ArtifactStore(settings.withFolder(folder).withFileBytes(fileBytes));
    }

    private static TierCounts counts(ArtifactStore store) {
        return store.reports().get(1).counts();
    }

    @Test
    void values_of_every_size_come_back_after_the_map_was_closed() {
        int[] lengths = {0, 1, 100, 65_535, 65_536, 65_537, 131_072, 1_000_003};
        try (ArtifactStore store = store(16 * MIB)) {
            for (int length : lengths) {
                store.get(Payloads.key(length), ArtifactType.BYTES, () -> Payloads.noise(length, length));
            }
        }
        try (ArtifactStore store = store(16 * MIB)) {
            for (int length : lengths) {
                assertThat(store.get(Payloads.key(length), ArtifactType.BYTES, Computations.none()))
                        .isEqualTo(Payloads.noise(length, length));
            }
        }
    }

    @Test
    void a_full_map_is_bypassed_and_counted_and_can_still_be_read() {
        int values = 200;
        try (ArtifactStore store = store(MIB)) {
            for (int pass = 0; pass < 2; pass++) {
                for (int i = 0; i < values; i++) {
                    byte[] payload = Payloads.noise(i, 50_000);
                    assertThat(store.get(Payloads.key(i), ArtifactType.BYTES, computations.of(payload)))
                            .isEqualTo(payload);
                }
            }

            assertThat(counts(store).bypassed()).isPositive();
            assertThat(counts(store).hits()).isPositive();
            assertThat(counts(store).errors()).isZero();
            assertThat(counts(store).hits() + computations.count()).isEqualTo(2L * values);
            assertThat(store.reports().get(1).open()).isFalse();
        }
    }

    @Test
    void a_flipped_byte_on_disk_costs_one_computation() throws IOException {
        byte[] payload = Payloads.noise(1, 200_000);
        try (ArtifactStore store = store(16 * MIB)) {
            store.get(Payloads.key(1), ArtifactType.BYTES, computations.of(payload));
        }
        Bytes.flip(SharedMap.file(folder), payload, 150_000);
        try (ArtifactStore store = store(16 * MIB)) {
            assertThat(store.get(Payloads.key(1), ArtifactType.BYTES, computations.of(payload)))
                    .isEqualTo(payload);
            assertThat(counts(store).damaged()).isEqualTo(1);
            assertThat(computations.count()).isEqualTo(2);

            assertThat(store.get(Payloads.key(1), ArtifactType.BYTES, Computations.none()))
                    .isEqualTo(payload);
        }
    }

    @Test
    void a_file_that_is_no_map_is_thrown_away() throws IOException {
        Files.write(SharedMap.file(folder), Payloads.noise(5, 10_000));
        try (ArtifactStore store = store(16 * MIB)) {
            store.get(Payloads.key(1), ArtifactType.BYTES, computations.of(new byte[10]));

            assertThat(store.get(Payloads.key(1), ArtifactType.BYTES, Computations.none()))
                    .isEqualTo(new byte[10]);
        }
    }

    @Test
    void a_folder_that_cannot_be_written_costs_only_computations() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[1]);
        try (ArtifactStore store = new ArtifactStore(
                settings.withFolder(file.resolve("below")).withBreaker(new BreakerRule(4, 3, Duration.ofMinutes(1))))) {
            for (int i = 0; i < 10; i++) {
                store.get(Payloads.key(i), ArtifactType.BYTES, computations.of(new byte[10]));
            }

            assertThat(computations.count()).isEqualTo(10);
            assertThat(counts(store).errors()).isEqualTo(3);
            assertThat(counts(store).bypassed()).isEqualTo(17);
            assertThat(store.reports().get(1).problem()).isNotEmpty();
            assertThat(store.reports().get(1).open()).isTrue();
        }
    }

    @Test
    void two_stores_of_one_process_share_a_map() {
        try (ArtifactStore one = store(16 * MIB);
                ArtifactStore two = store(16 * MIB)) {
            one.get(Payloads.key(1), ArtifactType.BYTES, computations.of(new byte[10]));
            two.get(Payloads.key(1), ArtifactType.BYTES, Computations.none());
            two.get(Payloads.key(2), ArtifactType.BYTES, computations.of(new byte[20]));

            assertThat(one.get(Payloads.key(2), ArtifactType.BYTES, Computations.none()))
                    .hasSize(20);
        }
    }
}
