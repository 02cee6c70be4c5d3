package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds and runs the workload of docs/guide/own-workload.md exactly as it stands there. */
class OwnWorkloadGuideTest {
    private static final String SERVICE = "META-INF/services/dev.winnow.engine.workload.WorkloadProvider";

    @TempDir
    private static Path folder;

    private static Path jar;
    private static Path spec;

    @BeforeAll
    static void build() throws IOException {
        String guide = Files.readString(Path.of("../docs/guide/own-workload.md"));
        Path source = Files.writeString(folder.resolve("OrbitProvider.java"), block(guide, "java"));
        Path classes = Files.createDirectory(folder.resolve("classes"));
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        OutputStream.nullOutputStream(),
                        null,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        source.toString());
        assertThat(failed).isZero();
        jar = folder.resolve("orbit.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                add(out, classes.relativize(file).toString(), Files.readAllBytes(file));
            }
            add(out, SERVICE, block(guide, "text").getBytes(StandardCharsets.UTF_8));
        }
        spec = Files.writeString(folder.resolve("orbit.yaml"), block(guide, "yaml"));
    }

    private static void add(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(bytes);
        out.closeEntry();
    }

    /** The guide's first block of this language. */
    private static String block(String guide, String language) {
        String fence = "\n```" + language + "\n";
        int from = guide.indexOf(fence) + fence.length();
        return guide.substring(from, guide.indexOf("\n```", from) + 1);
    }

    private static CommandRun sweep(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "sweep", spec.toString(), "--out", folder.resolve("runs").toString()));
        arguments.addAll(Arrays.asList(more));
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    private static CommandRun plugged(String... more) {
        return sweep(Stream.concat(Stream.of("--plugins", jar.toString()), Arrays.stream(more))
                .toArray(String[]::new));
    }

    private static double[] figures(double r, double level, int steps) {
        double x = 0.5;
        boolean before = false;
        int above = 0;
        int crossings = 0;
        for (int i = 0; i < steps; i++) {
            x = r * x * (1 - x);
            above += x > level ? 1 : 0;
            crossings += i > 0 && before != x > level ? 1 : 0;
            before = x > level;
        }
        return new double[] {(double) above / steps, crossings};
    }

    @Test
    void the_guides_workload_runs_every_point_of_its_spec_and_ranks_them() throws IOException {
        CommandRun run = plugged("--output", "json", "--top", "all");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode report = new ObjectMapper().readTree(run.out());
        assertThat(report.get("points").intValue()).isEqualTo(51 * 8);
        double best = Double.POSITIVE_INFINITY;
        for (JsonNode row : report.get("top")) {
            double r = row.at("/parameters/r").doubleValue();
            double level = row.at("/parameters/level").doubleValue();
            double[] plain = figures(r, level, 20_000);
            assertThat(row.at("/metrics/above").doubleValue()).isEqualTo(plain[0]);
            assertThat(row.at("/metrics/crossings").doubleValue()).isEqualTo(plain[1]);
            if (plain[1] > 100) {
                assertThat(plain[0]).isLessThanOrEqualTo(best);
                best = plain[0];
            }
        }
        assertThat(plugged("--output", "json", "--top", "all").err()).contains("complete already");
    }

    @Test
    void threads_and_batches_do_not_show() {
        String plain = table("1", "auto");
        for (String[] knobs : new String[][] {{"4", "auto"}, {"auto", "7"}, {"2", "1000"}}) {
            assertThat(table(knobs[0], knobs[1])).isEqualTo(plain);
        }
    }

    private static String table(String threads, String batch) {
        CommandRun run =
                plugged("--force-new", "--output", "csv", "--top", "all", "--threads", threads, "--batch", batch);
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
    }

    @Test
    void a_dry_run_times_points_and_compares_them_with_the_oracle() {
        CommandRun run = plugged("--dry-run");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("orbit: 408 of 459 grid points")
                .contains("kernel: plain loop")
                .contains("points timed in")
                .contains("oracle: 8 points compared, largest difference 0.0e+00");
    }

    @Test
    void a_point_outside_the_workloads_range_fails_with_its_cause() {
        CommandRun run = plugged("--set", "r=5", "--set", "level=0.5");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("r=5 level=0.5: r 5.0 leaves the interval from 0 to 1");
    }

    @Test
    void mistakes_are_told_in_one_line() {
        assertOneLine(
                sweep(), spec + ":1:11: no workload 'orbit'; known: backtest; name the JAR that has it by --plugins");
        assertOneLine(
                sweep("--plugins", "nowhere.jar"),
                "--plugins nowhere.jar: no such file; give the path of a JAR with a workload");
        assertOneLine(plugged("--set", "orbit.steps=0"), "orbit.steps: '0.0' is not a number from 1.0 to 1.0E9");
        assertOneLine(
                plugged("--set", "objective.maximize=abov"),
                "--set objective.maximize=abov: unknown metric 'abov'; did you mean 'above'?");
        assertOneLine(
                plugged("--set", "workload=other"),
                "--set workload=other: workload: the spec's own file says which; leave it out here");
        assertOneLine(
                CommandRun.of("run", spec.toString(), "--set", "r=4", "--set", "level=0.5"),
                spec + ":1:11: workload 'orbit' is no backtest, which this command is for; 'winnow sweep' runs it");
    }

    private static void assertOneLine(CommandRun run, String line) {
        assertThat(run).isEqualTo(new CommandRun(2, "", line + "\n"));
    }
}
