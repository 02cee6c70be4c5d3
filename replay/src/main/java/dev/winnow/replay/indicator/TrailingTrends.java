package dev.winnow.replay.indicator;

import static dev.winnow.replay.indicator.Indicator.Argument.number;
import static dev.winnow.replay.indicator.Indicator.Argument.window;

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
                        (bars, columns, scalars, out) -> {
                            Parabolic parabolic = new Parabolic(scalars[0], scalars[1]);
                            for (int t = 0; t < out.length; t++) {
                                out[t] = parabolic.next(bars.high()[t], bars.low()[t]);
                            }
                        },
                        scalars -> {
                            Parabolic parabolic = new Parabolic(scalars[0], scalars[1]);
                            return (bar, columns) -> parabolic.next(bar.high(), bar.low());
                        }),
                new Indicator(
                        "supertrend",
                        FAMILY,
                        List.of(window("w", 10), number("k", 3)),
                        "The Supertrend level: lower band in an uptrend, upper band in a downtrend.",
                        "bands (high + low) / 2 -/+ k * atr(w); a band moves only towards the price while the close before"
                                + " holds it; a close beyond the band in force changes sides",
                        "w",
                        SEBAN,
                        (bars, columns, scalars, out) -> {
                            SuperTrend trend = new SuperTrend((int) scalars[0], scalars[1]);
                            for (int t = 0; t < out.length; t++) {
                                trend.next(bars.high()[t], bars.low()[t], bars.close()[t]);
                                out[t] = trend.level();
                            }
                        },
                        scalars -> {
                            SuperTrend trend = new SuperTrend((int) scalars[0], scalars[1]);
                            return (bar, columns) -> {
                                trend.next(bar.high(), bar.low(), bar.close());
                                return trend.level();
                            };
                        }),
                new Indicator(
                        "supertrend_direction",
                        FAMILY,
                        List.of(window("w", 10), number("k", 3)),
                        "The Supertrend's side: 1 up, -1 down.",
                        "1 while supertrend(w, k) is the lower band, else -1",
                        "w",
                        SEBAN,
                        (bars, columns, scalars, out) -> {
                            SuperTrend trend = new SuperTrend((int) scalars[0], scalars[1]);
                            for (int t = 0; t < out.length; t++) {
                                trend.next(bars.high()[t], bars.low()[t], bars.close()[t]);
                                out[t] = trend.side();
                            }
                        },
                        scalars -> {
                            SuperTrend trend = new SuperTrend((int) scalars[0], scalars[1]);
                            return (bar, columns) -> {
                                trend.next(bar.high(), bar.low(), bar.close());
                                return trend.side();
                            };
                        }));
    }
}
