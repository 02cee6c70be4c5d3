package dev.winnow.replay.indicator;

import dev.winnow.replay.market.Bar;
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
                        (bars, columns, scalars, out) -> opens(bars, out),
                        scalars -> {
                            Opens opens = new Opens();
                            return (bar, columns) -> opens.next(bar);
                        }),
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
                        },
                        scalars -> {
                            Opens opens = new Opens();
                            return (bar, columns) -> Math.max(bar.high(), Math.max(opens.next(bar), close(bar)));
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
                        },
                        scalars -> {
                            Opens opens = new Opens();
                            return (bar, columns) -> Math.min(bar.low(), Math.min(opens.next(bar), close(bar)));
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
                        },
                        scalars -> (bar, columns) -> close(bar)));
    }

    private static void opens(Bars bars, double[] out) {
        Bar bar = new Bar();
        Opens opens = new Opens();
        for (int t = 0; t < out.length; t++) {
            bar.set(bars, t);
            out[t] = opens.next(bar);
        }
    }

    /** The averaged open, one bar at a time. */
    private static final class Opens {
        private double open = Double.NaN;
        private double close = Double.NaN;

        double next(Bar bar) {
            open = Double.isNaN(open) ? (bar.open() + bar.close()) / 2 : (open + close) / 2;
            close = close(bar);
            return open;
        }
    }

    private static double close(Bars bars, int t) {
        return close(bars.open()[t], bars.high()[t], bars.low()[t], bars.close()[t]);
    }

    private static double close(Bar bar) {
        return close(bar.open(), bar.high(), bar.low(), bar.close());
    }

    private static double close(double open, double high, double low, double close) {
        return (open + high + low + close) / 4;
    }
}
