package dev.winnow.replay.indicator;

import static dev.winnow.replay.indicator.Indicator.Argument.column;
import static dev.winnow.replay.indicator.Indicator.Argument.window;

import java.util.List;

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
                        Blocks::mean),
                average(
                        "ema",
                        "Exponential moving average.",
                        "e[w-1] = mean(x[0], ..., x[w-1]); e[t] = e[t-1] + 2/(w+1) * (x[t] - e[t-1])",
                        "w - 1",
                        "seed and weight as in TA-Lib; ta4j seeds with x[0], so it differs while the seed fades",
                        Smoothing::ema),
                average(
                        "rma",
                        "Wilder's moving average.",
                        "r[w-1] = mean(x[0], ..., x[w-1]); r[t] = r[t-1] + 1/w * (x[t] - r[t-1])",
                        "w - 1",
                        "J. Welles Wilder, New Concepts in Technical Trading Systems (1978); ta4j's MMA seeds with x[0]",
                        Smoothing::wilder),
                average(
                        "wma",
                        "Linearly weighted moving average, newest value heaviest.",
                        "sum((w - k) * x[t-k], k = 0..w-1) / (w * (w + 1) / 2)",
                        "w - 1",
                        "linear weights w, w-1, ..., 1",
                        LinearFit::weightedMean),
                average(
                        "dema",
                        "Double exponential moving average.",
                        "2 * ema(x, w) - ema(ema(x, w), w)",
                        "2 * (w - 1)",
                        "Patrick Mulloy, Smoothing Data with Faster Moving Averages (1994); as TA-Lib",
                        MovingAverages::doubleExponential),
                average(
                        "tema",
                        "Triple exponential moving average.",
                        "3 * e1 - 3 * e2 + e3, e1 = ema(x, w), e2 = ema(e1, w), e3 = ema(e2, w)",
                        "3 * (w - 1)",
                        "Patrick Mulloy, Smoothing Data with Faster Moving Averages (1994); as TA-Lib",
                        MovingAverages::tripleExponential),
                average(
                        "hma",
                        "Hull moving average.",
                        "wma(2 * wma(x, w/2) - wma(x, w), sqrt(w)); w/2 and sqrt(w) rounded down, at least 1",
                        "w + sqrt(w) - 2, sqrt(w) rounded down",
                        "Alan Hull (2005)",
                        MovingAverages::hull),
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
                                adaptive(columns[0], (int) scalars[0], scalars[1], scalars[2], out)),
                new Indicator(
                        "vwma",
                        FAMILY,
                        List.of(column("x"), window("w")),
                        "Volume-weighted moving average.",
                        "sum(x * volume) / sum(volume) over t-w+1..t; NaN where no bar of the window traded",
                        "w - 1",
                        "mean weighted by volume; as ta4j",
                        (bars, columns, scalars, out) -> weighted(columns[0], bars.volume(), (int) scalars[0], out)));
    }

    private static Indicator average(
            String name, String summary, String formula, String firstDefined, String source, Average average) {
        return new Indicator(
                name,
                FAMILY,
                List.of(column("x"), window("w")),
                summary,
                formula,
                firstDefined,
                source,
                (bars, columns, scalars, out) -> average.compute(columns[0], (int) scalars[0], out));
    }

    private static void doubleExponential(double[] x, int w, double[] out) {
        double[] once = new double[x.length];
        Smoothing.ema(x, w, once);
        Smoothing.ema(once, w, out);
        for (int t = 0; t < out.length; t++) {
            out[t] = 2 * once[t] - out[t];
        }
    }

    private static void tripleExponential(double[] x, int w, double[] out) {
        double[] once = new double[x.length];
        double[] twice = new double[x.length];
        Smoothing.ema(x, w, once);
        Smoothing.ema(once, w, twice);
        Smoothing.ema(twice, w, out);
        for (int t = 0; t < out.length; t++) {
            out[t] = 3 * (once[t] - twice[t]) + out[t];
        }
    }

    private static void hull(double[] x, int w, double[] out) {
        double[] lead = new double[x.length];
        LinearFit.weightedMean(x, w, out);
        LinearFit.weightedMean(x, Math.max(1, w / 2), lead);
        for (int t = 0; t < out.length; t++) {
            lead[t] = 2 * lead[t] - out[t];
        }
        LinearFit.weightedMean(lead, (int) Math.sqrt(w), out);
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
            out[t] = traded[t] == 0 ? Double.NaN : out[t] / traded[t];
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
        double slowest = 2 / (slow + 1);
        double range = 2 / (fast + 1) - slowest;
        double average = Double.NaN;
        for (int t = 0; t < n; t++) {
            if (Double.isNaN(path[t])) {
                average = Double.NaN;
            } else {
                if (Double.isNaN(average)) {
                    average = x[t - 1];
                }
                double efficiency = path[t] == 0 ? 1 : Math.min(1, Math.abs(x[t] - x[t - w]) / path[t]);
                double smoothing = efficiency * range + slowest;
                average = Math.fma(smoothing * smoothing, x[t] - average, average);
            }
            out[t] = average;
        }
    }

    /** One column, one window. */
    @FunctionalInterface
    interface Average {
        /** {@code out} is not {@code x}. */
        void compute(double[] x, int w, double[] out);
    }
}
