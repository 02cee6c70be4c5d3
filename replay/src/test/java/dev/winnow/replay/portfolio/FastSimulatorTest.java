package dev.winnow.replay.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.replay.market.Bars;
import dev.winnow.replay.performance.Performance;
import dev.winnow.replay.performance.PerformanceMetric;
import dev.winnow.replay.signal.DecisionPlanes;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
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
        int ruined = 0;
        for (int seed = 0; seed < 6_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 1 + random.nextInt(1 << (3 + random.nextInt(9)));
            boolean shorts = random.nextBoolean();
            Bars bars = RandomMarket.bars(random, n);
            DecisionPlanes planes = RandomMarket.planes(random, n, shorts);
            Execution execution = RandomMarket.execution(random);
            Backtest reference = ReferenceSimulator.run(bars, planes, execution);
            Tally fast = new Tally();
            new FastSimulator(new SimulatorTables(bars), true).simulate(planes, shorts, execution, Needs.ALL, fast);
            leapt += FastSimulator.jumps(execution, shorts) ? 1 : 0;
            ruined += reference.ruined() ? 1 : 0;
            assertThat(fast.ruined).as("seed %d ruined", seed).isEqualTo(reference.ruined());
            for (PerformanceMetric metric : PerformanceMetric.values()) {
                agree(
                        "seed " + seed + ", " + n + " bars, " + execution + ", " + metric,
                        metric,
                        Performance.value(metric, fast, execution),
                        Performance.of(reference, execution, metric));
            }
        }
        assertThat(leapt).isGreaterThan(500);
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
            FastSimulator simulator = new FastSimulator(new SimulatorTables(bars), true);
            Tally all = new Tally();
            Tally one = new Tally();
            simulator.simulate(planes, shorts, execution, Needs.ALL, all);
            for (PerformanceMetric metric : PerformanceMetric.values()) {
                simulator.simulate(planes, shorts, execution, Performance.needs(List.of(metric)), one);
                assertThat(Double.doubleToLongBits(Performance.value(metric, one, execution)))
                        .as("seed %d %s %s", seed, metric, execution)
                        .isEqualTo(Double.doubleToLongBits(Performance.value(metric, all, execution)));
            }
        }
    }

    @Test
    void the_scalar_and_the_vector_loops_give_the_same_bits() {
        for (int seed = 0; seed < 2_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(1 << (1 + random.nextInt(10)));
            Bars bars = RandomMarket.bars(random, n);
            DecisionPlanes planes = RandomMarket.planes(random, n, true);
            Execution execution = RandomMarket.execution(random);
            SimulatorTables tables = new SimulatorTables(bars);
            Tally scalar = new Tally();
            Tally vector = new Tally();
            new FastSimulator(tables, Kernels.scalar()).simulate(planes, true, execution, Needs.ALL, scalar);
            new FastSimulator(tables, Kernels.vector()).simulate(planes, true, execution, Needs.ALL, vector);
            for (PerformanceMetric metric : PerformanceMetric.values()) {
                assertThat(Double.doubleToLongBits(Performance.value(metric, vector, execution)))
                        .as("seed %d, %d bars, %s, %s", seed, n, execution, metric)
                        .isEqualTo(Double.doubleToLongBits(Performance.value(metric, scalar, execution)));
            }
        }
    }

    @Test
    void more_costs_than_fit_the_memory_give_the_same_bits() {
        SplittableRandom random = new SplittableRandom(7);
        int n = 200;
        Bars bars = RandomMarket.bars(random, n);
        DecisionPlanes planes = RandomMarket.planes(random, n, false);
        SimulatorTables three = new SimulatorTables(bars, 3 * 100L * n);
        FastSimulator tight = new FastSimulator(three, true);
        FastSimulator roomy = new FastSimulator(new SimulatorTables(bars), true);
        Tally one = new Tally();
        Tally other = new Tally();
        for (int i = 0; i < 50; i++) {
            Execution execution = new Execution(
                    1000, true, i % 10 * 1e-4, 0, 0, 1, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, 0, 252);
            tight.simulate(planes, false, execution, Needs.ALL, one);
            roomy.simulate(planes, false, execution, Needs.ALL, other);
            assertThat(three.costs()).isLessThanOrEqualTo(3);
            for (PerformanceMetric metric : PerformanceMetric.values()) {
                assertThat(Double.doubleToLongBits(Performance.value(metric, one, execution)))
                        .as("fee %s, %s", execution.fee(), metric)
                        .isEqualTo(Double.doubleToLongBits(Performance.value(metric, other, execution)));
            }
        }
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
