package dev.winnow.replay.indicator;

import static dev.winnow.replay.indicator.Indicator.Argument.number;
import static dev.winnow.replay.indicator.Indicator.Argument.window;

import dev.winnow.replay.market.Bars;
import java.util.Arrays;
import java.util.List;

/** Levels that trail the price and change sides when it crosses them. */
final class TrailingTrends {
    private static final String FAMILY = "trend";
    private static final String SEBAN = "Olivier Seban's Supertrend; starts in a downtrend and turns on closes, as"
            + " TradingView's ta.supertrend, but up is 1 and down -1";

    private TrailingTrends() {}

    static List<Indicator> indicators() {
        return List.of(
                new Indicator(
                        "psar",
                        FAMILY,
                        List.of(number("step", 0.02), number("max", 0.2)),
                        "Parabolic stop and reverse.",
                        "s[t] = s[t-1] + a * (e - s[t-1]), kept outside the two bars before; e = extreme since the reversal,"
                                + " a = step, raised by step at each new extreme up to max; crossed: s[t] = e and sides change",
                        "1",
                        "J. Welles Wilder, New Concepts in Technical Trading Systems (1978); first side by the larger"
                                + " directional movement of bar 1, as TA-Lib; ta4j's levels differ",
                        (bars, columns, scalars, out) -> parabolic(bars, scalars[0], scalars[1], out)),
                new Indicator(
                        "supertrend",
                        FAMILY,
                        List.of(window("w", 10), number("k", 3)),
                        "The Supertrend level: lower band in an uptrend, upper band in a downtrend.",
                        "bands (high + low) / 2 -/+ k * atr(w); a band moves only towards the price while the close before"
                                + " holds it; a close beyond the band in force changes sides",
                        "w",
                        SEBAN,
                        (bars, columns, scalars, out) -> superTrend(bars, (int) scalars[0], scalars[1], false, out)),
                new Indicator(
                        "supertrend_direction",
                        FAMILY,
                        List.of(window("w", 10), number("k", 3)),
                        "The Supertrend's side: 1 up, -1 down.",
                        "1 while supertrend(w, k) is the lower band, else -1",
                        "w",
                        SEBAN,
                        (bars, columns, scalars, out) -> superTrend(bars, (int) scalars[0], scalars[1], true, out)));
    }

    private static void parabolic(Bars bars, double step, double max, double[] out) {
        int n = out.length;
        double[] high = bars.high();
        double[] low = bars.low();
        Arrays.fill(out, 0, Math.min(1, n), Double.NaN);
        if (n < 2) {
            return;
        }
        double down = low[0] - low[1];
        boolean rising = !(down > 0 && down > high[1] - high[0]);
        double extreme = rising ? high[1] : low[1];
        double level = rising ? low[0] : high[0];
        double pace = Math.min(step, max);
        for (int t = 1; t < n; t++) {
            if (t > 1) {
                level += pace * (extreme - level);
                level = rising
                        ? Math.min(level, Math.min(low[t - 1], low[t - 2]))
                        : Math.max(level, Math.max(high[t - 1], high[t - 2]));
            }
            if (rising ? low[t] <= level : high[t] >= level) {
                rising = !rising;
                level = rising
                        ? Math.min(extreme, Math.min(low[t], low[t - 1]))
                        : Math.max(extreme, Math.max(high[t], high[t - 1]));
                extreme = rising ? high[t] : low[t];
                pace = Math.min(step, max);
            } else if (t > 1 && (rising ? high[t] > extreme : low[t] < extreme)) {
                extreme = rising ? high[t] : low[t];
                pace = Math.min(pace + step, max);
            }
            out[t] = level;
        }
    }

    private static void superTrend(Bars bars, int w, double k, boolean direction, double[] out) {
        double[] high = bars.high();
        double[] low = bars.low();
        double[] close = bars.close();
        Ranges.averageTrueRange(bars, w, out);
        double upper = Double.NaN;
        double lower = Double.NaN;
        boolean rising = false;
        for (int t = w; t < out.length; t++) {
            double middle = (high[t] + low[t]) / 2;
            double above = middle + k * out[t];
            double below = middle - k * out[t];
            // at t = w there is no band yet: comparisons with NaN are false
            upper = above > upper && close[t - 1] <= upper ? upper : above;
            lower = below < lower && close[t - 1] >= lower ? lower : below;
            if (t > w) {
                rising = rising ? close[t] >= lower : close[t] > upper;
            }
            double side = rising ? 1 : -1;
            out[t] = direction ? side : rising ? lower : upper;
        }
    }
}
