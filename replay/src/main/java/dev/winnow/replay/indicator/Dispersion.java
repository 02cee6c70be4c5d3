package dev.winnow.replay.indicator;

import static dev.winnow.replay.indicator.Indicator.Argument.column;
import static dev.winnow.replay.indicator.Indicator.Argument.window;

import java.util.Arrays;
import java.util.List;

/**
 * Population variance of a sliding window and what follows from it.
 *
 * <p>Sums of d and d*d are taken relative to a value inside the window (see {@link Blocks}). For any value p of a
 * window of w values (p - mean)^2 is at most w times the variance, so the subtraction below loses a factor of w + 1
 * at most, whatever the level or the history of the column; a constant window gives exactly 0.
 */
final class Dispersion {
    private Dispersion() {}

    static List<Indicator> indicators() {
        return List.of(
                new Indicator(
                        "variance",
                        "statistics",
                        List.of(column("x"), window("w")),
                        "Population variance of the last w values.",
                        "mean((x - mean(x))^2) over t-w+1..t",
                        "w - 1",
                        "population moment (divided by w, not by w - 1)",
                        (bars, columns, scalars, out) -> variance(columns[0], (int) scalars[0], out),
                        scalars -> {
                            SlidingVariance variance = new SlidingVariance((int) scalars[0]);
                            return (bar, columns) -> variance.next(columns[0]);
                        }),
                new Indicator(
                        "stddev",
                        "statistics",
                        List.of(column("x"), window("w")),
                        "Population standard deviation of the last w values.",
                        "sqrt(variance(x, w))",
                        "w - 1",
                        "population moment (divided by w, not by w - 1)",
                        (bars, columns, scalars, out) -> deviation(columns[0], (int) scalars[0], out),
                        scalars -> {
                            SlidingVariance variance = new SlidingVariance((int) scalars[0]);
                            return (bar, columns) -> variance.deviation(columns[0]);
                        }),
                new Indicator(
                        "zscore",
                        "statistics",
                        List.of(column("x"), window("w")),
                        "How many standard deviations the value lies above its mean.",
                        "(x - sma(x, w)) / stddev(x, w); NaN where the window is constant",
                        "w - 1",
                        "standard score with the population standard deviation",
                        (bars, columns, scalars, out) -> score(columns[0], (int) scalars[0], out),
                        scalars -> {
                            SlidingSum mean = SlidingSum.mean((int) scalars[0]);
                            SlidingVariance variance = new SlidingVariance((int) scalars[0]);
                            return (bar, columns) ->
                                    score(columns[0], mean.next(columns[0]), variance.deviation(columns[0]));
                        }));
    }

    /** The population variance of the last {@code w} values. {@code out} is not {@code x}. */
    static void variance(double[] x, int w, double[] out) {
        int n = x.length;
        Arrays.fill(out, 0, Math.min(w - 1, n), Double.NaN);
        if (n < w) {
            return;
        }
        double[] squares = new double[w];
        for (int b = 0; b < n; b += w) {
            int end = Math.min(n - b, w);
            double pivot = x[b];
            double tail = 0;
            double tailSquares = 0;
            for (int i = w - 1; i >= 0 && b > 0; i--) {
                if (i < end) {
                    out[b + i] = tail;
                    squares[i] = tailSquares;
                }
                double d = x[b - w + i] - pivot;
                tail += d;
                tailSquares += d * d;
            }
            double head = 0;
            double headSquares = 0;
            for (int i = 0; i < end; i++) {
                double d = x[b + i] - pivot;
                head += d;
                headSquares += d * d;
                if (b > 0) {
                    out[b + i] = variance(out[b + i] + head, squares[i] + headSquares, w);
                }
            }
            if (b == 0) {
                out[w - 1] = variance(head, headSquares, w);
            }
        }
    }

    static double variance(double sum, double squares, int w) {
        return Math.max((squares - sum * sum / w) / w, 0);
    }

    /** The population standard deviation of the last {@code w} values. {@code out} is not {@code x}. */
    static void deviation(double[] x, int w, double[] out) {
        variance(x, w, out);
        for (int t = 0; t < out.length; t++) {
            out[t] = Math.sqrt(out[t]);
        }
    }

    private static void score(double[] x, int w, double[] out) {
        double[] mean = new double[x.length];
        Blocks.mean(x, w, mean);
        deviation(x, w, out);
        for (int t = 0; t < out.length; t++) {
            out[t] = score(x[t], mean[t], out[t]);
        }
    }

    private static double score(double x, double mean, double deviation) {
        return deviation == 0 ? Double.NaN : (x - mean) / deviation;
    }
}
