package dev.winnow.replay.portfolio;

/**
 * Which sums of a {@link Tally} are asked for, so that a simulator computes only what is asked for.
 *
 * @param returns sum and squares of the returns
 * @param moments third and fourth powers
 * @param downside squares of the negative returns
 * @param drawdown the worst ratio to the running peak
 * @param drawdownBars the longest stay below the peak
 * @param trades the sums over closed trades: wins, profit, loss, expectancy
 * @param costs fees and notional
 */
public record Needs(
        boolean returns,
        boolean moments,
        boolean downside,
        boolean drawdown,
        boolean drawdownBars,
        boolean trades,
        boolean costs) {
    /** All sums. */
    public static final Needs ALL = new Needs(true, true, true, true, true, true, true);
}
