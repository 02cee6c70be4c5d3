package dev.winnow.replay.indicator;

import static dev.winnow.replay.indicator.Indicator.Argument.window;

import dev.winnow.replay.market.Bars;
import java.util.List;

/** True range and its averages. */
final class Ranges {
    private static final String FAMILY = "volatility";
    private static final String WILDER = "J. Welles Wilder, New Concepts in Technical Trading Systems (1978)";

    private Ranges() {}

    static List<Indicator> indicators() {
        return List.of(
                new Indicator(
                        "true_range",
                        FAMILY,
                        List.of(),
                        "The bar's range, extended to the close before it.",
                        "max(high, close[t-1]) - min(low, close[t-1])",
                        "1",
                        WILDER + "; ta4j gives high - low at bar 0, here bar 0 is NaN",
                        (bars, columns, scalars, out) -> trueRange(bars, out)),
                new Indicator(
                        "atr",
                        FAMILY,
                        List.of(window("w", 14)),
                        "Average true range.",
                        "a[w] = mean(true_range[1], ..., true_range[w]); a[t] = a[t-1] + 1/w * (true_range[t] - a[t-1])",
                        "w",
                        WILDER + ", as TA-Lib; ta4j seeds with bar 0's high - low, so it differs while the seed fades",
                        (bars, columns, scalars, out) -> averageTrueRange(bars, (int) scalars[0], out)),
                new Indicator(
                        "natr",
                        FAMILY,
                        List.of(window("w", 14)),
                        "Average true range in percent of the close.",
                        "100 * atr(w) / close",
                        "w",
                        "John Forman, Cross-Market Evaluations With Normalized Average True Range (2006); TA-Lib",
                        (bars, columns, scalars, out) -> normalized(bars, (int) scalars[0], out)));
    }

    /** NaN at bar 0, which has no close before it. */
    static void trueRange(Bars bars, double[] out) {
        double[] high = bars.high();
        double[] low = bars.low();
        double[] close = bars.close();
        if (out.length > 0) {
            out[0] = Double.NaN;
        }
        for (int t = 1; t < out.length; t++) {
            out[t] = Math.max(high[t], close[t - 1]) - Math.min(low[t], close[t - 1]);
        }
    }

    static void averageTrueRange(Bars bars, int w, double[] out) {
        double[] range = new double[out.length];
        trueRange(bars, range);
        Smoothing.wilder(range, w, out);
    }

    private static void normalized(Bars bars, int w, double[] out) {
        averageTrueRange(bars, w, out);
        double[] close = bars.close();
        for (int t = 0; t < out.length; t++) {
            out[t] = 100 * out[t] / close[t];
        }
    }
}
