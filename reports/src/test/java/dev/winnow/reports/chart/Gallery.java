package dev.winnow.reports.chart;

import dev.winnow.engine.workload.Metric.Unit;
import dev.winnow.reports.chart.EquityCurve.Path;
import dev.winnow.reports.chart.EquityCurve.Trade;
import dev.winnow.reports.chart.ParallelCoordinates.Coordinate;
import dev.winnow.reports.chart.Roofline.Kernel;
import dev.winnow.reports.chart.ShareBar.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Charts of realistic, ugly and degenerate inputs, by name. */
final class Gallery {
    static final String UGLY =
            "</svg><script>alert(1)</script> & \"quotes\" ' \u0000 \ud800 a very long name of a thing";

    private static final Quantity SHARPE = new Quantity("sharpe", Unit.RATIO);
    private static final Quantity RETURN = new Quantity("total_return", Unit.FRACTION);
    private static final long DAY = 86_400_000_000L;
    private static final double NAN = Double.NaN;

    private Gallery() {}

    static Map<String, Chart> charts() {
        Map<String, Chart> charts = new LinkedHashMap<>();
        heatMaps(charts);
        curves(charts);
        returns(charts);
        points(charts);
        machines(charts);
        return charts;
    }

    private static void heatMaps(Map<String, Chart> charts) {
        HeatMap map = heatMap(20, 14, SHARPE, 1);
        charts.put("heatmap", map);
        charts.put("heatmap-worst", map.worstOfNeighbours());
        charts.put("heatmap-small", heatMap(6, 5, RETURN, 2));
        charts.put("heatmap-large", heatMap(150, 100, SHARPE, 3));
        charts.put("heatmap-one-cell", heatMap(1, 1, SHARPE, 4));
        charts.put("heatmap-row", heatMap(12, 1, SHARPE, 5));
        charts.put("heatmap-nan", flatMap(NAN));
        charts.put("heatmap-constant", flatMap(0.25));
        charts.put(
                "heatmap-lower",
                new HeatMap(
                        "mode",
                        List.of("market", "limit", "stop-limit-with-a-long-name"),
                        UGLY,
                        List.of(UGLY, "b", "c"),
                        new Quantity("max_drawdown", Unit.FRACTION),
                        new double[] {0.1, 0.2, 0.3, NAN, 1e308, 0.05, 0.07, 0.1, -1e308},
                        false));
    }

    private static void curves(Map<String, Chart> charts) {
        charts.put("equity", equity(2500, 40, true));
        charts.put("equity-long", equity(100_000, 5000, true));
        charts.put("equity-bars", equity(300, 12, false));
        charts.put("equity-one-bar", equity(1, 0, true));
        charts.put(
                "equity-empty",
                new EquityCurve(
                        true, List.of(new Path("none", new long[0], new double[0])), List.of(new Trade(3, 4, true))));
        charts.put(
                "equity-ugly",
                new EquityCurve(
                        false,
                        List.of(new Path(UGLY, new long[] {1, 2, 3, 4, 5}, new double[] {NAN, 1e300, 0, -5, 1e-300})),
                        List.of(new Trade(-100, 400, false))));
        charts.put("marginal", marginal("fast", 12));
        charts.put("marginal-one", marginal(UGLY, 1));
        double[] gaps = {1, NAN, 3, 4, NAN};
        charts.put(
                "marginal-gaps",
                new Marginal("x", List.of("a", "b", "c", "d", "e"), RETURN, gaps, gaps, gaps, gaps, gaps, -1));
        charts.put("threshold", thresholds(12, 3));
        charts.put("threshold-many", thresholds(200, 30));
        charts.put("threshold-none", thresholds(0, 0));
    }

    private static void returns(Map<String, Chart> charts) {
        charts.put("months", months(8, 0.04));
        charts.put("months-huge", months(3, 1e6));
        charts.put("months-none", new ReturnsByMonth(2020, new double[0]));
        charts.put("months-blank", new ReturnsByMonth(2020, filled(24, i -> NAN)));
        charts.put(
                "years",
                new ReturnsByYear(
                        2014,
                        List.of(
                                new Curve("strategy", values(11, 1, 0.2)),
                                new Curve("buy and hold", values(11, 2, 0.2)))));
        charts.put("years-one", new ReturnsByYear(2024, List.of(new Curve(UGLY, new double[] {-0.0007}))));
        charts.put("years-none", new ReturnsByYear(2024, List.of()));
    }

