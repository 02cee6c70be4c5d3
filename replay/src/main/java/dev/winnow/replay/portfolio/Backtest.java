package dev.winnow.replay.portfolio;

import java.util.List;

/**
 * One point in full, as the plain reference found it.
 *
 * @param equity double[bars], after all of the bar's fills
 * @param held boolean[bars], whether the bar ends with a position
 * @param trades closed trades in order, then the open one if any
 * @param fees sum of fees
 * @param notional sum of |quantity| * fill price
 * @param ruined whether equity fell to 0
 */
public record Backtest(
        double[] equity, boolean[] held, List<Trade> trades, double fees, double notional, boolean ruined) {}
