package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a JVM loads for a command that does not need it. */
class StartTest {
    private static final List<String> TIERS =
            List.of("net.openhft", "redis.clients", "io.github.resilience4j", "com.github.luben", "net.jpountz", "jnr");

    @TempDir
    private Path folder;

    /** The classes that a JVM of its own loads for a command. */
    private List<String> classes(String... args) throws IOException, InterruptedException {
        Path log = folder.resolve("classes");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--add-modules=jdk.incubator.vector",
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.winnow.cli.Main"));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor()).isZero();
        List<String> classes = Files.readAllLines(log).stream()
                .map(line -> line.replaceFirst("^(\\[[^]]*])+ ", ""))
                .toList();
        assertThat(classes).anyMatch(line -> line.startsWith("dev.winnow.cli.Main "));
        return classes;
    }

    private static void assertNone(List<String> classes, List<String> packages) {
        assertThat(classes).noneMatch(line -> packages.stream().anyMatch(line::startsWith));
    }

    @Test
    void help_loads_no_class_of_a_cache() throws Exception {
        List<String> classes = classes("--help");

        assertNone(classes, TIERS);
        assertNone(classes, List.of("com.github.benmanes.caffeine"));
    }

    @Test
    void a_sweep_loads_no_class_of_a_tier_and_none_of_a_report_that_it_does_not_use() throws Exception {
        List<String> classes = classes("sweep", "../configs/examples/sma-cross.yaml", "--out", folder.toString());

        assertNone(classes, TIERS);
        assertNone(classes, List.of("io.pebbletemplates", "org.jfree", "org.apache.batik", "dev.winnow.reports.html"));
    }

    @Test
    void a_sweep_loads_no_class_of_a_profiler() throws Exception {
        assertNone(
                classes("sweep", "../configs/examples/sma-cross.yaml", "--out", folder.toString()),
                List.of(
                        "one.profiler",
                        "dev.winnow.cli.profile",
                        "dev.winnow.reports.profile",
                        "dev.winnow.reports.flame"));
    }
}