    private static void points(Map<String, Chart> charts) {
        charts.put(
                "importance",
                new Importance(
                        List.of("fast", "slow", "stop_loss", "fee_bps", "a_parameter_with_a_rather_long_name"),
                        new double[] {0.42, 0.31, 0.05, 0.004, NAN}));
        charts.put(
                "importance-ugly", new Importance(List.of(UGLY, "b"), new double[] {Double.POSITIVE_INFINITY, -0.2}));
        charts.put("importance-none", new Importance(List.of(), new double[0]));
        long[] counts = IntStream.range(0, 50)
                .mapToLong(i -> Math.round(40_000 * Math.exp(-(i - 20) * (i - 20) / 90.0)))
                .toArray();
        charts.put("histogram", new Histogram(SHARPE, filled(51, i -> -1 + i * 0.06), counts, 1.93));
        charts.put("histogram-empty", new Histogram(RETURN, new double[] {0}, new long[0], NAN));
        charts.put("histogram-bps", new Histogram(RETURN, filled(11, i -> i * 1e-5), filledCounts(10), 1e-4));
        charts.put("parallel", parallel(800, 4));
        charts.put("parallel-many", parallel(300, 9));
        charts.put("parallel-one", parallel(1, 1));
        charts.put("parallel-none", parallel(0, 2));
        charts.put("simplex", simplex(20));
        charts.put("simplex-fine", simplex(140));
        charts.put(
                "simplex-one",
                new WeightSimplex(
                        List.of(UGLY, "b", "c"),
                        new double[] {1, 1, 2, 0, 0, 0, -1, 3, 0},
                        SHARPE,
                        new double[] {1, 2, NAN},
                        true));
        charts.put(
                "simplex-nan",
                new WeightSimplex(List.of("a", "b", "c"), new double[] {1, 1, 2}, SHARPE, new double[] {NAN}, true));
    }

    private static void machines(Map<String, Chart> charts) {
        Quantity rate = new Quantity("bar-points/s", Unit.COUNT);
        double[] threads = {1, 2, 4, 8, 12, 16};
        charts.put(
                "scaling",
                new Scaling(
                        "threads",
                        threads,
                        rate,
                        List.of(
                                new Curve("bit planes", filled(6, i -> 4.1e8 * Math.pow(threads[i], 0.87))),
                                new Curve("reference", filled(6, i -> 1.1e8 * Math.pow(threads[i], 0.95)))),
                        true));
        double[] sizes = filled(7, i -> Math.pow(10, i));
        charts.put(
                "scaling-sizes",
                new Scaling(
                        "points",
                        sizes,
                        rate,
                        List.of(new Curve("cpu", filled(7, i -> 3e6 * sizes[i] / (sizes[i] + 1000)))),
                        false));
        charts.put(
                "scaling-one",
                new Scaling("threads", new double[] {1}, rate, List.of(new Curve(UGLY, new double[] {5})), true));
        charts.put("scaling-none", new Scaling("threads", new double[0], rate, List.of(), true));
        charts.put(
                "roofline",
                new Roofline(
                        67_000,
                        4_800,
                        List.of(
                                new Kernel("bit scan", 0.25, 700),
                                new Kernel("prefix sums", 1.5, 2_900),
                                new Kernel("dense cost matrix", 60, 31_000))));
        charts.put("roofline-none", new Roofline(1, 1e-9, List.of(new Kernel(UGLY, 0, NAN))));
        charts.put(
                "speedup",
                new SpeedUp(
                        "points",
                        sizes,
                        List.of(
                                new Curve("OpenCL", filled(7, i -> 28 * sizes[i] / (sizes[i] + 30_000))),
                                new Curve("16 threads", filled(7, i -> 11 * sizes[i] / (sizes[i] + 900))))));
        charts.put("speedup-none", new SpeedUp(UGLY, new double[] {10}, List.of(new Curve("x", new double[] {NAN}))));
        charts.put(
                "shares",
                new ShareBar(
                        new Quantity("wall time", Unit.SECONDS),
                        List.of(
                                new Part("load", 0.12),
                                new Part("indicators", 0.31),
                                new Part("signals", 0.22),
                                new Part("simulate", 1.9),
                                new Part("write", 0.008))));
        charts.put(
                "shares-many",
                new ShareBar(
                        new Quantity(UGLY, Unit.SECONDS),
                        IntStream.range(0, 30)
                                .mapToObj(i -> new Part(UGLY + i, 1e-6 * (i + 1)))
                                .toList()));
        charts.put(
                "shares-none",
                new ShareBar(new Quantity("wall", Unit.SECONDS), List.of(new Part("a", 0), new Part("b", NAN))));
    }

