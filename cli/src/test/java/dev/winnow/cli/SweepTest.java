package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SweepTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    static List<Path> examples() {
        return Examples.backtests();
    }

    private CommandRun sweep(Path spec, String... more) {
        List<String> arguments = new ArrayList<>(List.of("sweep", spec.toString()));
        arguments.addAll(Arrays.asList(more));
        if (arguments.stream().noneMatch(word -> word.startsWith("--out="))) {
            arguments.add("--out=" + folder);
        }
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    private static JsonNode json(CommandRun run) {
        try {
            return JSON.readTree(run.out());
        } catch (IOException e) {
            throw new UncheckedIOException(run.toString(), e);
        }
    }

    /** A spec over the five bars of the semantics' worked case. */
    private Path worked(String parameters, String strategy, String execution) throws IOException {
        Path spec = folder.resolve("worked.yaml");
        Files.writeString(
                spec,
                "data: { path: " + Path.of("../testdata/worked-case.csv").toAbsolutePath() + " }\n" + "parameters: "
                        + parameters + "\nstrategy: " + strategy + "\nexecution: " + execution + "\n");
        return spec;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_row_of_a_sweep_is_the_run_of_its_point_to_the_last_digit(Path example) {
        CommandRun swept = sweep(example, "--output", "json", "--top", "all");
        assertThat(swept.code()).as(swept.err()).isZero();
        JsonNode top = json(swept).get("top");
        int rows = top.size();
        assertThat(rows).isEqualTo(json(swept).get("points").intValue());
        for (int row : new int[] {0, 1, rows / 3, rows / 2, rows - 1}) {
            List<String> arguments = new ArrayList<>(List.of("run", example.toString(), "--output", "json"));
            top.get(row).get("parameters").properties().forEach(parameter -> {
                arguments.add("--set");
                arguments.add(parameter.getKey() + "=" + parameter.getValue().asText());
            });
            CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
            assertThat(run.code()).as(run.err()).isZero();
            JsonNode whole = json(run).get("metrics");
            top.get(row).get("metrics").properties().forEach(metric -> assertThat(whole.get(metric.getKey()))
                    .as("%s %s", arguments, metric.getKey())
                    .isEqualTo(metric.getValue()));
        }
    }

    @Test
    void threads_and_batches_never_show_in_a_result() throws IOException {
        Path example = Path.of("../configs/examples/donchian-breakout.yaml");
        List<byte[]> results = new ArrayList<>();
        List<String> tables = new ArrayList<>();
        for (String[] knobs : new String[][] {{"1", "1000"}, {"2", "7"}, {"4", "1"}, {"auto", "auto"}}) {
            Path runsOfKnobs = folder.resolve(knobs[0]);
            CommandRun run = sweep(
                    example,
                    "--out=" + runsOfKnobs,
                    "--threads",
                    knobs[0],
                    "--batch",
                    knobs[1],
                    "--output",
                    "csv",
                    "--top",
                    "all");
            tables.add(run.out());
            try (Stream<Path> runs = Files.list(runsOfKnobs)) {
                results.add(Files.readAllBytes(runs.findFirst().orElseThrow().resolve("results.bin")));
            }
        }
        assertThat(tables).allMatch(tables.getFirst()::equals);
        assertThat(results).allMatch(bytes -> Arrays.equals(bytes, results.getFirst()));
    }

    @Test
    void the_worked_case_of_the_semantics_through_the_command_line() throws IOException {
        Path spec = worked(
                "{ entry: [10] }",
                "{ enter-long: high == entry + 1 and close == 10, exit-long: low == 11 }",
                "{ cash: 1000, fee: 10 bps }");
        CommandRun run = CommandRun.of("run", spec.toString(), "--output", "json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode metrics = json(run).get("metrics");
        assertThat(metrics.get("total_return").doubleValue())
                .isCloseTo(0.0978021978, org.assertj.core.api.Assertions.within(1e-10));
        assertThat(metrics.get("trades").intValue()).isEqualTo(1);
        assertThat(metrics.get("exposure").doubleValue()).isEqualTo(0.4);
    }

    @Test
    void a_failing_point_is_told_with_its_cause_and_the_others_go_on() throws IOException {
        Path spec = worked("{ w: [2, 2.5] }", "{ enter-long: 'close > sma(close, w)' }", "{ cash: 1000 }");
        CommandRun run = sweep(spec, "--output", "json");
        assertThat(run.code()).isEqualTo(1);
        assertThat(json(run).get("failed").intValue()).isEqualTo(1);
        assertThat(json(run).get("evaluated").intValue()).isEqualTo(2);
        assertThat(run.err())
                .contains("1 of 2 points failed")
                .contains("w=2.5: ")
                .contains("whole number of bars");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).contains("failures.jsonl", "run.json");
        }
    }

    @Test
    void numbers_read_the_same_in_every_locale() {
        Path example = Path.of("../configs/examples/momentum-volatility.yaml");
        Locale before = Locale.getDefault();
        List<String> csv = new ArrayList<>();
        List<String> tables = new ArrayList<>();
        try {
            for (String tag : new String[] {"en-US", "de-DE", "ar-EG"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                csv.add(sweep(example, "--output", "csv", "--force-new").out());
                tables.add(sweep(example, "--force-new")
                        .out()
                        .replaceAll("points in .*", "")
                        .replaceAll("run  .*", ""));
            }
        } finally {
            Locale.setDefault(before);
        }
        assertThat(csv).allMatch(csv.getFirst()::equals);
        assertThat(tables).allMatch(tables.getFirst()::equals);
    }

    @Test
    void a_dry_run_says_what_would_run_and_keeps_nothing() {
        CommandRun run = sweep(Path.of("../configs/examples/sma-cross.yaml"), "--dry-run");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("sp500-1d: 6,055 of 6,496 grid points, in batches of at most ")
                .contains("5,105 bars, 252 periods a year")
                .contains("artifacts: 173 distinct")
                .containsPattern("time: about [0-9.]+ s, by [0-9,]+ points timed in ")
                .containsPattern("memory: about [0-9.]+ MiB at its peak: inputs ")
                .containsPattern("oracle: 8 points compared, largest difference [0-9.]+e-1[0-9]")
                .contains("sma(close, fast)");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_sweep_that_does_not_fit_the_heap_says_so_and_what_would_fit() throws Exception {
        Path spec = Files.writeString(folder.resolve("long.yaml"), """
                data: { synthetic: { bars: 400000, seed: 1, spacing: 1m } }
                parameters: { fast: [5, 10, 20], slow: [50, 100, 150, 200] }
                strategy: { enter-long: "sma(close, fast) > sma(close, slow)" }
                """);
        List<String> words = List.of("sweep", spec.toString(), "--threads", "1", "--out", folder + "/runs");
        CommandRun none = ChildProcess.start(folder, List.of("-Xmx24m"), words).end();
        assertThat(none.code()).as(none.err()).isEqualTo(1);
        assertThat(none.err()).contains("winnow: out of memory (Java heap space); the heap has ");
        CommandRun small =
                ChildProcess.start(folder, List.of("-Xmx128m"), words).end();
        assertThat(small.code()).as(small.err()).isEqualTo(2);
        assertThat(small.err()).contains("is too small: the sweep takes about ");
        Matcher enough = Pattern.compile("; WINNOW_OPTS=(-Xmx[0-9]+[KM]) would make it fit\n$")
                .matcher(small.err());
        assertThat(enough.find()).as(small.err()).isTrue();
        CommandRun fits = ChildProcess.start(
                        folder, List.of("-XX:TieredStopAtLevel=1", "-XX:MaxNewSize=16m", enough.group(1)), words)
                .end();
        assertThat(fits.code()).as(fits.err()).isZero();
    }

    @Test
    void a_sweep_that_does_not_fit_its_memory_says_so_and_what_would_fit() {
        Path example = Path.of("../configs/examples/sma-cross.yaml");
        CommandRun small = sweep(example, "--memory", "2M");
        assertThat(small.code()).isEqualTo(2);
        assertThat(small.err())
                .startsWith("--memory 2M: the sweep takes about ")
                .containsPattern("; --memory [0-9]+K would make it fit\n$");
        String enough = small.err().replaceAll("(?s).*; --memory ([0-9]+K) would.*", "$1");
        assertThat(sweep(example, "--memory", enough).code()).isZero();
        assertThat(sweep(example, "--memory", "2M", "--dry-run").code()).isEqualTo(2);
        CommandRun huge = sweep(example, "--memory", "100T");
        assertThat(huge.code()).isEqualTo(2);
        assertThat(huge.err()).startsWith("--memory 100T: the heap has only ").contains("WINNOW_OPTS=-Xmx100T");
        assertThat(sweep(example, "--memory", "lots").err())
                .isEqualTo("--memory lots: memory: 'lots' is not a size in bytes, like 512M or 4G, or auto\n");
    }

    @Test
    void a_list_of_too_many_points_is_what_has_to_shrink() throws IOException {
        Path spec = worked(
                "{ a: { from: 1, to: 1000, step: 1 }, b: { from: 1, to: 1000, step: 1 }, c: { from: 1, to: 1000, step: 1 } }",
                "{ enter-long: close > a and close > b and close > c }",
                "{ cash: 1000 }");
        CommandRun run = sweep(spec, "--memory", "512M", "--top", "all");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("listed points 111.8 GiB").contains("; --top 10 would make it fit");
    }

    @Test
    void a_run_with_too_many_failures_stops_and_can_go_on() throws IOException {
        Path spec = worked(
                "{ w: { from: 1, to: 100, step: 0.5 } }", "{ enter-long: 'close > sma(close, w)' }", "{ cash: 1000 }");
        CommandRun stopped = sweep(spec, "--max-failures", "10", "--batch", "8", "--threads", "1");
        assertThat(stopped.code()).isEqualTo(1);
        assertThat(stopped.out()).isEmpty();
        assertThat(stopped.err())
                .contains("w=1.5: ")
                .endsWith("stopped: more than 10 points failed; mend the spec, or let more fail by --max-failures\n");
        CommandRun gone = sweep(spec, "--max-failures", "50 %", "--resume", "--output", "json");
        assertThat(gone.code()).isEqualTo(1);
        assertThat(json(gone).get("evaluated").intValue()).isEqualTo(199);
        assertThat(json(gone).get("failed").intValue()).isEqualTo(99);
        assertThat(sweep(spec, "--max-failures", "half").err())
                .isEqualTo("--max-failures half: max-failures: 'half' is not a number of points,"
                        + " a share from 0 % to 100 %, or any\n");
    }

    @Test
    void the_record_of_a_run_says_what_was_predicted_of_it() throws IOException {
        assertThat(sweep(Path.of("../configs/examples/sma-cross.yaml"), "--batch", "16")
                        .code())
                .isZero();
        try (Stream<Path> files = Files.walk(folder)) {
            Path manifest =
                    files.filter(file -> file.endsWith("run.json")).findFirst().orElseThrow();
            JsonNode predicted = JSON.readTree(manifest.toFile()).at("/symbols/0/predicted");
            assertThat(predicted.get("afterPoints").longValue()).isBetween(1_500L, 6_055L);
            assertThat(predicted.get("wallSeconds").doubleValue()).isPositive();
            assertThat(predicted.get("wallError").doubleValue()).isGreaterThan(-1);
        }
    }

    @Test
    void every_problem_of_a_spec_is_told_at_its_place() throws IOException {
        Path spec = folder.resolve("bad.yaml");
        Files.writeString(spec, """
                data: { path: nowhere.csv }
                parameters: { fast: [5, 10] }
                strategy: { enter-long: "crosses_abov(close, sma(close, fats))" }
                objective: { maximize: sharp }
                """);
        CommandRun run = sweep(spec);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("bad.yaml:4:").contains("did you mean 'sharpe'?");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void problems_of_the_data_have_their_place_beside_those_of_expressions() throws IOException {
        Path spec = folder.resolve("bad.yaml");
        Files.writeString(spec, """
                data: { path: bars.csv, from: someday }
                strategy: { enter-long: clos > 1 }
                """);
        CommandRun run = sweep(spec);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines().map(line -> line.replace(folder + "/", "")))
                .containsExactly(
                        "bad.yaml:1:31: data.from: 'someday' is not a moment; write 2020-01-31, 2020-01-31T14:30:00 or a year",
                        "bad.yaml:2:25: enter-long: unknown name 'clos'; did you mean 'close'?");
    }
}
