package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps that look for prepared values where an earlier sweep left them. */
class KeptValuesTest {
    private static final String EXAMPLE = "../configs/examples/sma-cross.yaml";

    @TempDir
    private Path folder;

    private CommandRun sweep(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "sweep",
                EXAMPLE,
                "--output",
                "csv",
                "--top",
                "all",
                "--force-new",
                "--out",
                folder.resolve("runs") + ""));
        words.addAll(List.of("--set", "parameters.slow={from: 20, to: 60, step: 5}"));
        words.addAll(List.of(more));
        return CommandRun.with(
                Map.of("XDG_CACHE_HOME", folder.resolve("caches").toString()), words.toArray(String[]::new));
    }

    @Test
    void a_repeated_sweep_finds_every_value_and_gives_the_same_bits_as_one_that_keeps_none() throws IOException {
        String plain = sweep("--no-cache").out();
        assertThat(folder.resolve("caches/winnow/artifacts")).doesNotExist();

        CommandRun first = sweep("--cache");
        CommandRun second = sweep("--cache");

        assertThat(first.code()).isZero();
        assertThat(first.out()).isEqualTo(plain);
        assertThat(first.err()).contains("cache: 0 of 65 prepared values found (0.0 %)");
        assertThat(second.out()).isEqualTo(plain);
        assertThat(second.err()).contains("cache: 65 of 65 prepared values found (100.0 %)");

        try (Stream<Path> files = Files.walk(folder.resolve("caches"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                for (int at = bytes.length / 3; at < bytes.length; at += 4096) {
                    bytes[at] ^= 0x55;
                }
                Files.write(file, bytes);
            }
        }
        CommandRun damaged = sweep("--cache");
        assertThat(damaged.code()).isZero();
        assertThat(damaged.out()).isEqualTo(plain);
    }

    @Test
    void a_server_that_is_not_there_costs_nothing_but_the_computation() {
        CommandRun run = sweep("--cache", "redis://127.0.0.1:1");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo(sweep("--no-cache").out());
        assertThat(run.err()).contains("cache: 0 of 65 prepared values found").contains("redis: ");
    }

    @Test
    void a_cache_that_there_is_not_is_told_in_one_line() {
        CommandRun run = sweep("--cache", "floppy");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("run.cache: 'floppy' is no cache; give none, file, or redis://host:6379\n");
    }
}