    static HeatMap heatMap(int columns, int rows, Quantity value, long seed) {
        Random random = new Random(seed);
        double[] cells = filled(columns * rows, i -> {
            double x = (double) (i % columns) / columns - 0.6;
            int row = i / columns;
            double y = (double) row / rows - 0.45;
            double hill = 1.4 * Math.exp(-12 * (x * x + y * y)) + 0.12 * random.nextGaussian() - 0.2;
            return i % columns > 0.9 * columns && row < rows / 3 ? NAN : i == 3 ? 1.5 : hill;
        });
        return new HeatMap("fast", steps(columns, 5), "slow", steps(rows, 20), value, cells, true);
    }

    private static HeatMap flatMap(double value) {
        return new HeatMap("fast", steps(4, 1), "slow", steps(4, 1), SHARPE, filled(16, i -> value), true);
    }

    private static EquityCurve equity(int bars, int trades, boolean timed) {
        Random random = new Random(bars);
        long[] times = new long[bars];
        double[] strategy = new double[bars];
        double[] hold = new double[bars];
        double a = 10_000;
        double b = 10_000;
        for (int i = 0; i < bars; i++) {
            times[i] = timed ? 1_300_000_000_000_000L + i * DAY / (bars > 10_000 ? 24 : 1) : i;
            double move = random.nextGaussian() * 0.011;
            a *= Math.exp(0.0004 + move * 0.6 + random.nextGaussian() * 0.003);
            b *= Math.exp(0.0002 + move);
            strategy[i] = a;
            hold[i] = b;
        }
        List<Trade> made = new ArrayList<>();
        for (int t = 0; t < trades; t++) {
            int entry = t * bars / trades;
            made.add(new Trade(times[entry], times[Math.min(bars - 1, entry + bars / trades * 2 / 3)], t % 3 != 0));
        }
        return new EquityCurve(
                timed, List.of(new Path("strategy", times, strategy), new Path("buy and hold", times, hold)), made);
    }

    private static Marginal marginal(String parameter, int n) {
        double[] middle = filled(n, i -> 0.8 * Math.exp(-(i - 4.0) * (i - 4) / 20));
        return new Marginal(
                parameter,
                steps(n, 5),
                SHARPE,
                plus(middle, -0.9),
                plus(middle, -0.3),
                middle,
                plus(middle, 0.35),
                plus(middle, 0.8),
                n / 3);
    }

    static ThresholdCurves thresholds(int positions, int exits) {
        List<Curve> curves = IntStream.range(0, exits)
                .mapToObj(e -> new Curve("exit 0." + e, filled(positions, i -> Math.sin(i * 0.4 + e) * 0.8 - e * 0.1)))
                .toList();
        return new ThresholdCurves("enter threshold", filled(positions, i -> 0.1 + 0.05 * i), SHARPE, curves);
    }

    private static ReturnsByMonth months(int years, double size) {
        double[] values = values(12 * years, 3, size);
        Arrays.fill(values, 0, Math.min(values.length, 4), NAN);
        return new ReturnsByMonth(2017, values);
    }

    private static ParallelCoordinates parallel(int points, int parameters) {
        Random random = new Random(points);
        List<Coordinate> axes = IntStream.range(0, parameters)
                .mapToObj(a -> a == 1
                        ? new Coordinate(
                                "exit_mode",
                                List.of("close", "stop", "trailing"),
                                filled(points, i -> random.nextInt(3)))
                        : new Coordinate(
                                "parameter_" + a, List.of(), filled(points, i -> 5 * (random.nextInt(20) + 1))))
                .toList();
        return new ParallelCoordinates(axes, SHARPE, values(points, 5, 1), true);
    }

    private static WeightSimplex simplex(int steps) {
        List<double[]> weights = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            for (int j = 0; i + j <= steps; j++) {
                weights.add(new double[] {steps - i - j, i, j});
            }
        }
        double[] values = weights.stream()
                .mapToDouble(w -> 1.2 - Math.pow(w[0] / steps - 0.5, 2) * 3 - Math.pow(w[1] / steps - 0.3, 2) * 2)
                .toArray();
        return new WeightSimplex(
                List.of("momentum", "mean reversion", "breakout"),
                weights.stream().flatMapToDouble(Arrays::stream).toArray(),
                SHARPE,
                values,
                true);
    }

    private static List<String> steps(int n, int by) {
        return IntStream.rangeClosed(1, n)
                .mapToObj(i -> Integer.toString(i * by))
                .toList();
    }

    private static double[] values(int n, long seed, double size) {
        Random random = new Random(seed);
        return filled(n, i -> random.nextGaussian() * size);
    }

    private static double[] plus(double[] values, double more) {
        return filled(values.length, i -> values[i] + more);
    }

    static double[] filled(int n, IntToDoubleFunction f) {
        return IntStream.range(0, n).mapToDouble(f).toArray();
    }

    private static long[] filledCounts(int n) {
        return IntStream.range(0, n).mapToLong(i -> i * 7L % 11).toArray();
    }
}
