package dev.winnow.replay.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever is written, there is a plan or a problem with a place inside the text, never anything else. */
class ExpressionFuzzTest {
    private static final List<String> PIECES = List.of(
            "close",
            "open",
            "w",
            "s",
            "mode",
            "active",
            "fixed",
            "sma",
            "highest",
            "typical",
            "if",
            "lag",
            "since",
            "crosses_above",
            "crosses_below",
            "rising",
            "within",
            "barssince",
            "hour",
            "min",
            "clamp",
            "true",
            "(",
            "(",
            ")",
            ")",
            ",",
            "+",
            "-",
            "*",
            "/",
            "%",
            "^",
            "<",
            "<=",
            "==",
            "!=",
            "and",
            "or",
            "not",
            "1",
            "2.5",
            "1e400",
            ".5",
            "\"trend\"",
            "'x'",
            "\"",
            "=",
            "!",
            "&",
            "\u00e9",
            "\ud83d\ude00",
            "\ud83d",
            "\n",
            "\0",
            "1e",
            "0x1",
            "#");

    /** Compiles, and checks that each problem stands in its text. */
    private static boolean plan(Map<String, String> let, String text) {
        try {
            StrategyPlan.compile(
                            new StrategySource(let, text, null, null, null, null),
                            RandomExpressions.AXES,
                            SampleIndicators.LOOKUP)
                    .explain(100);
            return true;
        } catch (InvalidExpressions invalid) {
            assertThat(invalid.problems()).isNotEmpty();
            for (ExpressionProblem problem : invalid.problems()) {
                String source = problem.key().equals("enter-long")
                        ? text
                        : let.getOrDefault(problem.key().substring("let.".length()), "");
                assertThat(problem.offset()).as(problem.line()).isBetween(0, source.length());
                assertThat(problem.message()).isNotBlank().doesNotContain("\n");
            }
            return false;
        }
    }

    @Test
    void random_pieces_give_a_plan_or_problems() {
        for (long seed = 0; seed < 6_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            int pieces = random.nextInt(14);
            for (int i = 0; i < pieces; i++) {
                text.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextBoolean() ? " " : "");
            }
            attempt(seed, text.toString());
        }
    }

    @Test
    void random_pieces_give_a_condition_on_parameters_or_on_metrics_or_problems() {
        List<String> names = List.of("w", "s", "sharpe");
        List<String> operators = List.of("<", ">=", "==", "and", "or", "+");
        int[] conditions = new int[1];
        for (long seed = 0; seed < 4_000; seed++) {
            Random random = new Random(seed);
            String text = IntStream.range(0, 1 + random.nextInt(9))
                    .mapToObj(i -> random.nextInt(4) == 0
                            ? PIECES.get(random.nextInt(PIECES.size()))
                            : i % 2 == 0
                                    ? names.get(random.nextInt(names.size()))
                                    : operators.get(random.nextInt(operators.size())))
                    .collect(Collectors.joining(" "));
            for (Supplier<ScalarExpression> condition : List.<Supplier<ScalarExpression>>of(
                    () -> ScalarExpression.ofParameters("where", text, RandomExpressions.AXES),
                    () -> ScalarExpression.ofMetrics("require", text, names))) {
                try {
                    condition.get().holds(new double[RandomExpressions.AXES.size() + names.size()], 0);
                    conditions[0]++;
                } catch (InvalidExpressions invalid) {
                    assertThat(invalid.problems())
                            .as("seed %d: %s", seed, text)
                            .isNotEmpty()
                            .allSatisfy(problem -> assertThat(problem.offset()).isBetween(0, text.length()));
                } catch (RuntimeException | StackOverflowError bug) {
                    fail("seed " + seed + ": " + text, bug);
                }
            }
        }
        assertThat(conditions[0]).isGreaterThan(100);
    }

    @Test
    void damaged_expressions_give_a_plan_or_problems() {
        int plans = 0;
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text =
                    new StringBuilder(new RandomExpressions(random).plane(3).text());
            for (int i = random.nextInt(3); i > 0; i--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                    default -> text.setCharAt(at, (char) random.nextInt(0x250));
                }
                if (text.isEmpty()) {
                    break;
                }
            }
            plans += attempt(seed, text.toString()) ? 1 : 0;
        }
        assertThat(plans).isGreaterThan(500);
    }

    private static boolean attempt(long seed, String text) {
        try {
            return plan(Map.of(), text);
        } catch (RuntimeException | StackOverflowError bug) {
            return fail("seed " + seed + ": " + text, bug);
        }
    }

    @Test
    void endless_expressions_are_refused_not_followed() {
        for (String text : List.of(
                "(".repeat(100_000),
                "(".repeat(1_500),
                "(".repeat(150),
                "not ".repeat(900) + "active",
                "-".repeat(3_000) + "close > 1",
                "2 ^".repeat(900) + " 2 > close",
                "close > 1" + " and close > 1".repeat(200),
                "close > 1" + " + 1".repeat(900),
                "abs(".repeat(199) + "close" + ")".repeat(199) + "> 1",
                "if(active, ".repeat(180) + "close > 1" + ", active)".repeat(180),
                "1" + "0".repeat(3_000) + "> close")) {
            plan(Map.of(), text);
        }
        assertThat(plan(Map.of(), "(".repeat(190) + "close > 1" + ")".repeat(190)))
                .isTrue();
        assertThat(plan(Map.of(), "not ".repeat(300) + "close > 1")).isTrue();
        assertThat(plan(Map.of(), "close > 1" + " or close > 1".repeat(180))).isTrue();
    }

    @Test
    void the_deepest_rules_are_refused_at_every_step_of_the_way() {
        Map<String, String> deep = new LinkedHashMap<>();
        deep.put("n0", "close");
        for (int i = 1; i <= Graph.MAX_DEPTH; i++) {
            deep.put("n" + i, "abs(n" + (i - 1) + " - 1)");
        }
        for (int i = Graph.MAX_DEPTH / 2 - 3; i < Graph.MAX_DEPTH / 2 + 3; i++) {
            Map<String, String> let = new LinkedHashMap<>(deep);
            int most = i;
            let.keySet().removeIf(name -> Integer.parseInt(name.substring(1)) > most);
            for (String last : List.of("n" + i, "-n" + i)) {
                StrategySource source = new StrategySource(let, null, null, null, null, last);
                try {
                    StrategyPlan.compile(source, List.of(), SampleIndicators.LOOKUP)
                            .bind(SampleBars.of(1, 2, 3), 1 << 20)
                            .cursor()
                            .planes(new double[0]);
                } catch (InvalidExpressions invalid) {
                    assertThat(invalid.getMessage()).contains("steps deep");
                }
            }
        }
    }

    @Test
    void names_that_build_on_names_do_not_run_away() {
        Map<String, String> doubling = new LinkedHashMap<>();
        Map<String, String> backwards = new LinkedHashMap<>();
        doubling.put("n0", "close");
        for (int i = 1; i <= 2_000; i++) {
            doubling.put("n" + i, "n" + (i - 1) + " + n" + (i - 1));
            backwards.put("n" + i, "abs(abs(abs(n" + (i + 1) + " - 1)))");
        }
        backwards.put("n2001", "close");
        assertThat(plan(doubling, "n100 > 1")).isFalse();
        assertThat(plan(backwards, "n1 > 1")).isFalse();
        doubling.keySet().removeIf(name -> Integer.parseInt(name.substring(1)) > 300);
        assertThat(plan(doubling, "n300 > 1")).isTrue();
    }
}
