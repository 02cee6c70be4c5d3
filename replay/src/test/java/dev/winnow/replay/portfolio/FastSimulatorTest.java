package dev.winnow.replay.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.replay.market.Bars;
import dev.winnow.replay.performance.Performance;
import dev.winnow.replay.performance.PerformanceMetric;
import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.DecisionPlanes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The fast simulators against the plain reference: counts equal, sums within 1e-9. */
final class FastSimulatorTest {
    private static final Set<PerformanceMetric> COUNTS = EnumSet.of(
            PerformanceMetric.TRADES,
            PerformanceMetric.OPEN_TRADES,
            PerformanceMetric.MAX_DRAWDOWN_BARS,
            PerformanceMetric.EXPOSURE,
            PerformanceMetric.WIN_RATE);

    @Test
    void every_metric_agrees_with_the_reference_on_random_points() {
        int leapt = 0;
        int beside = 0;
        int ruined = 0;
        for (int seed = 0; seed < 16_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = random.nextInt(8) == 0 ? 1 + random.nextInt(3) : 1 + random.nextInt(1 << (6 + random.nextInt(8)));
            boolean shorts = random.nextBoolean();
            Bars bars = RandomMarket.bars(random, n);
            DecisionPlanes planes = RandomMarket.planes(random, n, shorts);
            Execution execution = RandomMarket.execution(random);
            Backtest reference = ReferenceSimulator.run(bars, planes, execution);
            Map<PerformanceMetric, Double> fast =
                    values(new FastSimulator(new SimulatorTables(bars), true, Needs.ALL), planes, shorts, execution);
            if (FastSimulator.jumps(execution, shorts)) {
                boolean often =
                        FastSimulator.often(LongPositions.follow(planes, execution.fillAtClose(), new long[128]), n);
                beside += often ? 1 : 0;
                leapt += often ? 0 : 1;
            }
            ruined += reference.ruined() ? 1 : 0;
            for (PerformanceMetric metric : PerformanceMetric.values()) {
                agree(
                        "seed " + seed + ", " + n + " bars, " + execution + ", " + metric,
                        metric,
                        fast.get(metric),
                        Performance.of(reference, execution, metric));
            }
        }
        assertThat(leapt).isGreaterThan(300);
        assertThat(beside).isGreaterThan(300);
        assertThat(ruined).isGreaterThan(20);
    }

    @Test
    void a_metric_has_the_same_bits_whatever_else_is_asked_for() {
        for (int seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(400);
            boolean shorts = random.nextBoolean();
            Bars bars = RandomMarket.bars(random, n);
            DecisionPlanes planes = RandomMarket.planes(random, n, shorts);
            Execution execution = RandomMarket.execution(random);
            SimulatorTables tables = new SimulatorTables(bars);
            Map<PerformanceMetric, Double> all =
                    values(new FastSimulator(tables, true, Needs.ALL), planes, shorts, execution);
            for (PerformanceMetric metric : PerformanceMetric.values()) {
                Needs needs = Performance.needs(List.of(metric));
                Map<PerformanceMetric, Double> one =
                        values(new FastSimulator(tables, true, needs), planes, shorts, execution);
                assertThat(one.get(metric))
                        .as("seed %d %s %s", seed, metric, execution)
                        .isEqualTo(all.get(metric));
            }
        }
    }

    @Test
    void the_scalar_and_the_vector_loops_give_the_same_bits() {
        for (int seed = 0; seed < 2_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(1 << (1 + random.nextInt(10)));
            Bars bars = RandomMarket.bars(random, n);
            boolean shorts = random.nextBoolean();
            DecisionPlanes planes = RandomMarket.planes(random, n, shorts);
            Execution execution = RandomMarket.execution(random);
            SimulatorTables tables = new SimulatorTables(bars);
            Map<PerformanceMetric, Double> scalar =
                    values(new FastSimulator(tables, Kernels.scalar(), Needs.ALL), planes, shorts, execution);
            Map<PerformanceMetric, Double> vector =
                    values(new FastSimulator(tables, Kernels.vector(), Needs.ALL), planes, shorts, execution);
            sameBits("seed " + seed + ", " + n + " bars, " + execution, vector, scalar);
        }
    }

