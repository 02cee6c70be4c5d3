package dev.winnow.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.offset;

import dev.winnow.engine.UserError;
import dev.winnow.engine.space.Axis;
import dev.winnow.replay.portfolio.Execution;
import dev.winnow.replay.recording.SignalRule;
import dev.winnow.replay.recording.SignalSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecReaderTest {
    private static final String LEAST = """
            data: { path: bars.csv }
            strategy: { enter-long: close > open }
            """;

    @TempDir
    private Path folder;

    private SweepSpec read(String text, Overrides overrides) {
        try {
            return SpecReader.read(Files.writeString(folder.resolve("spec.yaml"), text), overrides);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SweepSpec read(String text) {
        return read(text, Overrides.NONE);
    }

    private List<String> problems(String text, Overrides overrides) {
        UserError error = catchThrowableOfType(UserError.class, () -> read(text, overrides));
        assertThat(error).as("no problem found").isNotNull();
        return error.problems().stream()
                .map(problem -> problem.replace(folder + "/", ""))
                .toList();
    }

    private List<String> problems(String text) {
        return problems(text, Overrides.NONE);
    }

    private double[] values(String parameter) {
        return read(LEAST + "parameters: { p: " + parameter + " }")
                .axes()
                .getFirst()
                .values();
    }

    @Test
    void what_is_not_said_has_its_default() {
        SweepSpec spec = read(LEAST);

        assertThat(spec.name()).isEqualTo("spec");
        assertThat(spec.axes()).isEmpty();
        assertThat(spec.objective()).isEqualTo(new Objective("sharpe", true));
        assertThat(spec.metrics())
                .containsExactly("total_return", "cagr", "sharpe", "max_drawdown", "trades", "win_rate", "exposure");
        assertThat(spec.run()).isEqualTo(new RunSection(0, 0, 0, FailureLimit.ANY, "none", "table", 10));
        assertThat(spec.execution().settings(spec.axes()).at(new double[0], 252))
                .isEqualTo(Execution.plain(10000, 252));
        assertThat(spec.data().repair()).isEqualTo("none");
        assertThat(spec.folder()).isEqualTo(folder);
    }

    @Test
    void all_problems_are_told_at_once_with_their_places() {
        assertThat(problems("""
                        nme: x
                        data: { path: a.csv, reapir: drop }
                        parameters:
                          fast: { from: 9, to: 5, step: 1 }
                          slow: []
                        strategy:
                          enter-lnog: close > open
                        execution:
                          fee: 5
                          cash: -1
                          fill: nextopen
                          stop-loss: stp
                        objective: { maximise: sharpe }
                        metrics: [sharp]
                        """))
                .containsExactly(
                        "spec.yaml:1:1: unknown key 'nme'; did you mean 'name'?",
                        "spec.yaml:1:1: strategy: nothing ever enters; give enter-long, enter-short or position",
                        "spec.yaml:2:22: unknown key 'reapir' in data; did you mean 'repair'?",
                        "spec.yaml:4:9: parameter 'fast': from 9 is above to 5; swap them",
                        "spec.yaml:5:9: parameter 'slow': has no values; give at least one",
                        "spec.yaml:7:3: unknown key 'enter-lnog' in strategy; did you mean 'enter-long'?",
                        "spec.yaml:9:8: fee: 5 has no unit; write '5 bps' (hundredths of a percent) or '5 %'",
                        "spec.yaml:10:9: cash: -1 is out of range; it must be above 0",
                        "spec.yaml:11:9: unknown fill 'nextopen'; did you mean 'next-open'?",
                        "spec.yaml:12:14: stop-loss: 'stp' is neither a number nor a parameter",
                        "spec.yaml:13:14: unknown key 'maximise' in objective; did you mean 'maximize'?",
                        "spec.yaml:14:11: unknown metric 'sharp'; did you mean 'sharpe'?");
    }

    @Test
    void mistakes_in_expressions_are_told_beside_those_of_keys() {
        assertThat(problems("""
                        data: { path: bars.csv, from: lately, resample: 9z, periods-per-year: -1 }
                        parameters: { fast: [5, 10], slow: [50, 100] }
                        where: fasst < slow
                        strategy:
                          let: { quick: "smaa(close, fast)" }
                          enter-long: quik > close
                          exit-long: (quick
                        execution: { fee: 5 }
                        require: tradess > 3
                        """))
                .containsExactly(
                        "spec.yaml:1:31: data.from: 'lately' is not a moment; write 2020-01-31, 2020-01-31T14:30:00 or a year",
                        "spec.yaml:1:49: data.resample: '9z' is not a bar length; write a whole number and s, m, h, d or w,"
                                + " for example 5m or 1d",
                        "spec.yaml:1:71: data.periods-per-year: -1.0 is not a positive number; write for example 252,"
                                + " or leave it out",
                        "spec.yaml:3:8: where: unknown name 'fasst'; did you mean 'fast'?",
                        "spec.yaml:5:18: let.quick: unknown function 'smaa'; did you mean 'sma'?",
                        "spec.yaml:6:15: enter-long: unknown name 'quik'; did you mean 'quick'?",
                        "spec.yaml:7:20: exit-long: expected an operator or ')', but the text ends",
                        "spec.yaml:8:19: fee: 5 has no unit; write '5 bps' (hundredths of a percent) or '5 %'",
                        "spec.yaml:9:10: require: unknown name 'tradess'; did you mean 'trades'?");
    }

    @Test
    void what_may_follow_from_a_broken_key_is_not_told() {
        assertThat(problems("""
                        data: { path: bars.csv }
                        paramters: { fast: [5, 10] }
                        where: fast > 5
                        strategy: { enter-long: "close > sma(close, fast)" }
                        """)).containsExactly("spec.yaml:2:1: unknown key 'paramters'; did you mean 'parameters'?");
        assertThat(problems("""
                        data: { path: bars.csv }
                        parameters: { fast: [] }
                        strategy: { lett: { a: "sma(close, fast)" }, enter-long: close > a }
                        """))
                .containsExactly(
                        "spec.yaml:2:21: parameter 'fast': has no values; give at least one",
                        "spec.yaml:3:13: unknown key 'lett' in strategy; did you mean 'let'?");
    }

    @Test
    void mistakes_in_a_strategy_to_record_are_told_beside_those_of_others() {
        assertThat(problems("""
                        data: { path: bars.csv }
                        strategies:
                          a: { enter-lnog: close > open }
                          b: { parameters: { p: [1, 2] }, where: q > 1, enter-long: cloes > p }
                        """))
                .contains(
                        "spec.yaml:3:8: unknown key 'enter-lnog' in a; did you mean 'enter-long'?",
                        "spec.yaml:4:42: where: unknown name 'q'; did you mean 'p'?",
                        "spec.yaml:4:61: enter-long: unknown name 'cloes'; did you mean 'close'?");
    }

    @Test
    void a_key_given_twice_is_a_problem() {
        assertThat(problems(LEAST + "name: a\nname: b\n"))
                .containsExactly("spec.yaml:4:1: key 'name' was given in line 3 already; keep one");
    }

    @Test
    void what_is_no_yaml_is_told_with_its_place() {
        assertThat(problems("data: { path: [a\n"))
                .singleElement()
                .asString()
                .matches("spec.yaml:\\d+:\\d+: not YAML: .*");
        assertThat(problems("")).singleElement().asString().startsWith("spec.yaml:1:1: keys with values are wanted");
    }

    @Test
    void problems_are_one_line_with_a_place_whatever_they_are_about() {
        assertThat(problems(LEAST + "execution: { fill: \"next\\n\\topen\" }"))
                .containsExactly("spec.yaml:3:20: unknown fill 'next\\n\\u0009open'; did you mean 'next-open'?");
        assertThat(problems(LEAST + "name: a\u0001b"))
                .containsExactly("spec.yaml:3:8: not YAML: the character U+0001 is not allowed");
        assertThat(problems(LEAST + "name: \"\\x\""))
                .singleElement()
                .asString()
                .startsWith("spec.yaml:3:10: not YAML: ");
        assertThat(problems(LEAST + "run: { threads: 3e9, top: 3000000000 }"))
                .containsExactly(
                        "spec.yaml:3:17: threads: '3e9' is not a whole number of at least 1 and at most 2147483647, or auto",
                        "spec.yaml:3:27: top: '3000000000' is not a whole number of at least 1 and at most 2147483647, or all");
        assertThat(problems(LEAST + "parameters: { p: { from: 0, to: 1, step: 1e-999999999 } }"))
                .containsExactly("spec.yaml:3:18: parameter 'p': step 0 is not above 0; give a positive step");
    }

    @Test
    void a_value_that_contains_itself_is_a_problem() {
        assertThat(problems(LEAST + "parameters: &a { p: *a }\n"))
                .contains("spec.yaml:3:13: this value contains itself");
    }

    @Test
    void steps_of_decimals_hit_every_decimal() {
        assertThat(values("{ from: 0, to: 1, step: 0.1 }"))
                .containsExactly(0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1);
        assertThat(values("{ from: 5, to: 11, step: 2.5 }")).containsExactly(5, 7.5, 10);
        assertThat(values("{ from: 1 bps, to: 3 bps, step: 1 bps }")).containsExactly(0.0001, 0.0002, 0.0003);
    }

    @Test
    void counted_ranges_keep_their_ends() {
        assertThat(values("{ from: 1, to: 1000, count: 4, scale: log }")).containsExactly(1, 10, 100, 1000);
        assertThat(values("{ from: 1, to: 4, count: 7 }")).containsExactly(1, 2, 3, 4);
        assertThat(values("{ from: 1.0, to: 4, count: 7 }")).containsExactly(1, 1.5, 2, 2.5, 3, 3.5, 4);
        assertThat(values("{ from: 0.01, to: 1, count: 3, scale: log }"))
                .satisfies(values -> assertThat(values[1]).isEqualTo(0.1, offset(1e-15)));
    }

    @Test
    void values_may_be_numbers_flags_names_or_one_of_them() {
        List<Axis> axes = read(LEAST + "parameters: { a: [1, 2], b: [true, false], c: [x, y], d: 7, e: [none, 5 %] }")
                .axes();

        assertThat(axes)
                .containsExactly(
                        Axis.numbers("a", 1, 2),
                        Axis.flags("b", true, false),
                        Axis.names("c", List.of("x", "y")),
                        Axis.numbers("d", 7),
                        Axis.numbers("e", 0, 0.05));
    }

    @Test
    void a_parameter_stands_for_an_execution_setting_and_none_switches_it_off() {
        SweepSpec spec = read(
                LEAST + "parameters: { stop: [none, 5 %], cost: [1 bps] }\nexecution: { stop-loss: stop, fee: cost }");

        Execution off = spec.execution().settings(spec.axes()).at(new double[] {0, 0.0001}, 252);
        Execution on = spec.execution().settings(spec.axes()).at(new double[] {0.05, 0.0001}, 252);

        assertThat(off.stops()).isFalse();
        assertThat(on.stopLoss()).isEqualTo(0.05);
        assertThat(on.fee()).isEqualTo(0.0001);
    }

    @Test
    void a_cost_needs_its_unit_in_a_parameter_too() {
        assertThat(problems(LEAST + "parameters: { cost: [1, 2] }\nexecution: { fee: cost }"))
                .containsExactly(
                        "spec.yaml:4:19: fee: parameter 'cost' has values without a unit; write them like '5 bps' or '0.05 %'");
    }

    @Test
    void the_later_layer_wins() {
        String text = LEAST + "execution: { fee: 1 bps }\nparameters: { fast: [1, 2], slow: [3] }\nrun: { top: 5 }\n";
        Map<String, String> environment = Map.of("WINNOW_EXECUTION_FEE", "2 bps", "WINNOW_THREADS", "3", "PATH", "x");
        Overrides overrides = new Overrides(
                "laptop",
                environment,
                List.of("execution.fee=3 bps", "fast=9"),
                List.of(new Overrides.Flag("run.threads", "4", "--threads 4")));

        SweepSpec spec = read(text, overrides);

        assertThat(spec.execution().fee()).isEqualTo(NumberOrParameter.of(0.0003));
        assertThat(spec.run()).isEqualTo(new RunSection(4, 0, 0, FailureLimit.ANY, "none", "table", 5));
        assertThat(spec.axes()).containsExactly(Axis.numbers("fast", 9), Axis.numbers("slow", 3));
        assertThat(read(text, new Overrides("laptop", environment, List.of(), List.of()))
                        .run()
                        .threads())
                .isEqualTo(3);
        assertThat(Explanation.of(spec))
                .contains(
                        new Explanation.Line("execution.fee", "3 bps", "--set execution.fee=3 bps"),
                        new Explanation.Line("run.threads", "4", "--threads 4"),
                        new Explanation.Line("execution.slippage", "0", "default"),
                        new Explanation.Line("parameters.fast", "9", "--set fast=9"));
    }

    @Test
    void unknown_settings_outside_the_file_are_told_with_what_was_meant() {
        assertThat(problems(
                        LEAST + "parameters: { fast: [1] }",
                        new Overrides(
                                null,
                                Map.of("WINNOW_THREDS", "1"),
                                List.of("fsat=1", "execution.fe=0", "fee=0", "nothing"),
                                List.of())))
                .containsExactly(
                        "environment WINNOW_THREDS: no such setting; did you mean 'WINNOW_THREADS'?",
                        "--set fsat=1: no parameter or setting 'fsat'; did you mean 'fast'?",
                        "--set execution.fe=0: no parameter or setting 'execution.fe'; did you mean 'execution.fee'?",
                        "--set fee=0: no parameter or setting 'fee'; did you mean 'execution.fee'?",
                        "--set 'nothing': write --set key=value, like --set fast=10");
    }

    @Test
    void a_profile_holds_knobs_only() throws IOException {
        Path profile = Files.writeString(folder.resolve("mine.yaml"), "run: { threads: 2 }\nname: x\n");

        assertThat(problems(LEAST, new Overrides(profile.toString(), Map.of(), List.of(), List.of())))
                .containsExactly("mine.yaml:2:1: a profile holds only 'run', which never changes a result, not 'name'");
        assertThat(problems(LEAST, new Overrides("latop", Map.of(), List.of(), List.of())))
                .containsExactly("--profile: no profile 'latop'; did you mean 'laptop'?");
    }

    @Test
    void a_char_of_an_expression_has_a_place() {
        SweepSpec spec = read("""
                data: { path: a.csv }
                strategy:
                  let: { quick: "sma(close, 3)" }
                  enter-long: close > quick
                  exit-long: >
                    close < quick
                """);

        assertThat(spec.placeOf("strategy.let.quick", 4).text()).endsWith("spec.yaml:3:22");
        assertThat(spec.placeOf("strategy.enter-long", 8).text()).endsWith("spec.yaml:4:23");
        assertThat(spec.placeOf("strategy.exit-long", 2).text()).endsWith("spec.yaml:5:14");
    }

    private static final String STRATEGIES = """
            data: { path: bars.csv }
            strategies:
              trend: { parameters: { fast: [5, 10], slow: 50 }, where: fast < slow, enter-long: "close > sma(close, fast)" }
              fade: { parameters: { slow: [7, 14] }, score: "(50 - rsi(close, slow)) / 50" }
            """;

    @Test
    void each_strategy_of_a_recording_has_parameters_of_its_own() {
        WorkloadSection.Recorded recorded = read(STRATEGIES).recorded();

        assertThat(recorded.strategies()).extracting(SignalSource::name).containsExactly("trend", "fade");
        assertThat(recorded.strategies().getFirst().axes())
                .containsExactly(Axis.numbers("fast", 5, 10), Axis.numbers("slow", 50));
        assertThat(recorded.strategies().getFirst().where()).isEqualTo("fast < slow");
        assertThat(recorded.strategies().getLast().rule())
                .isEqualTo(new SignalRule.Score(Map.of(), "(50 - rsi(close, slow)) / 50"));
    }

    @Test
    void a_parameter_of_a_strategy_is_set_by_its_name_where_that_is_its_own_and_by_its_path() {
        Overrides set =
                new Overrides(null, Map.of(), List.of("fast=10", "strategies.fade.parameters.slow=7"), List.of());
        List<SignalSource> strategies = read(STRATEGIES, set).recorded().strategies();

        assertThat(strategies.getFirst().axes()).containsExactly(Axis.numbers("fast", 10), Axis.numbers("slow", 50));
        assertThat(strategies.getLast().axes()).containsExactly(Axis.numbers("slow", 7));
        assertThat(problems(STRATEGIES, new Overrides(null, Map.of(), List.of("slow=7"), List.of())))
                .singleElement()
                .asString()
                .startsWith("--set slow=7: no parameter or setting 'slow'");
    }

    @Test
    void all_problems_of_all_strategies_are_told_with_their_places() {
        assertThat(problems("""
                        data: { path: bars.csv }
                        strategies:
                          a: { enter-lnog: close > open }
                          b b: { exit-long: close > open }
                          c: { score: close, position: 1 }
                          d: { parameters: { p: { from: 1, to: 2 } }, enter-long: close > p }
                        """))
                .containsExactly(
                        "spec.yaml:3:6: a: nothing ever enters; give enter-long, enter-short, position or score",
                        "spec.yaml:3:8: unknown key 'enter-lnog' in a; did you mean 'enter-long'?",
                        "spec.yaml:4:3: strategy 'b b': a name has letters, digits, _ and - only",
                        "spec.yaml:4:8: b b: nothing ever enters; give enter-long, enter-short, position or score",
                        "spec.yaml:5:6: c: enter and exit, position, and score stand for each other; keep one kind",
                        "spec.yaml:6:25: parameter 'p': give either a step or a count");
    }
}
