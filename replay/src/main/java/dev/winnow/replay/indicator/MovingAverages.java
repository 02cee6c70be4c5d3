package dev.winnow.replay.indicator;

import static dev.winnow.replay.indicator.Indicator.Argument.column;
import static dev.winnow.replay.indicator.Indicator.Argument.window;

import java.util.List;
import java.util.function.IntFunction;

/** Averages of a column over a window or with fading weights. */
final class MovingAverages {
    private static final String FAMILY = "moving average";

    private MovingAverages() {}

    static List<Indicator> indicators() {
        return List.of(
                average(
                                "sma",
                                "Simple moving average.",
                                "mean(x[t-w+1], ..., x[t])",
                                "w - 1",
                                "plain mean",
                                Blocks::mean,
                                w -> {
                                    SlidingSum mean = SlidingSum.mean(w);
                                    return (bar, columns) -> mean.next(columns[0]);
                                })
                        .asMean(),
                average(
                        "ema",
                        "Exponential moving average.",
                        "e[w-1] = mean(x[0], ..., x[w-1]); e[t] = e[t-1] + 2/(w+1) * (x[t] - e[t-1])",
                        "w - 1",
                        "seed and weight as in TA-Lib; ta4j seeds with x[0], so it differs while the seed fades",
                        Smoothing::ema,
                        w -> {
                            Smoothing average = Smoothing.ema(w);
                            return (bar, columns) -> average.next(columns[0]);
                        }),
                average(
                        "rma",
                        "Wilder's moving average.",
                        "r[w-1] = mean(x[0], ..., x[w-1]); r[t] = r[t-1] + 1/w * (x[t] - r[t-1])",
                        "w - 1",
                        "J. Welles Wilder, New Concepts in Technical Trading Systems (1978); ta4j's MMA seeds with x[0]",
                        Smoothing::wilder,
                        w -> {
                            Smoothing average = Smoothing.wilder(w);
                            return (bar, columns) -> average.next(columns[0]);
                        }),
                average(
                        "wma",
                        "Linearly weighted moving average, newest value heaviest.",
                        "sum((w - k) * x[t-k], k = 0..w-1) / (w * (w + 1) / 2)",
                        "w - 1",
                        "linear weights w, w-1, ..., 1",
                        LinearFit::weightedMean,
                        w -> {
                            SlidingFit fit = SlidingFit.weightedMean(w);
                            return (bar, columns) -> fit.next(columns[0]);
                        }),
                average(
                        "dema",
                        "Double exponential moving average.",
                        "2 * ema(x, w) - ema(ema(x, w), w)",
                        "2 * (w - 1)",
                        "Patrick Mulloy, Smoothing Data with Faster Moving Averages (1994); as TA-Lib",
                        MovingAverages::doubleExponential,
                        w -> {
                            DoubleExponential average = new DoubleExponential(w);
                            return (bar, columns) -> average.next(columns[0]);
                        }),
                average(
                        "tema",
                        "Triple exponential moving average.",
                        "3 * e1 - 3 * e2 + e3, e1 = ema(x, w), e2 = ema(e1, w), e3 = ema(e2, w)",
                        "3 * (w - 1)",
                        "Patrick Mulloy, Smoothing Data with Faster Moving Averages (1994); as TA-Lib",
                        MovingAverages::tripleExponential,
                        w -> {
                            TripleExponential average = new TripleExponential(w);
                            return (bar, columns) -> average.next(columns[0]);
                        }),
                average(
                        "hma",
                        "Hull moving average.",
                        "wma(2 * wma(x, w/2) - wma(x, w), sqrt(w)); w/2 and sqrt(w) rounded down, at least 1",
                        "w + sqrt(w) - 2, sqrt(w) rounded down",
                        "Alan Hull (2005)",
                        MovingAverages::hull,
                        w -> {
                            Hull average = new Hull(w);
                            return (bar, columns) -> average.next(columns[0]);
                        }),
                new Indicator(
                        "kama",
                        FAMILY,
                        List.of(column("x"), window("w", 10), window("fast", 2), window("slow", 30)),
                        "Kaufman's adaptive moving average.",
                        "k[w-1] = x[w-1]; k[t] = k[t-1] + s^2 * (x[t] - k[t-1]), s = e * (2/(fast+1) - 2/(slow+1)) + 2/(slow+1),"
                                + " e = |x[t] - x[t-w]| / sum(|x[i] - x[i-1]|, i = t-w+1..t), 1 where that sum is 0",
                        "w",
                        "Perry Kaufman, Smarter Trading (1995); seed as TA-Lib",
                        (bars, columns, scalars, out) ->
                                adaptive(columns[0], (int) scalars[0], scalars[1], scalars[2], out),
                        scalars -> {
                            SlidingSum path = SlidingSum.sum((int) scalars[0]);
                            Window before = new Window((int) scalars[0]);
                            Adaptive average = new Adaptive(scalars[1], scalars[2]);
                            return (bar, columns) -> {
                                double x = columns[0];
                                double last = before.back(0);
                                return average.next(x, last, before.push(x), path.next(Math.abs(x - last)));
                            };
                        }),
                new Indicator(
                        "vwma",
                        FAMILY,
                        List.of(column("x"), window("w")),
                        "Volume-weighted moving average.",
                        "sum(x * volume) / sum(volume) over t-w+1..t; NaN where no bar of the window traded",
                        "w - 1",
                        "mean weighted by volume; as ta4j",
                        (bars, columns, scalars, out) -> weighted(columns[0], bars.volume(), (int) scalars[0], out),
                        scalars -> {
                            Weighted average = new Weighted((int) scalars[0]);
                            return (bar, columns) -> average.next(columns[0], bar.volume());
                        }));
    }

