package dev.winnow.replay.indicator;

import static dev.winnow.replay.indicator.Indicator.Argument.column;
import static dev.winnow.replay.indicator.Indicator.Argument.window;

import java.util.Arrays;
import java.util.List;

/**
 * The least-squares line through the last w values against their bar numbers, and the linearly weighted mean, which is
 * that line read a third of the way from the middle to the end.
 *
 * <p>Sums of d and of d times bar number are taken relative to a bar inside the window, see {@link Blocks}.
 */
final class LinearFit {
    private static final String SOURCE = "ordinary least squares of x on the bar number";

    private LinearFit() {}

    static List<Indicator> indicators() {
        return List.of(
                new Indicator(
                        "linreg_slope",
                        "statistics",
                        List.of(column("x"), window("w")),
                        "Slope per bar of the line through the last w values.",
                        "cov(k, x) / var(k) over k = t-w+1..t; NaN for w = 1",
                        "w - 1, w >= 2",
                        SOURCE,
                        (bars, columns, scalars, out) -> slope(columns[0], (int) scalars[0], out),
                        scalars -> {
                            int w = (int) scalars[0];
                            SlidingFit fit = SlidingFit.slope(w);
                            return (bar, columns) -> w == 1 ? Double.NaN : fit.next(columns[0]);
                        }),
                new Indicator(
                        "linreg_value",
                        "statistics",
                        List.of(column("x"), window("w")),
                        "Value at bar t of the line through the last w values.",
                        "sma(x, w) + linreg_slope(x, w) * (w - 1) / 2",
                        "w - 1",
                        SOURCE,
                        (bars, columns, scalars, out) -> value(columns[0], (int) scalars[0], out),
                        scalars -> {
                            SlidingFit fit = SlidingFit.value((int) scalars[0]);
                            return (bar, columns) -> fit.next(columns[0]);
                        }));
    }

    /** Slope of the line through the last {@code w} values, per bar; NaN for {@code w} = 1. */
    static void slope(double[] x, int w, double[] out) {
        if (w == 1) {
            Arrays.fill(out, Double.NaN);
        } else {
            fit(x, w, 0, 1, out);
        }
    }

    /** The line at its newest bar. */
    static void value(double[] x, int w, double[] out) {
        fit(x, w, 1, toNewest(w), out);
    }

    /** Weights w, w-1, ..., 1 from the newest value back. */
    static void weightedMean(double[] x, int w, double[] out) {
        fit(x, w, 1, toWeighted(w), out);
    }

    /** Bars from the middle of a window to its newest value. */
    static double toNewest(int w) {
        return (w - 1) / 2.0;
    }

    /** Bars from the middle of a window to where its line has the linearly weighted mean. */
    static double toWeighted(int w) {
        return (w - 1) / 6.0;
    }

    /** level * mean + lever * slope of every window. */
    private static void fit(double[] x, int w, double level, double lever, double[] out) {
        int n = x.length;
        Arrays.fill(out, 0, Math.min(w - 1, n), Double.NaN);
        if (n < w) {
            return;
        }
        double[] moments = new double[w];
        for (int b = 0; b < n; b += w) {
            int end = Math.min(n - b, w);
            double pivot = x[b];
            double tail = 0;
            double tailMoment = 0;
            for (int i = w - 1; i >= 0 && b > 0; i--) {
                if (i < end) {
                    out[b + i] = tail;
                    moments[i] = tailMoment;
                }
                double d = x[b - w + i] - pivot;
                tail += d;
                tailMoment += (i - w) * d;
            }
            double head = 0;
            double headMoment = 0;
            for (int i = 0; i < end; i++) {
                double d = x[b + i] - pivot;
                head += d;
                headMoment += i * d;
                if (b > 0 || i == w - 1) {
                    double sum = b > 0 ? out[b + i] + head : head;
                    double moment = b > 0 ? moments[i] + headMoment : headMoment;
                    out[b + i] = read(pivot, sum, moment, i, w, level, lever);
                }
            }
        }
    }

    /**
     * level * mean + lever * slope of the line through one window.
     *
     * @param sum of the values relative to {@code pivot}
     * @param moment sum of those times the bar number, counted from the start of the block
     * @param i bar number of the newest value
     */
    static double read(double pivot, double sum, double moment, int i, int w, double level, double lever) {
        double spread = w == 1 ? 1 : w * ((double) w * w - 1) / 12;
        double slope = (moment - (i - (w - 1) / 2.0) * sum) / spread;
        return Blocks.finite(level * (pivot + sum / w) + lever * slope);
    }
}
