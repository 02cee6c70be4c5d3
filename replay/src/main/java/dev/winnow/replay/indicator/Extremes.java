package dev.winnow.replay.indicator;

import static dev.winnow.replay.indicator.Indicator.Argument.column;
import static dev.winnow.replay.indicator.Indicator.Argument.window;

import java.util.Arrays;
import java.util.List;

/** Highest and lowest value of a sliding window, by {@link Blocks}' cut: two comparisons a bar whatever the window. */
final class Extremes {
    private static final String SOURCE = "van Herk (1992), Gil and Werman (1993)";

    private Extremes() {}

    static List<Indicator> indicators() {
        return List.of(
                new Indicator(
                        "highest",
                        "statistics",
                        List.of(column("x"), window("w")),
                        "The highest of the last w values.",
                        "max(x[t-w+1], ..., x[t])",
                        "w - 1",
                        SOURCE,
                        (bars, columns, scalars, out) -> highest(columns[0], (int) scalars[0], out),
                        scalars -> {
                            SlidingExtreme highest = SlidingExtreme.highest((int) scalars[0]);
                            return (bar, columns) -> highest.next(columns[0]);
                        }),
                new Indicator(
                        "lowest",
                        "statistics",
                        List.of(column("x"), window("w")),
                        "The lowest of the last w values.",
                        "min(x[t-w+1], ..., x[t])",
                        "w - 1",
                        SOURCE,
                        (bars, columns, scalars, out) -> lowest(columns[0], (int) scalars[0], out),
                        scalars -> {
                            SlidingExtreme lowest = SlidingExtreme.lowest((int) scalars[0]);
                            return (bar, columns) -> lowest.next(columns[0]);
                        }));
    }

    /** The greatest of the last {@code w} values; NaN while one of them is NaN. {@code out} is not {@code x}. */
    static void highest(double[] x, int w, double[] out) {
        extreme(x, w, 1, out);
    }

    /** The least of the last {@code w} values; NaN while one of them is NaN. {@code out} is not {@code x}. */
    static void lowest(double[] x, int w, double[] out) {
        extreme(x, w, -1, out);
    }

    /** The greatest with sign 1, the least with -1: both are exact, signs of zeros included. */
    private static void extreme(double[] x, int w, double sign, double[] out) {
        int n = x.length;
        Arrays.fill(out, 0, Math.min(w - 1, n), Double.NaN);
        for (int b = 0; b < n; b += w) {
            int end = Math.min(n - b, w);
            if (b > 0) {
                double tail = Double.NEGATIVE_INFINITY;
                for (int i = w - 1; i >= 0; i--) {
                    if (i < end) {
                        out[b + i] = tail;
                    }
                    tail = Math.max(tail, sign * x[b - w + i]);
                }
            }
            double head = Double.NEGATIVE_INFINITY;
            for (int t = b; t < b + end; t++) {
                head = Math.max(head, sign * x[t]);
                if (b > 0) {
                    out[t] = sign * Math.max(out[t], head);
                } else if (t == w - 1) {
                    out[t] = sign * head;
                }
            }
            if (b > n - w) {
                break;
            }
        }
    }
}