    private static Indicator average(
            String name,
            String summary,
            String formula,
            String firstDefined,
            String source,
            Average average,
            IntFunction<Indicator.Step> stream) {
        return new Indicator(
                name,
                FAMILY,
                List.of(column("x"), window("w")),
                summary,
                formula,
                firstDefined,
                source,
                (bars, columns, scalars, out) -> average.compute(columns[0], (int) scalars[0], out),
                scalars -> stream.apply((int) scalars[0]));
    }

    private static void doubleExponential(double[] x, int w, double[] out) {
        DoubleExponential average = new DoubleExponential(w);
        for (int t = 0; t < out.length; t++) {
            out[t] = average.next(x[t]);
        }
    }

    private static final class DoubleExponential {
        private final Smoothing once;
        private final Smoothing twice;

        DoubleExponential(int w) {
            this.once = Smoothing.ema(w);
            this.twice = Smoothing.ema(w);
        }

        double next(double x) {
            double e = once.next(x);
            return 2 * e - twice.next(e);
        }
    }

    private static void tripleExponential(double[] x, int w, double[] out) {
        TripleExponential average = new TripleExponential(w);
        for (int t = 0; t < out.length; t++) {
            out[t] = average.next(x[t]);
        }
    }

    private static final class TripleExponential {
        private final Smoothing once;
        private final Smoothing twice;
        private final Smoothing thrice;

        TripleExponential(int w) {
            this.once = Smoothing.ema(w);
            this.twice = Smoothing.ema(w);
            this.thrice = Smoothing.ema(w);
        }

        double next(double x) {
            double e = once.next(x);
            double ofE = twice.next(e);
            return 3 * (e - ofE) + thrice.next(ofE);
        }
    }

    private static void hull(double[] x, int w, double[] out) {
        double[] lead = new double[x.length];
        LinearFit.weightedMean(x, w, out);
        LinearFit.weightedMean(x, half(w), lead);
        for (int t = 0; t < out.length; t++) {
            lead[t] = 2 * lead[t] - out[t];
        }
        LinearFit.weightedMean(lead, (int) Math.sqrt(w), out);
    }

    private static int half(int w) {
        return Math.max(1, w / 2);
    }

    /** {@link #hull}, one value at a time. */
    private static final class Hull {
        private final SlidingFit whole;
        private final SlidingFit half;
        private final SlidingFit root;

        Hull(int w) {
            this.whole = SlidingFit.weightedMean(w);
            this.half = SlidingFit.weightedMean(half(w));
            this.root = SlidingFit.weightedMean((int) Math.sqrt(w));
        }

        double next(double x) {
            return root.next(2 * half.next(x) - whole.next(x));
        }
    }

    /** The mean of x weighted by the volume of its bar. */
    static void weighted(double[] x, double[] volume, int w, double[] out) {
        double[] product = new double[x.length];
        double[] traded = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            product[t] = x[t] * volume[t];
        }
        Blocks.sum(product, w, out);
        Blocks.sum(volume, w, traded);
        for (int t = 0; t < out.length; t++) {
            out[t] = perVolume(out[t], traded[t]);
        }
    }

    private static double perVolume(double value, double traded) {
        return traded == 0 ? Double.NaN : value / traded;
    }

    /** {@link #weighted}, one bar at a time. */
    static final class Weighted {
        private final SlidingSum value;
        private final SlidingSum traded;

        Weighted(int w) {
            this.value = SlidingSum.sum(w);
            this.traded = SlidingSum.sum(w);
        }

        double next(double x, double volume) {
            return perVolume(value.next(x * volume), traded.next(volume));
        }
    }

    private static void adaptive(double[] x, int w, double fast, double slow, double[] out) {
        int n = x.length;
        double[] steps = new double[n];
        double[] path = new double[n];
        for (int t = 0; t < n; t++) {
            steps[t] = t == 0 ? Double.NaN : Math.abs(x[t] - x[t - 1]);
        }
        Blocks.sum(steps, w, path);
        Adaptive average = new Adaptive(fast, slow);
        for (int t = 0; t < n; t++) {
            out[t] = average.next(x[t], t < 1 ? Double.NaN : x[t - 1], t < w ? Double.NaN : x[t - w], path[t]);
        }
    }

    /** Kaufman's average, one value at a time. */
    private static final class Adaptive {
        private final double slowest;
        private final double range;
        private double average = Double.NaN;

        Adaptive(double fast, double slow) {
            this.slowest = 2 / (slow + 1);
            this.range = 2 / (fast + 1) - slowest;
        }

        /**
         * @param last the value before
         * @param start the value w before
         * @param path sum of the last w absolute changes
         */
        double next(double x, double last, double start, double path) {
            if (Double.isNaN(path)) {
                average = Double.NaN;
            } else {
                if (Double.isNaN(average)) {
                    average = last;
                }
                double efficiency = path == 0 ? 1 : Math.min(1, Math.abs(x - start) / path);
                double smoothing = efficiency * range + slowest;
                average = Math.fma(smoothing * smoothing, x - average, average);
            }
            return average;
        }
    }

    /** One column, one window. */
    @FunctionalInterface
    interface Average {
        /** {@code out} is not {@code x}. */
        void compute(double[] x, int w, double[] out);
    }
}
