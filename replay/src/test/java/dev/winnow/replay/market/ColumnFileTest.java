package dev.winnow.replay.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnFileTest {
    @TempDir
    Path folder;

    private Path cache;

    @BeforeEach
    void write_a_source() throws IOException {
        cache = folder.resolve("deep/cache");
        BarsCsv.write(SyntheticBars.generate(SyntheticSpec.of(300, 1)), folder.resolve("a.csv"));
    }

    private LoadedBars load(boolean drop) {
        DataSpec spec = new DataSpec(List.of("a.csv"), null, null, null, null, Double.NaN, drop, null);
        return MarketData.load(spec, folder, cache, 100).get(0);
    }

    private List<Path> cached() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.toList();
        }
    }

    private LoadedBars parsed() {
        return MarketData.load(DataSpec.of("a.csv"), folder, cache).get(0);
    }

    @Test
    void a_large_file_is_converted_once_and_gives_the_same_bars() throws IOException {
        assertThat(load(false).summary().reading()).isEqualTo("parsed, column file written");
        LoadedBars again = load(false);
        assertThat(again.summary().reading()).isEqualTo("column file");
        assertThat(again.summary().digest()).isEqualTo(parsed().summary().digest());
        assertThat(again.bars().symbol()).isEqualTo("a");
        assertThat(cached()).hasSize(1);
    }

    @Test
    void a_small_file_is_not_converted() {
        assertThat(parsed().summary().reading()).isEqualTo("parsed");
        assertThat(cache).doesNotExist();
    }

    @Test
    void changed_sources_and_options_have_their_own_files() throws IOException {
        load(false);
        assertThat(load(true).summary().reading()).isEqualTo("parsed, column file written");
        Files.writeString(
                folder.resolve("a.csv"), Files.readString(folder.resolve("a.csv")) + "2040-01-01,1,1,1,1,1\n");
        LoadedBars changed = load(false);
        assertThat(changed.summary().reading()).isEqualTo("parsed, column file written");
        assertThat(changed.bars().size()).isEqualTo(301);
        assertThat(cached()).hasSize(3);
    }

    @Test
    void counts_of_dropped_rows_survive() throws IOException {
        Files.writeString(folder.resolve("a.csv"), Files.readString(folder.resolve("a.csv")) + "x,1,1,1,1,1\n");
        load(true);
        LoadedBars again = load(true);
        assertThat(again.summary().reading()).isEqualTo("column file");
        assertThat(again.summary().droppedRows()).isEqualTo(1);
    }

    @Test
    void a_damaged_column_file_is_written_anew_and_never_believed() throws IOException {
        load(false);
        Path file = cached().get(0);
        byte[] whole = Files.readAllBytes(file);
        String digest = parsed().summary().digest();
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 150; round++) {
            byte[] damaged = whole.clone();
            // the zero padding of the header carries nothing, so damage there is none
            int at = round < 80 ? round : random.nextInt(128, whole.length);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            String what = "seed " + seed + ", byte " + at;
            LoadedBars loaded = load(false);
            assertThat(loaded.summary().reading()).as(what).isEqualTo("parsed, column file written");
            assertThat(loaded.summary().digest()).as(what).isEqualTo(digest);
            assertThat(Files.readAllBytes(file)).as(what).isEqualTo(whole);
        }
    }

    @Test
    void a_cut_empty_or_foreign_file_is_written_anew() throws IOException {
        load(false);
        Path file = cached().get(0);
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 1, 127, 128, 128 + 48, whole.length - 48, whole.length - 1}) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertThat(load(false).summary().reading()).isEqualTo("parsed, column file written");
        }
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length + 48));
        assertThat(load(false).summary().reading()).isEqualTo("parsed, column file written");
        Files.writeString(
                file, "not a column file at all, but long enough to hold a whole header of 128 bytes".repeat(8));
        assertThat(load(false).summary().reading()).isEqualTo("parsed, column file written");
    }

    @Test
    void a_cache_that_cannot_be_written_is_said_and_costs_nothing_else() throws IOException {
        Files.createDirectories(cache.getParent());
        Files.writeString(cache, "a file where the folder should be");
        LoadedBars loaded = load(false);
        assertThat(loaded.summary().reading()).startsWith("parsed, column file not written: ");
        assertThat(loaded.summary().digest()).isEqualTo(parsed().summary().digest());
    }

    @Test
    void bars_without_time_and_columns_longer_than_a_chunk_survive() throws IOException {
        int n = 140_001;
        StringBuilder text = new StringBuilder("close\n");
        for (int t = 0; t < n; t++) {
            text.append(t + 1).append('\n');
        }
        Files.writeString(folder.resolve("a.csv"), text);
        load(false);
        LoadedBars again = load(false);
        assertThat(again.summary().reading()).isEqualTo("column file");
        assertThat(again.bars().timed()).isFalse();
        assertThat(again.summary().digest()).isEqualTo(parsed().summary().digest());
    }
}
