package dev.winnow.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.execute.OracleCheck;
import dev.winnow.engine.execute.SweepExecutor;
import dev.winnow.engine.plan.SweepPlan;
import dev.winnow.engine.space.Axes;
import dev.winnow.engine.space.Dimension;
import dev.winnow.engine.space.ListedTuples;
import dev.winnow.engine.space.Space;
import dev.winnow.engine.workload.Parameter;
import dev.winnow.engine.workload.ParameterKind;
import dev.winnow.replay.ensemble.RandomSignals;
import dev.winnow.replay.ensemble.Trailing;
import dev.winnow.replay.market.Bars;
import dev.winnow.replay.performance.PerformanceMetric;
import dev.winnow.replay.portfolio.RandomMarket;
import dev.winnow.replay.signal.KernelChoice;
import dev.winnow.replay.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EnsembleWorkloadTest {
    private static final int[] SIZES = {1, 2, 63, 64, 65, 130, 512, 700};

    /** A workload of a random ensemble and its space. */
    private record Case(EnsembleWorkload workload, Space space) {
        static Case random(long seed) {
            Random random = new Random(seed);
            Bars bars = RandomMarket.bars(random, SIZES[random.nextInt(SIZES.length)]);
            List<Signal> signals = RandomSignals.signals(random, bars.size());
            List<Dimension> dimensions = new ArrayList<>();
            EnsembleSettings settings =
                    switch (random.nextInt(3)) {
                        case 0 -> {
                            dimensions.add(ListedTuples.drawn(names(signals), 4, seed));
                            dimensions.add(Axes.listed("enter", 0.25, 0.5));
                            dimensions.add(Axes.listed("exit", -0.25, 0, 0.2));
                            yield new EnsembleSettings.Weighted(
                                    IntStream.range(0, signals.size())
                                            .mapToObj(Setting::parameter)
                                            .toList(),
                                    Setting.parameter(signals.size()),
                                    Setting.parameter(signals.size() + 1));
                        }
                        case 1 -> {
                            dimensions.add(Axes.stepped("votes", 1, signals.size(), 1));
                            yield new EnsembleSettings.Vote(Setting.parameter(0));
                        }
                        default -> {
                            dimensions.add(Axes.listed("window", 5, 20));
                            dimensions.add(Axes.listed("enter", 0.25, 0.5));
                            yield new EnsembleSettings.BestOf(
                                    Setting.parameter(0),
                                    random.nextBoolean() ? Trailing.SHARPE : Trailing.TOTAL_RETURN,
                                    Setting.parameter(1),
                                    Setting.of(0));
                        }
                    };
            dimensions.add(Axes.listed("stop", 0, 0.03));
            Space space = Space.of(dimensions);
            Setting off = Setting.of(0);
            ExecutionSettings execution = new ExecutionSettings(
                    random.nextBoolean(),
                    Setting.of(10_000),
                    Setting.of(0.001),
                    off,
                    off,
                    Setting.of(1),
                    off,
                    Setting.parameter(space.axes().size() - 1),
                    off,
                    off,
                    off,
                    off);
            List<Parameter> parameters = space.axes().stream()
                    .map(axis -> new Parameter(axis, ParameterKind.PREPARE))
                    .toList();
            return new Case(
                    new EnsembleWorkload(
                            bars,
                            252,
                            parameters,
                            signals,
                            settings,
                            null,
                            execution,
                            List.of(PerformanceMetric.values()),
                            random.nextBoolean() ? KernelChoice.best() : KernelChoice.forWork(1)),
                    space);
        }

        private static List<String> names(List<Signal> signals) {
            return IntStream.range(0, signals.size()).mapToObj(i -> "s" + i).toList();
        }

        double[] run(int threads, int batch) {
            double[] rows = new double[(int) space.size() * PerformanceMetric.values().length];
            new SweepExecutor(threads).run(workload, SweepPlan.withBatchSize(space, batch), (points, outcome) -> {
                assertThat(outcome.failures()).isEmpty();
                System.arraycopy(
                        outcome.values(),
                        0,
                        rows,
                        (int) points.first() * outcome.metrics(),
                        points.count() * outcome.metrics());
            });
            return rows;
        }
    }

    @Test
    void every_way_to_combine_agrees_with_its_oracle() {
        for (long seed = 0; seed < 150; seed++) {
            Case random = Case.random(seed);
            OracleCheck check = OracleCheck.of(
                    random.workload(), random.workload().oracle().orElseThrow(), SweepPlan.of(random.space(), 1), 60);
            assertThat(check.compared()).isPositive();
            assertThat(check.worst()).as("seed %d", seed).isLessThan(1e-9);
        }
    }

    @Test
    void neither_threads_nor_batches_show_in_a_result() {
        for (long seed = 200; seed < 230; seed++) {
            Case random = Case.random(seed);
            double[] alone = random.run(1, 1);
            assertThat(random.run(3, 5)).as("seed %d", seed).isEqualTo(alone);
            assertThat(random.run(2, 1_000)).as("seed %d", seed).isEqualTo(alone);
        }
    }
}
