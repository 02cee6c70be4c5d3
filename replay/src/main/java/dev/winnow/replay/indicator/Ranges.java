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
                        (bars, columns, scalars, out) -> trueRange(bars, out),
                        scalars -> {
                            TrueRange range = new TrueRange();
                            return (bar, columns) -> range.next(bar.high(), bar.low(), bar.close());
                        }),
                new Indicator(
                        "atr",
                        FAMILY,
                        List.of(window("w", 14)),
                        "Average true range.",
                        "a[w] = mean(true_range[1], ..., true_range[w]); a[t] = a[t-1] + 1/w * (true_range[t] - a[t-1])",
                        "w",
                        WILDER + ", as TA-Lib; ta4j seeds with bar 0's high - low, so it differs while the seed fades",
                        (bars, columns, scalars, out) -> averageTrueRange(bars, (int) scalars[0], out),
                        scalars -> {
                            AverageTrueRange average = new AverageTrueRange((int) scalars[0]);
                            return (bar, columns) -> average.next(bar.high(), bar.low(), bar.close());
                        }),
                new Indicator(
                        "natr",
                        FAMILY,
                        List.of(window("w", 14)),
                        "Average true range in percent of the close.",
                        "100 * atr(w) / close",
                        "w",
                        "John Forman, Cross-Market Evaluations With Normalized Average True Range (2006); TA-Lib",
                        (bars, columns, scalars, out) -> normalized(bars, (int) scalars[0], out),
                        scalars -> {
                            AverageTrueRange average = new AverageTrueRange((int) scalars[0]);
                            return (bar, columns) ->
                                    normalized(average.next(bar.high(), bar.low(), bar.close()), bar.close());
                        }));
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
            out[t] = trueRange(high[t], low[t], close[t - 1]);
        }
    }

    private static double trueRange(double high, double low, double before) {
        return Math.max(high, before) - Math.min(low, before);
    }

    /** One bar at a time; NaN at the first. */
    static final class TrueRange {
        private double before = Double.NaN;

        double next(double high, double low, double close) {
            double range = trueRange(high, low, before);
            before = close;
            return range;
        }
    }

    /** One bar at a time. */
    static final class AverageTrueRange {
        private final TrueRange range = new TrueRange();
        private final Smoothing average;

        AverageTrueRange(int w) {
            this.average = Smoothing.wilder(w);
        }

        double next(double high, double low, double close) {
            return average.next(range.next(high, low, close));
        }
    }

    static void averageTrueRange(Bars bars, int w, double[] out) {
        trueRange(bars, out);
        Smoothing.wilder(out, w, out);
    }

    private static void normalized(Bars bars, int w, double[] out) {
        averageTrueRange(bars, w, out);
        double[] close = bars.close();
        for (int t = 0; t < out.length; t++) {
            out[t] = normalized(out[t], close[t]);
        }
    }

    private static double normalized(double range, double close) {
        return 100 * range / close;
    }
}
