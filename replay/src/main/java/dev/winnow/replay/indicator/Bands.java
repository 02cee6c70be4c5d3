package dev.winnow.replay.indicator;

import static dev.winnow.replay.indicator.Indicator.Argument.column;
import static dev.winnow.replay.indicator.Indicator.Argument.number;
import static dev.winnow.replay.indicator.Indicator.Argument.window;

import java.util.List;

/** Channels around a moving average or between extremes. */
final class Bands {
    private static final String FAMILY = "volatility";
    private static final String BOLLINGER = "John Bollinger, Bollinger on Bollinger Bands (2001), population deviation";
    private static final String KELTNER =
            "Linda Raschke's form of Keltner's channel (ema of the close, average true range), one window for both";
    private static final String DONCHIAN =
            "Richard Donchian; the window holds bar t itself, so a breakout compares with lag(..., 1)";

    private Bands() {}

    static List<Indicator> indicators() {
        return List.of(
                bollinger("upper", "sma(x, w) + k * stddev(x, w)", 1),
                new Indicator(
                                "bollinger_middle",
                                FAMILY,
                                List.of(column("x"), window("w", 20), number("k", 2)),
                                "Middle Bollinger band; k is accepted and unused, as the three bands are called alike.",
                                "sma(x, w)",
                                "w - 1",
                                BOLLINGER,
                                (bars, columns, scalars, out) -> Blocks.mean(columns[0], (int) scalars[0], out),
                                scalars -> {
                                    SlidingSum mean = SlidingSum.mean((int) scalars[0]);
                                    return (bar, columns) -> mean.next(columns[0]);
                                })
                        .asMean(),
                bollinger("lower", "sma(x, w) - k * stddev(x, w)", -1),
                keltner("upper", "ema(close, w) + k * atr(w)", 1),
                new Indicator(
                        "keltner_middle",
                        FAMILY,
                        List.of(window("w", 20), number("k", 2)),
                        "Middle of the Keltner channel; k is accepted and unused, as the three lines are called alike.",
                        "ema(close, w)",
                        "w - 1",
                        KELTNER,
                        (bars, columns, scalars, out) -> Smoothing.ema(bars.close(), (int) scalars[0], out),
                        scalars -> {
                            Smoothing average = Smoothing.ema((int) scalars[0]);
                            return (bar, columns) -> average.next(bar.close());
                        }),
                keltner("lower", "ema(close, w) - k * atr(w)", -1),
                new Indicator(
                        "donchian_upper",
                        FAMILY,
                        List.of(window("w", 20)),
                        "Upper line of the Donchian channel.",
                        "highest(high, w)",
                        "w - 1",
                        DONCHIAN,
                        (bars, columns, scalars, out) -> Extremes.highest(bars.high(), (int) scalars[0], out),
                        scalars -> {
                            SlidingExtreme highest = SlidingExtreme.highest((int) scalars[0]);
                            return (bar, columns) -> highest.next(bar.high());
                        }),
                new Indicator(
                        "donchian_middle",
                        FAMILY,
                        List.of(window("w", 20)),
                        "Middle of the Donchian channel.",
                        "(highest(high, w) + lowest(low, w)) / 2",
                        "w - 1",
                        DONCHIAN,
                        (bars, columns, scalars, out) -> {
                            double[] lower = new double[out.length];
                            Extremes.highest(bars.high(), (int) scalars[0], out);
                            Extremes.lowest(bars.low(), (int) scalars[0], lower);
                            for (int t = 0; t < out.length; t++) {
                                out[t] = (out[t] + lower[t]) / 2;
                            }
                        },
                        scalars -> {
                            SlidingExtreme highest = SlidingExtreme.highest((int) scalars[0]);
                            SlidingExtreme lowest = SlidingExtreme.lowest((int) scalars[0]);
                            return (bar, columns) -> (highest.next(bar.high()) + lowest.next(bar.low())) / 2;
                        }),
                new Indicator(
                        "donchian_lower",
                        FAMILY,
                        List.of(window("w", 20)),
                        "Lower line of the Donchian channel.",
                        "lowest(low, w)",
                        "w - 1",
                        DONCHIAN,
                        (bars, columns, scalars, out) -> Extremes.lowest(bars.low(), (int) scalars[0], out),
                        scalars -> {
                            SlidingExtreme lowest = SlidingExtreme.lowest((int) scalars[0]);
                            return (bar, columns) -> lowest.next(bar.low());
                        }));
    }

    private static Indicator bollinger(String line, String formula, int side) {
        return new Indicator(
                "bollinger_" + line,
                FAMILY,
                List.of(column("x"), window("w", 20), number("k", 2)),
                (side > 0 ? "Upper" : "Lower") + " Bollinger band.",
                formula,
                "w - 1",
                BOLLINGER,
                (bars, columns, scalars, out) -> {
                    double[] width = new double[out.length];
                    Dispersion.deviation(columns[0], (int) scalars[0], width);
                    Blocks.mean(columns[0], (int) scalars[0], out);
                    add(out, side * scalars[1], width);
                },
                scalars -> {
                    SlidingSum mean = SlidingSum.mean((int) scalars[0]);
                    SlidingVariance width = new SlidingVariance((int) scalars[0]);
                    double factor = side * scalars[1];
                    return (bar, columns) -> mean.next(columns[0]) + factor * width.deviation(columns[0]);
                });
    }

    private static Indicator keltner(String line, String formula, int side) {
        return new Indicator(
                "keltner_" + line,
                FAMILY,
                List.of(window("w", 20), number("k", 2)),
                (side > 0 ? "Upper" : "Lower") + " line of the Keltner channel.",
                formula,
                "w",
                KELTNER,
                (bars, columns, scalars, out) -> {
                    double[] width = new double[out.length];
                    Ranges.averageTrueRange(bars, (int) scalars[0], width);
                    Smoothing.ema(bars.close(), (int) scalars[0], out);
                    add(out, side * scalars[1], width);
                },
                scalars -> {
                    Smoothing average = Smoothing.ema((int) scalars[0]);
                    Ranges.AverageTrueRange width = new Ranges.AverageTrueRange((int) scalars[0]);
                    double factor = side * scalars[1];
                    return (bar, columns) ->
                            average.next(bar.close()) + factor * width.next(bar.high(), bar.low(), bar.close());
                });
    }

    private static void add(double[] out, double factor, double[] width) {
        for (int t = 0; t < out.length; t++) {
            out[t] += factor * width[t];
        }
    }
}
