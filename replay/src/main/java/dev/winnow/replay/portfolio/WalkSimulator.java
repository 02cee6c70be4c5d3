package dev.winnow.replay.portfolio;

import dev.winnow.replay.market.Bars;
import dev.winnow.replay.signal.DecisionPlanes;

/**
 * Simulates a point in two steps: from fill to fill ({@link TradeWalk}), then over the equity of all bars
 * ({@link HoldKernel}): for shorts, stops, lots, fixed fees, borrow and part of the cash. One thread's.
 */
final class WalkSimulator {
    private final int bars;
    private final double[] close;
    private final HoldKernel kernel;
    private final Stretches stretches = new Stretches();
    private final HoldSums sums = new HoldSums();
    private final TradeWalk trades;

    WalkSimulator(Bars prices, Kernels kernels) {
        this.close = prices.close();
        this.bars = close.length;
        this.kernel = kernels.hold();
        this.trades = new TradeWalk(prices, kernels.stops(), stretches);
    }

    /** Fills the tally; takes the returns' sums a second time around their mean where they lost their digits. */
    void simulate(DecisionPlanes planes, Execution execution, Needs needs, Tally tally) {
        tally.reset(bars);
        trades.walk(planes, execution, bars, needs, tally);
        boolean more = needs.moments() || needs.downside();
        sums.reset(execution.cash(), 0, more);
        int ruin = bars;
        if (!kernel.sum(close, stretches, sums)) {
            ruin = ruin();
            tally.reset(bars);
            tally.ruined = true;
            trades.walk(planes, execution, ruin + 1, needs, tally);
            stretches.bars = ruin;
            sum(0, execution.cash(), more);
        }
        if (tally.ruined && trades.openStake() > 0) {
            // not held at the end of the bar that ruins it
            tally.heldBars--;
            tally.add(-trades.openStake(), trades.openStake());
        }
        tally.openTrades = !tally.ruined && trades.openStake() > 0 ? 1 : 0;
        fill(tally, ruin, 0);
        tally.growth = tally.ruined ? 0 : sums.before / execution.cash();
        if (!tally.settle(needs)) {
            sum(tally.mean, execution.cash(), more);
            fill(tally, ruin, tally.mean);
            tally.centre(needs.moments());
        }
    }

    private void sum(double shift, double cash, boolean more) {
        sums.reset(cash, shift, more);
        if (!kernel.sum(close, stretches, sums)) {
            throw new IllegalStateException("equity is above 0 on all these bars");
        }
    }

    /** The first bar at whose close equity is not above 0. */
    private int ruin() {
        int t = 0;
        int stretch = 0;
        while (true) {
            stretch += stretches.begins(t);
            if (stretches.rest[stretch] + stretches.quantity[stretch] * close[t] <= 0) {
                return t;
            }
            t++;
        }
    }

    /** The sums of the bars before a ruin, if there is one, and of those from it on: -1, then 0. */
    private void fill(Tally tally, int ruin, double shift) {
        if (tally.ruined) {
            sums.add(-1, 0);
            sums.below += bars - ruin;
            sums.worst = 0;
        }
        double rest = tally.ruined ? bars - ruin - 1 : 0;
        tally.sum1 = HoldSums.total(sums.sum1) - rest * shift;
        tally.sum2 = HoldSums.total(sums.sum2) + rest * shift * shift;
        tally.sum3 = HoldSums.total(sums.sum3) - rest * shift * shift * shift;
        tally.sum4 = HoldSums.total(sums.sum4) + rest * shift * shift * shift * shift;
        tally.downside = HoldSums.total(sums.downside);
        tally.worst = sums.worst;
        tally.drawdownBars = Math.max(sums.longest, sums.below);
    }
}
