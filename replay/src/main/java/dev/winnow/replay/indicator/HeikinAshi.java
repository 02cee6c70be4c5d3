package dev.winnow.replay.indicator;

import dev.winnow.replay.market.Bars;
import java.util.List;

/** Averaged bars. */
final class HeikinAshi {
    private static final String FAMILY = "bars";
    private static final String SOURCE =
            "Dan Valcu, Using the Heikin-Ashi Technique (2004); the first open is the middle of the first body";

    private HeikinAshi() {}

    static List<Indicator> indicators() {
        return List.of(
                new Indicator(
                        "heikin_ashi_open",
                        FAMILY,
                        List.of(),
                        "Open of the averaged bar.",
                        "o[0] = (open + close) / 2; o[t] = (o[t-1] + heikin_ashi_close[t-1]) / 2",
                        "0",
                        SOURCE,
                        (bars, columns, scalars, out) -> opens(bars, out)),
                new Indicator(
                        "heikin_ashi_high",
                        FAMILY,
                        List.of(),
                        "High of the averaged bar.",
                        "max(high, heikin_ashi_open, heikin_ashi_close)",
                        "0",
                        SOURCE,
                        (bars, columns, scalars, out) -> {
                            opens(bars, out);
                            for (int t = 0; t < out.length; t++) {
                                out[t] = Math.max(bars.high()[t], Math.max(out[t], close(bars, t)));
                            }
                        }),
                new Indicator(
                        "heikin_ashi_low",
                        FAMILY,
                        List.of(),
                        "Low of the averaged bar.",
                        "min(low, heikin_ashi_open, heikin_ashi_close)",
                        "0",
                        SOURCE,
                        (bars, columns, scalars, out) -> {
                            opens(bars, out);
                            for (int t = 0; t < out.length; t++) {
                                out[t] = Math.min(bars.low()[t], Math.min(out[t], close(bars, t)));
                            }
                        }),
                new Indicator(
                        "heikin_ashi_close",
                        FAMILY,
                        List.of(),
                        "Close of the averaged bar.",
                        "(open + high + low + close) / 4",
                        "0",
                        SOURCE,
                        (bars, columns, scalars, out) -> {
                            for (int t = 0; t < out.length; t++) {
                                out[t] = close(bars, t);
                            }
                        }));
    }

    private static void opens(Bars bars, double[] out) {
        for (int t = 0; t < out.length; t++) {
            out[t] = t == 0 ? (bars.open()[0] + bars.close()[0]) / 2 : (out[t - 1] + close(bars, t - 1)) / 2;
        }
    }

    private static double close(Bars bars, int t) {
        return (bars.open()[t] + bars.high()[t] + bars.low()[t] + bars.close()[t]) / 4;
    }
}