    @Test
    void a_point_has_the_same_bits_in_any_company() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(1 << (1 + random.nextInt(9)));
            int count = random.nextInt(3 * LaneGroup.LANES);
            boolean shorts = random.nextInt(4) == 0;
            SimulatorTables tables = new SimulatorTables(RandomMarket.bars(random, n));
            List<DecisionPlanes> planes = new ArrayList<>();
            List<Execution> executions = new ArrayList<>();
            Map<Integer, Map<PerformanceMetric, Double>> together = new HashMap<>();
            FastSimulator simulator = new FastSimulator(tables, true, Needs.ALL);
            FastSimulator.Results results = (point, execution, tally) -> together.put(point, values(tally, execution));
            simulator.begin();
            for (int i = 0; i < count; i++) {
                planes.add(RandomMarket.planes(random, n, shorts));
                executions.add(RandomMarket.execution(random));
                simulator.add(i, planes.get(i), shorts, executions.get(i), results);
            }
            simulator.finish(results);
            for (int i = 0; i < count; i++) {
                Map<PerformanceMetric, Double> alone =
                        values(new FastSimulator(tables, true, Needs.ALL), planes.get(i), shorts, executions.get(i));
                sameBits(
                        "seed " + seed + ", point " + i + ", " + executions.get(i),
                        together.getOrDefault(i, Map.of()),
                        alone);
            }
        }
    }

    @Test
    void a_batch_that_was_broken_off_leaves_no_point_behind() {
        SplittableRandom random = new SplittableRandom(1);
        DecisionPlanes planes = RandomMarket.planes(random, 100, false);
        FastSimulator simulator =
                new FastSimulator(new SimulatorTables(RandomMarket.bars(random, 100)), true, Needs.ALL);
        List<Integer> taken = new ArrayList<>();
        FastSimulator.Results results = (point, execution, tally) -> taken.add(point);
        simulator.add(1, planes, false, Execution.plain(1000, 252), results);
        simulator.begin();
        simulator.add(2, planes, false, Execution.plain(1000, 252), results);
        simulator.finish(results);
        simulator.finish(results);
        assertThat(taken).containsExactly(2);
    }

    @Test
    void a_calm_trade_in_a_wild_series_keeps_its_digits() {
        for (int seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1_000;
            double[] price = new double[n];
            double last = 100;
            for (int t = 0; t < n; t++) {
                double size = t < n / 4 || t > n / 2 ? 0.2 : Math.pow(10, -2 - seed % 8);
                last *= 1 + size * (random.nextDouble() - 0.5);
                price[t] = last;
            }
            Bars bars = new Bars(
                    "CALM", false, LongStream.range(0, n).toArray(), price, price, price, price, new double[n]);
            DecisionPlanes planes = seldom(n);
            Execution execution = Execution.plain(1000, 252);
            Backtest reference = ReferenceSimulator.run(bars, planes, execution);
            Map<PerformanceMetric, Double> fast =
                    values(new FastSimulator(new SimulatorTables(bars), true, Needs.ALL), planes, false, execution);
            for (PerformanceMetric metric : PerformanceMetric.values()) {
                agree(
                        "seed " + seed + ", " + metric,
                        metric,
                        fast.get(metric),
                        Performance.of(reference, execution, metric));
            }
        }
    }

    @Test
    void points_that_share_their_planes_have_the_same_bits_as_alone() {
        int leapt = 0;
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(1 << (9 + random.nextInt(5)));
            SimulatorTables tables = new SimulatorTables(RandomMarket.bars(random, n));
            DecisionPlanes planes = random.nextBoolean() ? seldom(n) : RandomMarket.planes(random, n, false);
            List<Execution> executions = new ArrayList<>();
            Map<Integer, Map<PerformanceMetric, Double>> together = new HashMap<>();
            FastSimulator simulator = new FastSimulator(tables, true, Needs.ALL);
            FastSimulator.Results results = (point, execution, tally) -> together.put(point, values(tally, execution));
            for (int i = 0; i < 20; i++) {
                executions.add(costs(random));
                simulator.add(i, planes, false, executions.get(i), results);
            }
            simulator.finish(results);
            for (int i = 0; i < executions.size(); i++) {
                sameBits(
                        "seed " + seed + ", " + n + " bars, " + executions.get(i),
                        together.getOrDefault(i, Map.of()),
                        values(new FastSimulator(tables, true, Needs.ALL), planes, false, executions.get(i)));
            }
            boolean often = FastSimulator.often(LongPositions.follow(planes, false, new long[128]), n);
            leapt += often ? 0 : 1;
        }
        assertThat(leapt).isGreaterThan(100);
    }

    /** Costs alone, of any size. */
    private static Execution costs(SplittableRandom random) {
        double fee = random.nextInt(3) == 0 ? 0 : random.nextDouble() * 0.03;
        double slippage = random.nextInt(3) == 0 ? 0 : random.nextDouble() * 0.01;
        return new Execution(
                1000,
                random.nextInt(3) == 0,
                fee,
                0,
                slippage,
                1,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                0,
                0,
                252);
    }

    /** One trade, so that it is leapt through. */
    private static DecisionPlanes seldom(int n) {
        long[] enter = DecisionPlanes.absent(n);
        long[] exit = DecisionPlanes.absent(n);
        BitPlanes.set(enter, n / 4);
        BitPlanes.set(exit, n / 2);
        return new DecisionPlanes(n, enter, exit, DecisionPlanes.absent(n), DecisionPlanes.absent(n));
    }

    /** Every metric of a point that is simulated alone, in the order of {@link PerformanceMetric}. */
    private static Map<PerformanceMetric, Double> values(
            FastSimulator simulator, DecisionPlanes planes, boolean shorts, Execution execution) {
        Map<PerformanceMetric, Double> values = new EnumMap<>(PerformanceMetric.class);
        FastSimulator.Results results = (point, settings, tally) -> values.putAll(values(tally, settings));
        simulator.begin();
        simulator.add(0, planes, shorts, execution, results);
        simulator.finish(results);
        return values;
    }

    private static Map<PerformanceMetric, Double> values(Tally tally, Execution execution) {
        Map<PerformanceMetric, Double> values = new EnumMap<>(PerformanceMetric.class);
        for (PerformanceMetric metric : PerformanceMetric.values()) {
            values.put(metric, Performance.value(metric, tally, execution));
        }
        return values;
    }

    /** Equality of boxed doubles is that of their bits. */
    private static void sameBits(
            String what, Map<PerformanceMetric, Double> actual, Map<PerformanceMetric, Double> expected) {
        assertThat(actual).as(what).isEqualTo(expected);
    }

    static void agree(String what, PerformanceMetric metric, double actual, double expected) {
        if (Double.isNaN(expected) || Double.isNaN(actual)) {
            assertThat(Double.isNaN(actual))
                    .as("%s: %s, reference %s", what, actual, expected)
                    .isEqualTo(Double.isNaN(expected));
        } else if (COUNTS.contains(metric)) {
            assertThat(actual).as(what).isEqualTo(expected);
        } else {
            double tolerance = 1e-9 * Math.abs(expected) + 1e-11;
            assertThat(Math.abs(actual - expected))
                    .as("%s: %s, reference %s", what, actual, expected)
                    .isLessThanOrEqualTo(tolerance);
        }
    }
}
