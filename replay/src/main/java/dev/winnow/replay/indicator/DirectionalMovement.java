package dev.winnow.replay.indicator;

import static dev.winnow.replay.indicator.Indicator.Argument.window;

import dev.winnow.replay.market.Bars;
import java.util.Arrays;
import java.util.List;

/** Wilder's directional movement system, and Aroon. */
final class DirectionalMovement {
    private static final String FAMILY = "trend";
    private static final String WILDER = "J. Welles Wilder, New Concepts in Technical Trading Systems (1978); smoothing"
            + " as rma, so the first value averages w movements (TA-Lib drops the last of them from its seed)";
    private static final String CHANDE = "Tushar Chande, The Time Price Oscillator (1995); as TA-Lib";

    private DirectionalMovement() {}

    static List<Indicator> indicators() {
        return List.of(
                new Indicator(
                        "plus_di",
                        FAMILY,
                        List.of(window("w", 14)),
                        "Positive directional indicator, 0..100.",
                        "100 * rma(u, w) / atr(w), u = high - high[t-1] where that exceeds low[t-1] - low and 0, else 0;"
                                + " 0 where atr is 0",
                        "w",
                        WILDER,
                        (bars, columns, scalars, out) -> indicator(bars, (int) scalars[0], 1, out)),
                new Indicator(
                        "minus_di",
                        FAMILY,
                        List.of(window("w", 14)),
                        "Negative directional indicator, 0..100.",
                        "100 * rma(d, w) / atr(w), d = low[t-1] - low where that exceeds high - high[t-1] and 0, else 0;"
                                + " 0 where atr is 0",
                        "w",
                        WILDER,
                        (bars, columns, scalars, out) -> indicator(bars, (int) scalars[0], -1, out)),
                new Indicator(
                        "adx",
                        FAMILY,
                        List.of(window("w", 14)),
                        "Average directional index, 0..100.",
                        "rma(100 * |plus_di - minus_di| / (plus_di + minus_di), w); 0 in place of a quotient 0/0",
                        "2 * w - 1",
                        WILDER,
                        (bars, columns, scalars, out) -> averageIndex(bars, (int) scalars[0], out)),
                new Indicator(
                        "aroon_up",
                        FAMILY,
                        List.of(window("w", 25)),
                        "How recent the highest high is, 0..100.",
                        "100 * (w - k) / w, k = bars since the highest high of t-w..t, the latest of equals",
                        "w",
                        CHANDE,
                        (bars, columns, scalars, out) -> {
                            double[] highest = new double[out.length];
                            Extremes.highest(bars.high(), (int) scalars[0] + 1, highest);
                            recency(bars.high(), highest, (int) scalars[0], out);
                        }),
                new Indicator(
                        "aroon_down",
                        FAMILY,
                        List.of(window("w", 25)),
                        "How recent the lowest low is, 0..100.",
                        "100 * (w - k) / w, k = bars since the lowest low of t-w..t, the latest of equals",
                        "w",
                        CHANDE,
                        (bars, columns, scalars, out) -> {
                            double[] lowest = new double[out.length];
                            Extremes.lowest(bars.low(), (int) scalars[0] + 1, lowest);
                            recency(bars.low(), lowest, (int) scalars[0], out);
                        }));
    }

    private static void indicator(Bars bars, int w, int side, double[] out) {
        double[] high = bars.high();
        double[] low = bars.low();
        double[] movement = new double[out.length];
        for (int t = 0; t < movement.length; t++) {
            double up = t == 0 ? Double.NaN : high[t] - high[t - 1];
            double down = t == 0 ? Double.NaN : low[t - 1] - low[t];
            double ours = side > 0 ? up : down;
            double other = side > 0 ? down : up;
            movement[t] = ours > other && ours > 0 ? ours : ours * 0;
        }
        double[] range = new double[out.length];
        Ranges.averageTrueRange(bars, w, range);
        Smoothing.wilder(movement, w, out);
        for (int t = 0; t < out.length; t++) {
            out[t] = range[t] == 0 ? 0 : 100 * out[t] / range[t];
        }
    }

    private static void averageIndex(Bars bars, int w, double[] out) {
        double[] plus = new double[out.length];
        double[] minus = new double[out.length];
        indicator(bars, w, 1, plus);
        indicator(bars, w, -1, minus);
        for (int t = 0; t < out.length; t++) {
            double sum = plus[t] + minus[t];
            plus[t] = sum == 0 ? 0 : 100 * Math.abs(plus[t] - minus[t]) / sum;
        }
        Smoothing.wilder(plus, w, out);
    }

    /** {@code extreme[t]} is a value of x in t-w..t. */
    private static void recency(double[] x, double[] extreme, int w, double[] out) {
        Arrays.fill(out, 0, Math.min(w, out.length), Double.NaN);
        int at = -1;
        for (int t = w; t < out.length; t++) {
            if (x[t] == extreme[t]) {
                at = t;
            } else if (at < t - w) {
                at = t - 1;
                while (x[at] != extreme[t]) {
                    at--;
                }
            }
            out[t] = 100.0 * (w - (t - at)) / w;
        }
    }
}
