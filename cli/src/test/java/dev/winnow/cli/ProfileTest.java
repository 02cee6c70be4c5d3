package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where sampling is forbidden, or there is no library for the platform, the profile says so and is made another way. */
@Timeout(120)
class ProfileTest {
    private static final String SPEC = "../configs/examples/sma-cross.yaml";

    @TempDir
    private Path folder;

    private JsonNode summary(String name) throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve(name).resolve("summary.json").toFile());
    }

    private CommandRun profile(String name, String... words) {
        String[] all = new String[words.length + 3];
        all[0] = "profile";
        all[1] = "--out";
        all[2] = folder.resolve(name).toString();
        System.arraycopy(words, 0, all, 3, words.length);
        return CommandRun.of(all);
    }

    private String[] sweep(String... more) {
        String[] words = {
            "--", "sweep", SPEC, "--out", folder.resolve("runs").toString(), "--force-new", "--output", "csv"
        };
        String[] all = new String[words.length + more.length];
        System.arraycopy(more, 0, all, 0, more.length);
        System.arraycopy(words, 0, all, more.length, words.length);
        return all;
    }

    @ParameterizedTest
    @CsvSource({"cpu,", "ctimer,", "wall,", "alloc,", "lock,", "cpu,--jfr", "wall,--jfr", "alloc,--jfr", "lock,--jfr"})
    void a_profiled_command_says_what_it_always_says_and_leaves_its_profile(String event, String jfr)
            throws IOException {
        String plain = CommandRun.of(
                        "sweep", SPEC, "--out", folder.resolve("runs").toString(), "--force-new", "--output", "csv")
                .out();

        CommandRun run =
                jfr == null ? profile("p", sweep("--event", event)) : profile("p", sweep("--event", event, jfr));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo(plain);
        assertThat(run.err()).contains("winnow sweep " + SPEC, "What the sampler could not see", "written " + folder);
        try (var files = Files.list(folder.resolve("p"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "flame.html",
                            "stacks.collapsed",
                            "profile.jfr",
                            "summary.txt",
                            "summary.md",
                            "summary.json");
        }
        JsonNode summary = summary("p");
        assertThat(summary.path("event").asText()).isEqualTo(event);
        assertThat(summary.path("sampler").asText()).startsWith(jfr == null ? "" : "flight recorder jdk.");
        assertThat(summary.path("wallSeconds").asDouble()).isPositive();
        assertThat(summary.path("allocatedBytes").asDouble()).isPositive();
        assertThat(summary.path("weight").asLong())
                .isGreaterThanOrEqualTo(summary.path("samples").asLong());
        assertThat(Files.readString(folder.resolve("p/stacks.collapsed")))
                .doesNotContain("ProfileCommand", "Profiling", "0x00");
    }

    @Test
    void a_sample_of_the_work_finds_the_stages_of_a_backtest() throws IOException {
        Path spec = Files.writeString(folder.resolve("long.yaml"), """
                data: { synthetic: { bars: 20000 } }
                parameters: { fast: { from: 5, to: 60, step: 1 }, slow: { from: 61, to: 160, step: 1 } }
                strategy:
                  enter-long: crosses_above(sma(close, fast), sma(close, slow))
                  exit-long: crosses_below(sma(close, fast), sma(close, slow))
                """);
        CommandRun run = profile(
                "p",
                "--interval",
                "1ms",
                "--",
                "sweep",
                spec.toString(),
                "--out",
                folder.resolve("runs").toString());

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode stages = summary("p").path("stages");
        assertThat(stages.path("signals").asDouble() + stages.path("simulate").asDouble())
                .as(run.err())
                .isGreaterThan(0.02);
        assertThat(stages.properties().stream()
                        .mapToDouble(stage -> stage.getValue().asDouble())
                        .sum())
                .isBetween(0.999, 1.001);
    }

    @Test
    void the_exit_code_is_that_of_the_command_and_its_mistake_is_told() {
        CommandRun run = profile("p", "--", "sweep", "nowhere.yaml");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("nowhere.yaml: no such file").contains("exit code 2");
    }

    @Test
    void sampling_may_end_before_the_command() {
        CommandRun run = profile("p", sweep("--seconds", "0.01"));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(folder.resolve("p/flame.html")).isNotEmptyFile();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            profile | profile: say what to run, such as: winnow profile -- sweep SPEC
            profile --event cpus -- sweep x | --event cpus: unknown event; did you mean 'cpu'?; there are cpu, ctimer, wall, alloc, lock
            profile --interval 5us -- sweep x | --interval 5us is out of range; event cpu takes 100us to 1s
            profile --interval 2s -- sweep x | --interval 2s is out of range; event cpu takes 100us to 1s
            profile --interval soon -- sweep x | --interval soon: not a time such as 4ms, which event cpu takes
            profile --event alloc --interval 4ms -- sweep x | --interval 4ms: not a size such as 512k, which event alloc takes
            profile --event alloc --interval 1 -- sweep x | --interval 1: not a size such as 512k, which event alloc takes
            profile --seconds -1 -- sweep x | --seconds -1.0 is below 0; give how long to sample
            profile -- profile -- sweep x | profile: a profile of a profile cannot be taken; name another command after --
            profile diff a b --fail-above 5 | --fail-above 5: not a share from 0 to 100 %, such as 5%
            """)
    void a_mistake_is_one_line(String words, String line) {
        assertThat(CommandRun.of(words.split(" "))).isEqualTo(new CommandRun(2, "", line + "\n"));
    }

    @Test
    void a_platform_without_the_sampler_is_told_and_profiled_by_the_jdk() throws Exception {
        CommandRun run = ChildProcess.start(
                        folder,
                        List.of("-Dos.arch=other"),
                        List.of("profile", "--out", folder + "/p", "--", "indicators"))
                .end();

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("async-profiler does not run on ", "cpu by flight recorder jdk.");
    }

    @Test
    void a_diff_lists_what_vanished_and_fails_where_a_frame_grew_for_sure() throws IOException {
        for (int i = 1; i <= 3; i++) {
            Files.createDirectories(folder.resolve("a/" + i));
            Files.createDirectories(folder.resolve("b/" + i));
            Files.writeString(
                    folder.resolve("a/" + i + "/stacks.collapsed"), "main;old " + (300 + i) + "\nmain;kept 700\n");
            Files.writeString(
                    folder.resolve("b/" + i + "/stacks.collapsed"), "main;kept " + (900 + i) + "\nmain;new 100\n");
        }
        String html = folder.resolve("d.html").toString();
        String a = folder.resolve("a").toString();
        String b = folder.resolve("b").toString();

        CommandRun both =
                CommandRun.of("profile", "diff", a, b, "--out", html, "--output", "csv", "--fail-above", "5%");
        assertThat(both.code()).isEqualTo(3);
        assertThat(both.out()).isEqualTo("""
                self %,was %,change,p,total %,total change,total p,state,frame
                0,30.14,-30.14,0,0,-30.14,0,gone,old
                90.02,69.86,20.16,0,90.02,20.16,0,,kept
                9.98,0,9.98,0,9.98,9.98,0,new,new
                0,0,0,1,100,0,1,,main
                """);
        assertThat(Path.of(html)).content().contains("\"old\"", "\"new\"", "\"difference\":true");
        assertThat(CommandRun.of("profile", "diff", a, b, "--out", html, "--fail-above", "25%")
                        .code())
                .isZero();
        CommandRun one = CommandRun.of("profile", "diff", a + "/1", b + "/1", "--out", html, "--fail-above", "5%");
        assertThat(one.code()).isEqualTo(4);
        assertThat(one.err()).startsWith("one profile a side: no change is told from chance");
        Path none = Files.createFile(folder.resolve("none.collapsed"));
        assertThat(CommandRun.of("profile", "diff", a, none.toString(), "--out", html))
                .isEqualTo(new CommandRun(
                        5, "", "profile diff: a side holds no sample, so there is nothing to compare\n"));
        assertThat(CommandRun.of("profile", "diff", a, folder + "/nowhere").err())
                .isEqualTo("profile '" + folder + "/nowhere': there is no stacks.collapsed; name a folder that "
                        + "'winnow profile' wrote, a folder of these, or a file of stacks\n");
    }

    @Test
    void the_commands_of_the_guide_run_as_they_stand_there() throws IOException {
        String runs = folder.resolve("runs").toString();
        List<String> lines = Files.readAllLines(Path.of("../docs/guide/profiling.md")).stream()
                .filter(line -> line.startsWith("bin/winnow profile"))
                .map(line -> line.replaceFirst("\\s*#.*", "").replaceFirst("bin/winnow ", ""))
                .toList();
        assertThat(lines).hasSizeGreaterThan(6);
        for (String line : lines) {
            String command = line.replace("mid.yaml", SPEC + " --out " + runs)
                    .replaceAll("(?<=[ ])(before|after)", folder + "/$1");
            boolean diff = command.startsWith("profile diff");
            String out = diff ? "profile diff --out " + folder + "/d.html" : "profile --out " + folder + "/p";
            if (!command.contains("--out " + folder + "/before") && !command.contains("--out " + folder + "/after")) {
                command = command.replaceFirst("profile( diff)?", out);
            }
            CommandRun run = CommandRun.of(command.split(" "));
            assertThat(run.code()).as(command + "\n" + run.err()).isIn(diff ? List.of(0, 4) : List.of(0));
        }
    }
}
