package dev.winnow.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.space.Axis;
import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;
import dev.winnow.engine.workload.Session;
import dev.winnow.replay.expression.IndicatorLookup;
import dev.winnow.replay.expression.SharedValues;
import dev.winnow.replay.expression.StrategyPlan;
import dev.winnow.replay.expression.StrategySource;
import dev.winnow.replay.indicator.Indicators;
import dev.winnow.replay.market.Bars;
import dev.winnow.replay.performance.PerformanceMetric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TileOrderTest {
    private static Batch batch(List<double[]> points) {
        double[] values = points.stream().flatMapToDouble(Arrays::stream).toArray();
        return new Batch(0, points.size(), points.getFirst().length, values);
    }

    private static int[] order(TileOrder tiles, Batch batch) {
        return Arrays.copyOf(tiles.of(batch), batch.count());
    }

    @Test
    void every_point_comes_once_and_costs_of_equal_planes_stay_together() {
        Random random = new Random(31);
        TileOrder tiles = new TileOrder(new int[] {0, 2});
        for (int round = 0; round < 200; round++) {
            int fees = 1 + random.nextInt(3);
            List<double[]> points = new ArrayList<>();
            for (int fast = 0; fast < 1 + random.nextInt(30); fast++) {
                for (int slow = random.nextInt(5); slow < 40; slow += 1 + random.nextInt(2)) {
                    for (int fee = 0; fee < fees; fee++) {
                        points.add(new double[] {fast, fee, slow});
                    }
                }
            }
            int from = random.nextInt(points.size());
            Batch batch = batch(points.subList(from, points.size()));
            int[] order = order(tiles, batch);
            assertThat(IntStream.of(order).sorted().toArray())
                    .as("round %d", round)
                    .isEqualTo(IntStream.range(0, batch.count()).toArray());
            Set<List<Double>> over = new HashSet<>();
            List<Double> before = null;
            double[] point = new double[3];
            for (int i : order) {
                batch.point(i, point);
                List<Double> read = List.of(point[0], point[2]);
                if (!read.equals(before)) {
                    assertThat(over.add(read))
                            .as("round %d, %s again", round, read)
                            .isTrue();
                }
                before = read;
            }
        }
    }

    @Test
    void a_column_is_met_again_soon() {
        List<double[]> points = new ArrayList<>();
        for (int fast = 0; fast < 40; fast++) {
            for (int slow = 0; slow < 100; slow++) {
                points.add(new double[] {fast, slow});
            }
        }
        Batch batch = batch(points);
        Map<Double, Integer> last = new HashMap<>();
        int[] order = order(new TileOrder(new int[] {0, 1}), batch);
        int near = 0;
        double[] point = new double[2];
        for (int place = 0; place < order.length; place++) {
            batch.point(order[place], point);
            Integer before = last.put(point[1], place);
            near += before != null && place - before <= 8 ? 1 : 0;
        }
        // seven of eight rows meet a column that the row before has just met
        assertThat(near).isEqualTo(40 * 100 * 7 / 8);
    }

    @Test
    void batches_of_one_or_of_three_parameters_keep_their_order() {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            points.add(new double[] {i / 100 % 2, i / 10 % 10, i % 10});
        }
        int[] asTheyCome = IntStream.range(0, 200).toArray();
        assertThat(order(new TileOrder(new int[] {0, 1, 2}), batch(points))).isEqualTo(asTheyCome);
        assertThat(order(new TileOrder(new int[] {2}), batch(points))).isEqualTo(asTheyCome);
        assertThat(order(new TileOrder(new int[0]), batch(points))).isEqualTo(asTheyCome);
    }

    @Test
    void a_point_has_the_same_figures_in_a_tile_and_alone() {
        List<Axis> axes = List.of(
                Axis.numbers("fast", 5, 6, 7, 9, 12),
                Axis.numbers("slow", IntStream.range(20, 120).asDoubleStream().toArray()));
        StrategySource source = new StrategySource(
                Map.of(),
                "crosses_above(sma(close, fast), sma(close, slow))",
                "crosses_below(sma(close, fast), sma(close, slow))",
                null,
                null,
                null);
        StrategyPlan plan = StrategyPlan.compile(source, axes, IndicatorLookup.of(Indicators.all()));
        Random random = new Random(5);
        double[] close = new double[20_000];
        double price = 100;
        for (int t = 0; t < close.length; t++) {
            price *= 1 + 0.002 * random.nextGaussian();
            close[t] = price;
        }
        long[] time = IntStream.range(0, close.length).mapToLong(t -> t).toArray();
        Bars bars = new Bars("walk", false, time, close, close, close, close, new double[close.length]);
        List<PerformanceMetric> metrics = List.of(PerformanceMetric.values());
        Setting none = Setting.of(0);
        ExecutionSettings settings = new ExecutionSettings(
                false,
                Setting.of(10_000),
                Setting.of(0.001),
                none,
                none,
                Setting.of(1),
                none,
                none,
                none,
                none,
                none,
                none);
        BacktestWorkload workload =
                new BacktestWorkload(bars, 365, axes, plan, settings, metrics, 1L << 30, SharedValues.COMPUTED);
        List<double[]> points = new ArrayList<>();
        for (double fast : axes.get(0).values()) {
            for (double slow : axes.get(1).values()) {
                points.add(new double[] {fast, slow});
            }
        }
        assertThat(order(TileOrder.of(axes, plan, bars.size()), batch(points)))
                .isNotEqualTo(IntStream.range(0, points.size()).toArray());
        double[] together = rows(workload, points);
        for (int i = 0; i < points.size(); i += 7) {
            double[] row = Arrays.copyOfRange(together, i * metrics.size(), (i + 1) * metrics.size());
            assertThat(rows(workload, List.of(points.get(i)))).as("point %d", i).isEqualTo(row);
        }
    }

    private static double[] rows(BacktestWorkload workload, List<double[]> points) {
        Outcome out = new Outcome(points.size(), workload.metrics().size());
        try (Session session = workload.open()) {
            session.evaluate(batch(points), out);
        }
        return out.values();
    }
}
