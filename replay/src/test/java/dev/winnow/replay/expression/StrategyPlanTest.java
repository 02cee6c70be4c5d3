package dev.winnow.replay.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.winnow.engine.space.Axis;
import dev.winnow.replay.expression.PlanNode.Storage;
import dev.winnow.replay.indicator.Indicator;
import dev.winnow.replay.indicator.Indicators;
import dev.winnow.replay.market.Bars;
import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.DecisionPlanes;
import dev.winnow.replay.signal.KernelChoice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrategyPlanTest {
    private static final List<Axis> AXES =
            List.of(Axis.numbers("fast", 1, 2, 3), Axis.numbers("slow", 3, 4, 5, 6), Axis.numbers("stop", 0.1, 0.2));

    private static final StrategySource CROSS = new StrategySource(
            new TreeMap<>(Map.of("a", "sma(close, fast)", "b", "sma(close, slow)")),
            "crosses_above(a, b)",
            "crosses_below(a, b)",
            null,
            null,
            null);

    private static final IndicatorLookup SHIPPED = IndicatorLookup.of(Indicators.all());

    private static StrategyPlan plan(StrategySource source, Axis... axes) {
        return StrategyPlan.compile(source, List.of(axes), SampleIndicators.LOOKUP);
    }

    private static StrategySource enterLong(String text) {
        return new StrategySource(Map.of(), text, null, null, null, null);
    }

    private static String bits(long[] plane, int bars) {
        StringBuilder text = new StringBuilder();
        for (int t = 0; t < bars; t++) {
            text.append(BitPlanes.get(plane, t) ? '1' : '0');
        }
        return text.toString();
    }

    private static String entries(String text, double... close) {
        Bars bars = SampleBars.of(close);
        DecisionPlanes planes =
                plan(enterLong(text)).bind(bars, 1 << 20).cursor().planes(new double[0]);
        return bits(planes.enterLong(), bars.size());
    }

    @Test
    void crossings_follow_the_definition_on_a_hand_worked_case() {
        assertThat(entries("crosses_above(close, 2)", 1, 2, 3, 3, 2, 3, 1, 3)).isEqualTo("00100101");
        assertThat(entries("crosses_below(close, 2)", 1, 2, 3, 3, 2, 1, 3, 1)).isEqualTo("00000101");
        assertThat(entries("crosses_below(2, close)", 1, 2, 3, 3, 2, 3, 1, 3)).isEqualTo("00100101");
        assertThat(entries("crosses_above(close, lag(close, 1))", 1, 2, 3, 2, 2, 4))
                .isEqualTo("000001");
    }

    @Test
    void functions_that_look_back_follow_the_definition_on_hand_worked_cases() {
        assertThat(entries("rising(close, 2)", 1, 2, 3, 3, 4, 5, 6)).isEqualTo("0010011");
        assertThat(entries("falling(close, 1)", 3, 2, 2, 1, 5)).isEqualTo("01010");
        assertThat(entries("since(close > 2)", 1, 2, 3, 1, 1)).isEqualTo("00111");
        assertThat(entries("once(close > 2)", 3, 4, 1, 3, 3, 1, 5)).isEqualTo("1001001");
        assertThat(entries("within(close > 2, 2)", 1, 3, 1, 1, 3, 3, 1)).isEqualTo("0110111");
        assertThat(entries("barssince(close > 2) == 1", 1, 3, 1, 1, 3, 1)).isEqualTo("001001");
        assertThat(entries("lag(close > 2, 2)", 3, 1, 3, 1, 1)).isEqualTo("00101");
        assertThat(entries("highest(close) == close", 1, 2, 3, 2, 3)).isEqualTo("00101");
    }

    @Test
    void a_comparison_with_nan_is_false_and_its_negation_true() {
        assertThat(entries("lag(close, 1) != 7", 1, 2, 3)).isEqualTo("011");
        assertThat(entries("lag(close, 1) == lag(close, 1)", 1, 2, 3)).isEqualTo("011");
        assertThat(entries("not (lag(close, 1) < 7)", 1, 2, 3)).isEqualTo("100");
        assertThat(entries("crosses_above(close, lag(close, 1) - 1)", 1, 2, 3)).isEqualTo("000");
    }

    @Test
    void power_binds_tighter_than_minus_and_not_is_looser_than_comparison() {
        assertThat(entries("-close ^ 2 == -4 and 2 ^ -1 == 0.5 and 2 ^ 3 ^ 2 == 512", 2, 3))
                .isEqualTo("10");
        assertThat(entries("not close < 3 and close < 4", 2, 3, 4)).isEqualTo("010");
        assertThat(entries("close > 9 or close == 2 and close < 3", 2, 3, 10)).isEqualTo("101");
        assertThat(entries("7 - 2 - 1 == 4 and 7 % 4 == 3 and -7 % 4 == -3", 1)).isEqualTo("1");
    }

    @Test
    void a_position_gives_all_four_planes_and_nan_holds() {
        Bars bars = SampleBars.of(1, 2, 3, 4, 5);
        StrategySource source = new StrategySource(Map.of(), null, null, null, null, "sign(lag(close, 1) - 2)");
        DecisionPlanes planes = plan(source).bind(bars, 1 << 20).cursor().planes(new double[0]);
        assertThat(bits(planes.enterLong(), 5)).isEqualTo("00011");
        assertThat(bits(planes.enterShort(), 5)).isEqualTo("01000");
        assertThat(bits(planes.exitLong(), 5)).isEqualTo("00100");
        assertThat(planes.exitShort()).isEqualTo(planes.exitLong());
    }

    @Test
    void names_and_flags_choose_a_branch() {
        Bars bars = SampleBars.of(1, 2, 3);
        StrategyPlan plan = plan(
                enterLong("if(mode == \"trend\", close > 2, close < 2) and active"),
                Axis.names("mode", List.of("trend", "revert")),
                Axis.flags("active", true, false));
        PlaneCursor cursor = plan.bind(bars, 1 << 20).cursor();
        assertThat(bits(cursor.planes(new double[] {0, 1}).enterLong(), 3)).isEqualTo("001");
        assertThat(bits(cursor.planes(new double[] {1, 1}).enterLong(), 3)).isEqualTo("100");
        assertThat(bits(cursor.planes(new double[] {1, 0}).enterLong(), 3)).isEqualTo("000");
    }

    @Test
    void equal_parts_are_one_node_and_both_crossings_one_pass() {
        List<PlanNode> nodes =
                StrategyPlan.compile(CROSS, AXES, SampleIndicators.LOOKUP).explain(100);
        assertThat(nodes)
                .filteredOn(node -> !node.parameters().isEmpty())
                .extracting(
                        PlanNode::text, PlanNode::parameters, PlanNode::storage, PlanNode::evaluations, PlanNode::bytes)
                .containsExactlyInAnyOrder(
                        tuple("sma(close, fast)", List.of("fast"), Storage.SHARED, 3L, 800L),
                        tuple("sma(close, slow)", List.of("slow"), Storage.SHARED, 4L, 800L),
                        tuple(
                                "crossings(sma(close, fast), sma(close, slow))",
                                List.of("fast", "slow"),
                                Storage.TURN,
                                12L,
                                32L));
    }

    @Test
    void a_plane_is_shared_where_a_slower_parameter_brings_it_back() {
        StrategySource source =
                enterLong("crosses_above(sma(close, fast), sma(close, slow)) and close > floor and close < ceiling");
        Axis floor = Axis.numbers("floor", new double[] {1, 2});
        Axis ceiling = Axis.numbers("ceiling", new double[] {3, 4});
        List<Axis> floorFirst = List.of(floor, AXES.get(0), AXES.get(1), ceiling);
        List<Axis> floorLast = List.of(AXES.get(0), AXES.get(1), floor, ceiling);
        assertThat(storageOfCrossing(source, floorFirst)).containsExactly(Storage.SHARED);
        assertThat(storageOfCrossing(source, floorLast)).containsExactly(Storage.TURN);
    }

    @Test
    void a_parameter_that_the_strategy_does_not_read_brings_no_plane_back() {
        List<Axis> feeFirst = new ArrayList<>(AXES);
        Collections.rotate(feeFirst, 1);
        assertThat(storageOfCrossing(CROSS, feeFirst)).containsExactly(Storage.TURN);
    }

    private static List<Storage> storageOfCrossing(StrategySource source, List<Axis> axes) {
        return StrategyPlan.compile(source, axes, SampleIndicators.LOOKUP).explain(100).stream()
                .filter(node ->
                        node.text().startsWith("cross") && node.parameters().equals(List.of("fast", "slow")))
                .map(PlanNode::storage)
                .toList();
    }

    @Test
    void what_depends_on_every_varying_parameter_is_computed_for_each_point() {
        StrategyPlan plan = StrategyPlan.compile(CROSS, AXES.subList(0, 2), SampleIndicators.LOOKUP);
        assertThat(plan.explain(10))
                .filteredOn(node -> node.parameters().size() == 2)
                .extracting(PlanNode::storage)
                .containsExactly(Storage.POINT);
        assertThat(plan.parameters()).containsExactly("fast", "slow");
        assertThat(plan.entersShort()).isFalse();
        assertThat(plan.entersLong()).isTrue();
    }

    @Test
    void a_shared_value_is_computed_once_by_all_threads_together() throws Exception {
        AtomicInteger computed = new AtomicInteger();
        List<Indicator.Argument> arguments =
                List.of(Indicator.Argument.column("x"), Indicator.Argument.window("window"));
        Indicator.Kernel kernel = (bars, columns, scalars, out) -> {
            computed.incrementAndGet();
            Objects.requireNonNull(SampleIndicators.LOOKUP.find("sma")).kernel().compute(bars, columns, scalars, out);
        };
        Indicator counting = new Indicator(
                "sma",
                "sample",
                arguments,
                "",
                "",
                "",
                "",
                kernel,
                scalars -> SampleIndicators.again(kernel, arguments, scalars));
        StrategyPlan plan = StrategyPlan.compile(CROSS, AXES, IndicatorLookup.of(List.of(counting)));
        BoundStrategy bound = plan.bind(SampleBars.random(new Random(1), 500, false), 1 << 24);
        Callable<List<String>> walk = () -> {
            PlaneCursor cursor = bound.cursor();
            List<String> seen = new ArrayList<>();
            for (double fast : AXES.get(0).values()) {
                for (double slow : AXES.get(1).values()) {
                    for (double stop : AXES.get(2).values()) {
                        seen.add(bits(
                                cursor.planes(new double[] {fast, slow, stop}).enterLong(), 500));
                    }
                }
            }
            return seen;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<List<String>>> walks = threads.invokeAll(List.of(walk, walk, walk, walk));
            for (Future<List<String>> other : walks) {
                assertThat(other.get()).isEqualTo(walks.get(0).get());
            }
        }
        // four and three windows, one of them in both axes
        assertThat(computed).hasValue(6);
    }

    @Test
    void a_cache_without_room_changes_nothing_but_the_cost() {
        Bars bars = SampleBars.random(new Random(2), 300, false);
        StrategyPlan plan = StrategyPlan.compile(CROSS, AXES, SampleIndicators.LOOKUP);
        PlaneCursor roomy = plan.bind(bars, 1 << 24).cursor();
        PlaneCursor tight = plan.bind(bars, 0).cursor();
        for (double fast : AXES.get(0).values()) {
            for (double slow : AXES.get(1).values()) {
                double[] point = {fast, slow, 0.1};
                assertThat(tight.planes(point).exitLong())
                        .isEqualTo(roomy.planes(point).exitLong());
            }
        }
    }

    @Test
    void a_point_that_makes_an_expression_impossible_fails_alone() {
        StrategyPlan plan = plan(enterLong("close > sma(close, w / 2)"), Axis.numbers("w", 2, 3, 4));
        PlaneCursor cursor = plan.bind(SampleBars.of(1, 2, 3, 4), 1 << 20).cursor();
        long[] before = cursor.planes(new double[] {4}).enterLong().clone();
        assertThatThrownBy(() -> cursor.planes(new double[] {3}))
                .isInstanceOf(PointFailure.class)
                .hasMessage("'window' of sma is a whole number of bars, at least 1, not 1.5");
        assertThat(cursor.planes(new double[] {4}).enterLong()).isEqualTo(before);
    }

    @Test
    void every_problem_of_every_text_is_told_with_its_place() {
        StrategySource source = new StrategySource(
                Map.of("quick", "smaa(close, fast) + hihg"),
                "quik > 2 and sma(close, 0) > 1",
                "close >",
                "close + 1",
                "lag(close, -1) > close > 3",
                null);
        InvalidExpressions thrown =
                catchThrowableOfType(InvalidExpressions.class, () -> plan(source, Axis.numbers("fast", 2)));
        assertThat(thrown.problems())
                .containsExactly(
                        new ExpressionProblem("let.quick", 0, "unknown function 'smaa'; did you mean 'sma'?"),
                        new ExpressionProblem("let.quick", 20, "unknown name 'hihg'; did you mean 'high'?"),
                        new ExpressionProblem("enter-long", 0, "unknown name 'quik'; did you mean 'quick'?"),
                        new ExpressionProblem(
                                "enter-long", 24, "'window' of sma is a whole number of bars, at least 1, not 0"),
                        new ExpressionProblem(
                                "exit-long", 7, "expected a number, a name, a call or '(', but the text ends"),
                        new ExpressionProblem("enter-short", 0, "a condition is wanted, but this is a number column"),
                        new ExpressionProblem(
                                "exit-short", 11, "'k' of lag is a whole number of bars, at least 0, not -1"));
    }

    @Test
    void a_circle_of_names_is_told() {
        StrategySource source = new StrategySource(Map.of("a", "b + 1", "b", "a + 1"), "a > 1", null, null, null, null);
        InvalidExpressions thrown = catchThrowableOfType(InvalidExpressions.class, () -> plan(source));
        assertThat(thrown.problems()).hasSize(1);
        assertThat(thrown.getMessage()).contains("is defined by itself: ");
    }

    @Test
    void columns_that_meet_many_times_are_compared_by_codes_with_the_same_outcome() {
        double[] windows = IntStream.rangeClosed(1, 24).asDoubleStream().toArray();
        List<Axis> axes = List.of(Axis.numbers("fast", windows), Axis.numbers("slow", windows));
        Random random = new Random(4);
        Bars bars = SampleBars.of(
                random.doubles(1_000, -0.01, 0.01).map(x -> 100 + x * 100).toArray());
        for (IndicatorLookup lookup : List.of(SampleIndicators.LOOKUP, SHIPPED)) {
            for (String rule : List.of("a > b", "crosses_above(a, b) or crosses_below(a, b)", "a <= b and b < close")) {
                StrategySource source = new StrategySource(CROSS.let(), rule, null, null, null, null);
                StrategyPlan plan = StrategyPlan.compile(source, axes, lookup);
                assertThat(plan.nodes()).as(rule).anyMatch(plan::coded);
                PlaneCursor vector =
                        plan.bind(bars, KernelChoice.best(), 1 << 30).cursor();
                PlaneCursor scalar =
                        plan.bind(bars, KernelChoice.forWork(1e9), 1 << 30).cursor();
                // without room nothing is kept, and numbers are compared
                BoundStrategy numbers = plan.bind(bars, KernelChoice.forWork(0), 0);
                assertThat(plan.nodes()).allMatch(node -> numbers.coded(node) == null);
                PlaneCursor plain = numbers.cursor();
                for (double fast : windows) {
                    for (double slow : windows) {
                        double[] point = {fast, slow};
                        long[] wanted = plain.planes(point).enterLong();
                        assertThat(vector.planes(point).enterLong())
                                .as("%s at %s, %s", rule, fast, slow)
                                .isEqualTo(wanted);
                        assertThat(scalar.planes(point).enterLong())
                                .as("%s at %s, %s", rule, fast, slow)
                                .isEqualTo(wanted);
                    }
                }
            }
        }
    }

    @Test
    void of_means_that_are_only_compared_the_codes_are_kept_unless_the_run_keeps_its_values() {
        double[] windows = IntStream.rangeClosed(1, 24).asDoubleStream().toArray();
        List<Axis> axes = List.of(Axis.numbers("fast", windows), Axis.numbers("slow", windows));
        StrategyPlan plan = StrategyPlan.compile(CROSS, axes, SHIPPED);
        assertThat(plan.explain(400_000))
                .extracting(PlanNode::text, PlanNode::storage, PlanNode::bytes)
                .startsWith(
                        tuple("sma(close, fast)", Storage.CODES, 975_872L),
                        tuple("sma(close, slow)", Storage.CODES, 975_872L))
                .endsWith(tuple("sums of close for its means", Storage.ONCE, 9_600_000L));
        // windows from 1 to 24: blocks of 1, 2, 4, 8 and 16
        assertThat(plan.explain(400_000).getLast().evaluations()).isEqualTo(5);
        assertThat(plan.explain(6_400))
                .as("little work")
                .extracting(PlanNode::storage)
                .doesNotContain(Storage.CODES);
        Bars bars = SampleBars.random(new Random(8), 200, false);
        BoundStrategy fresh = plan.bind(bars, KernelChoice.best(), 1 << 30);
        assertThat(fresh.explain()).extracting(PlanNode::storage).contains(Storage.CODES);
        assertThat(plan.bind(bars, KernelChoice.best(), 0).explain())
                .extracting(PlanNode::storage)
                .doesNotContain(Storage.CODES);
        StrategySource read = new StrategySource(CROSS.let(), "a > b and a * 2 > close", null, null, null, null);
        assertThat(StrategyPlan.compile(read, axes, SHIPPED).explain(400_000))
                .extracting(PlanNode::text, PlanNode::storage)
                .contains(tuple("sma(close, fast)", Storage.SHARED), tuple("sma(close, slow)", Storage.CODES));
    }

    @Test
    void nodes_that_differ_in_their_parameters_alone_share_values_and_no_others() {
        double[] windows = IntStream.rangeClosed(2, 9).asDoubleStream().toArray();
        List<Axis> axes = List.of(Axis.numbers("x", windows), Axis.numbers("y", windows), Axis.numbers("z", windows));
        List<String> rules = List.of(
                "sma(close, x) > sma(close, y)",
                "sma(close, x) > sma(high, y)",
                "sma(close, x) > ema(close, y)",
                "sma(ema(close, x), y) > sma(ema(close, y), x)",
                "sma(close, x + 2 * y) > sma(close, y + 2 * z)",
                "sma(close, x + 2 * y) > sma(close, 2 * y + x)",
                "sma(close, x) > sma(close, y) and sma(close, y) * 2 > close",
                "macd_line(close, x, y) > macd_line(close, y, x) and z > 2",
                "bollinger_upper(close, x, y) > bollinger_upper(close, y, z)");
        Bars bars = SampleBars.random(new Random(9), 150, false);
        for (String rule : rules) {
            PlaneCursor shared = StrategyPlan.compile(enterLong(rule), axes, SHIPPED)
                    .bind(bars, KernelChoice.best(), 1 << 30)
                    .cursor();
            for (double x : windows) {
                for (double y : windows) {
                    double[] point = {x, y, 1 + x % 8 + 1};
                    List<Axis> fixed = List.of(
                            Axis.numbers("x", point[0]), Axis.numbers("y", point[1]), Axis.numbers("z", point[2]));
                    assertThat(shared.planes(point).enterLong())
                            .as("%s at %s, %s, %s", rule, x, y, point[2])
                            .isEqualTo(StrategyPlan.compile(enterLong(rule), fixed, SHIPPED)
                                    .bind(bars, 0)
                                    .cursor()
                                    .planes(point)
                                    .enterLong());
                }
            }
        }
    }

    @Test
    void points_in_any_order_and_beside_the_axes_have_the_planes_of_a_cursor_of_their_own() {
        double[] windows = IntStream.rangeClosed(1, 24).asDoubleStream().toArray();
        List<Axis> axes = List.of(Axis.numbers("fast", windows), Axis.numbers("slow", windows));
        StrategyPlan plan = StrategyPlan.compile(CROSS, axes, SHIPPED);
        Bars bars = SampleBars.random(new Random(6), 300, false);
        for (long cacheBytes : new long[] {1 << 30, 20_000}) {
            BoundStrategy bound = plan.bind(bars, KernelChoice.best(), cacheBytes);
            PlaneCursor cursor = bound.cursor();
            long seed = cacheBytes;
            Random random = new Random(seed);
            double[] point = new double[2];
            for (int i = 0; i < 2_000; i++) {
                // rows, then leaps; now and then a window that no axis has
                point[0] = i < 600 ? 1 + i / 24 % 24 : 1 + random.nextInt(30);
                point[1] = i < 600 ? 1 + i % 24 : 1 + random.nextInt(30);
                PlaneCursor alone = plan.bind(bars, KernelChoice.forWork(0), 0).cursor();
                assertThat(cursor.planes(point).enterLong())
                        .as("seed %d, step %d: %s, %s", seed, i, point[0], point[1])
                        .isEqualTo(alone.planes(point).enterLong());
                assertThat(cursor.planes(point).exitLong())
                        .as("seed %d, step %d: %s, %s", seed, i, point[0], point[1])
                        .isEqualTo(alone.planes(point).exitLong());
            }
        }
    }

    @Test
    void comparing_by_codes_leaves_axes_in_the_order_given() {
        double[] falling = IntStream.rangeClosed(1, 24).mapToDouble(i -> 25 - i).toArray();
        List<Axis> axes = List.of(Axis.numbers("fast", falling), Axis.numbers("slow", falling));
        StrategyPlan plan = StrategyPlan.compile(CROSS, axes, SampleIndicators.LOOKUP);
        assertThat(plan.nodes()).anyMatch(plan::coded);

        plan.bind(SampleBars.random(new Random(5), 300, false), KernelChoice.best(), 1 << 30)
                .cursor()
                .planes(new double[] {3, 7});

        assertThat(axes).allSatisfy(axis -> assertThat(axis.values()).containsExactly(falling));
    }
}
