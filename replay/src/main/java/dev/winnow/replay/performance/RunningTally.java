package dev.winnow.replay.performance;

import dev.winnow.replay.portfolio.Tally;

/**
 * A {@link Tally} that grows bar by bar in constant room. Counts are those of {@link Performance#tally}; sums agree with
 * it as the semantics ask. The central sums are updated as they stand (Pébay 2008), so they do not cancel however long
 * the stream is.
 */
public final class RunningTally {
    private final Tally tally = new Tally();
    private final double cash;
    private double before;
    private double peak;
    private long below;
    private double sum;
    private double mean;

    /** @param cash initial cash */
    public RunningTally(double cash) {
        this.cash = cash;
        this.before = cash;
        this.peak = cash;
        tally.reset(0);
    }

    /** Takes the equity at the close of the bar that comes next, and whether the bar ends with a position. */
    public void bar(double equity, boolean held) {
        double r = before > 0 ? Tally.change(equity, before) : 0;
        before = equity;
        tally.bars++;
        tally.growth = equity / cash;
        tally.heldBars += held ? 1 : 0;
        returned(r);
        peak = Math.max(peak, equity);
        tally.worst = Math.min(tally.worst, equity / peak);
        below = Tally.below(equity, peak) ? below + 1 : 0;
        tally.drawdownBars = Math.max(tally.drawdownBars, below);
    }

    private void returned(double r) {
        double n = tally.bars;
        sum += r;
        tally.mean = sum / n;
        tally.squares += r * r;
        tally.downside += Math.min(r, 0) * Math.min(r, 0);
        double d = r - mean;
        double share = d / n;
        double term = d * share * (n - 1);
        mean += share;
        tally.central4 += term * share * share * (n * n - 3 * n + 3)
                + 6 * share * share * tally.deviation
                - 4 * share * tally.central3;
        tally.central3 += term * share * (n - 2) - 3 * share * tally.deviation;
        tally.deviation += term;
    }

    /** Counts a closed trade. */
    public void trade(double pnl, double cashBefore) {
        tally.add(pnl, cashBefore);
    }

    /** The sums so far. */
    public Tally at(int openTrades, boolean ruined, double fees, double notional) {
        tally.openTrades = openTrades;
        tally.ruined = ruined;
        tally.fees = fees;
        tally.notional = notional;
        return tally;
    }
}
