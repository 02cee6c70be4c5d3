package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.winnow.engine.artifact.ArtifactKey;
import dev.winnow.engine.artifact.ArtifactStore;
import dev.winnow.engine.artifact.ArtifactType;
import dev.winnow.engine.artifact.Codec;
import dev.winnow.engine.artifact.CodecChoice;
import dev.winnow.engine.artifact.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {
    private static final int VALUES = 20;

    @TempDir
    private Path caches;

    private CommandRun cache(String... args) {
        String[] words = new String[args.length + 1];
        words[0] = "cache";
        System.arraycopy(args, 0, words, 1, args.length);
        return CommandRun.with(Map.of("XDG_CACHE_HOME", caches.toString()), words);
    }

    private Path folder() {
        return caches.resolve("winnow").resolve("artifacts");
    }

    /** Keeps twenty columns of a thousand equal doubles in a file of at most 8 MiB. */
    private void fill() {
        StoreSettings settings = StoreSettings.DEFAULT
                .withFolder(folder())
                .withFileBytes(8 << 20)
                .withCodec(CodecChoice.of(Codec.NONE));
        try (ArtifactStore store = new ArtifactStore(settings)) {
            for (int i = 0; i < VALUES; i++) {
                double[][] columns = new double[1][1000];
                store.get(ArtifactKey.of("test", "1", Map.of("i", i), ""), ArtifactType.DOUBLES, () -> columns);
            }
        }
    }

    private static JsonNode json(CommandRun run) throws JsonProcessingException {
        assertThat(run.code()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void stats_of_an_empty_cache_are_zeros_and_make_no_folder() {
        assertThat(cache("stats")).isEqualTo(new CommandRun(0, """
                        tier  values  raw bytes  stored bytes  space bytes  compute seconds
                        ───────────────────────────────────────────────────────────────────
                        file       0          0             0            0             0.00
                        """, "folder  " + folder() + "\n"));
        assertThat(caches).isEmptyDirectory();
    }

    @Test
    void stats_tell_what_is_kept_and_what_it_did() throws IOException {
        fill();

        JsonNode stats = json(cache("stats", "--output", "json"));
        JsonNode contents = stats.get("contents").get(0);
        assertThat(contents.get("tier").asText()).isEqualTo("file");
        assertThat(contents.get("values").asLong()).isEqualTo(VALUES);
        assertThat(contents.get("rawBytes").asLong()).isEqualTo(VALUES * 8012L);
        assertThat(contents.get("storedBytes").asLong()).isEqualTo(VALUES * 8050L);
        assertThat(stats.get("counts").get(1).get("misses").asLong()).isEqualTo(VALUES);
        assertThat(cache("stats").out().lines()).hasSize(8);
    }

    @Test
    void gc_makes_the_file_small_enough() throws IOException {
        fill();

        JsonNode collected = json(cache("gc", "--max", "20G", "--output", "json"))
                .get("collected")
                .get(0);
        assertThat(collected.get("kept").asLong()).isEqualTo(VALUES);
        assertThat(collected.get("rebuilt").asBoolean()).isFalse();
    }

    @Test
    void gc_needs_a_size() {
        assertThat(cache("gc", "--max", "20Q"))
                .isEqualTo(new CommandRun(
                        2, "", "--max '20Q' is no size; give bytes, or a number with K, M, G or T: 20G\n"));
    }

    @Test
    void verify_names_how_many_values_it_dropped() throws IOException {
        fill();
        assertThat(cache("verify")).isEqualTo(new CommandRun(0, """
                        tier  sound  damaged and dropped
                        ────────────────────────────────
                        file     20                    0
                        """, ""));

        Path map = folder().resolve("artifacts-1.map");
        byte[] all = Files.readAllBytes(map);
        for (int i = 0; i < all.length; i++) {
            // the letter of a payload of doubles, the one column, its length
            if (all[i] == 'D' && all[i + 4] == 1 && all[i + 8] == (byte) 1000 && all[i + 9] == 1000 >> 8) {
                all[i + 100] ^= 1;
                break;
            }
        }
        Files.write(map, all);
        assertThat(cache("verify")).isEqualTo(new CommandRun(1, """
                        tier  sound  damaged and dropped
                        ────────────────────────────────
                        file     19                    1
                        """, ""));
        assertThat(cache("verify").code()).isZero();
    }

    @Test
    void clear_drops_everything() throws IOException {
        fill();

        assertThat(cache("clear")).isEqualTo(new CommandRun(0, "dropped\n───────\n     20\n", ""));
        JsonNode stats = json(cache("stats", "--output", "json"));
        assertThat(stats.get("contents").get(0).get("values").asLong()).isZero();
        assertThat(stats.get("counts")).isEmpty();
    }

    @Test
    void bench_tells_what_auto_takes() throws IOException {
        JsonNode bench = json(cache("bench", "--rounds", "1", "--output", "json"));

        assertThat(bench.get("codecs")).hasSize(12);
        JsonNode auto = bench.get("auto");
        assertThat(auto).extracting(row -> row.get("kind").asText()).containsExactly("signals", "columns", "noise");
        assertThat(auto.get(0).get("auto").asText()).isNotEqualTo("none");
        assertThat(auto.get(2).get("auto").asText()).isEqualTo("none");
    }

    @Test
    void a_redis_that_is_none_or_not_there_is_told_in_one_line() {
        assertThat(cache("stats", "--redis", "localhost"))
                .isEqualTo(new CommandRun(
                        2, "", "Redis URL 'localhost' is none; give redis://host:6379, or rediss:// for TLS\n"));
        CommandRun dead = cache("stats", "--redis", "redis://127.0.0.1:1");
        assertThat(dead.code()).isEqualTo(2);
        assertThat(dead.err()).startsWith("the redis tier cannot be used (").hasLineCount(1);
    }

    @Test
    void a_subcommand_has_to_be_said() {
        assertThat(cache())
                .isEqualTo(new CommandRun(2, "", "winnow cache: say which: stats, gc, clear, verify or bench\n"));
    }
}
