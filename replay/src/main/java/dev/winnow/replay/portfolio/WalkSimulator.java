package dev.winnow.replay.portfolio;

import dev.winnow.replay.market.Bars;
import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.DecisionPlanes;

/**
 * Walks the bars on which a position is open and leaps over the others: for shorts, stops, lots, fixed fees, borrow and
 * part of the cash. Cash and quantity are kept by the reference's own arithmetic ({@link Fills}), so every decision that
 * hangs on them falls the same way; only the sums are taken in another order. One thread's.
 */
final class WalkSimulator {
    /** A wish to be flat, beside the sides 1 and -1. */
    private static final int CLOSE = 2;

    private final int bars;
    private final double[] open;
    private final double[] high;
    private final double[] low;
    private final double[] close;

    // the point
    private Execution execution = Execution.plain(1, 1);
    private Needs needs = Needs.ALL;
    private Tally tally = new Tally();
    private long[] enterLong = {};
    private long[] exitLong = {};
    private long[] enterShort = {};
    private long[] exitShort = {};

    // the account
    private double cash;
    private double quantity;
    private int entryBar;
    private double entryPrice;
    private double cashBefore;
    private double best;

    // the path
    private final SimulatorTables tables;
    private final HoldKernel kernel;
    private final HoldSums sums = new HoldSums();
    private int marked;

    WalkSimulator(SimulatorTables tables, HoldKernel kernel) {
        Bars bars = tables.bars();
        this.tables = tables;
        this.kernel = kernel;
        this.bars = bars.size();
        this.open = bars.open();
        this.high = bars.high();
        this.low = bars.low();
        this.close = bars.close();
    }

    /** Fills the tally; takes the returns' sums a second time around their mean where they lost their digits. */
    void simulate(DecisionPlanes planes, Execution execution, Needs needs, Tally tally) {
        this.execution = execution;
        this.needs = needs;
        this.tally = tally;
        this.enterLong = planes.enterLong();
        this.exitLong = planes.exitLong();
        this.enterShort = planes.enterShort();
        this.exitShort = planes.exitShort();
        pass(0);
        double mean = tally.sum1 / bars;
        double squares = tally.sum2;
        if (needs.returns() && !tally.centre(needs.moments())) {
            pass(mean);
            tally.centre(needs.moments());
        }
        tally.mean = mean;
        tally.squares = squares;
    }

    private void pass(double shift) {
        tally.reset(bars);
        sums.reset(execution.cash(), shift, needs.moments() || needs.downside());
        cash = execution.cash();
        quantity = 0;
        marked = 0;
        walk();
        // bars on which equity stood still were not visited: each has a return of 0
        double rest = shift == 0 ? 0 : bars - marked;
        tally.sum1 = HoldSums.total(sums.sum1) - rest * shift;
        tally.sum2 = HoldSums.total(sums.sum2) + rest * shift * shift;
        tally.sum3 = HoldSums.total(sums.sum3) - rest * shift * shift * shift;
        tally.sum4 = HoldSums.total(sums.sum4) + rest * shift * shift * shift * shift;
        tally.downside = HoldSums.total(sums.downside);
        tally.worst = sums.worst;
        tally.drawdownBars = Math.max(sums.longest, sums.below);
        tally.openTrades = quantity != 0 ? 1 : 0;
        tally.growth = sums.before / execution.cash();
    }

    private void walk() {
        boolean atClose = execution.fillAtClose();
        int t = 0;
        int pending = 0;
        while (t < bars) {
            if (pending != 0) {
                order(pending, t, open[t]);
                pending = 0;
            }
            if (quantity == 0) {
                int decision = nextEntry(t);
                if (decision > t) {
                    still(t, decision);
                    if (tally.ruined) {
                        return;
                    }
                    t = decision;
                }
                if (t >= bars) {
                    return;
                }
                int side = (enterLong[t >>> 6] >>> t & 1) != 0 ? 1 : -1;
                if (atClose) {
                    order(side, t, close[t]);
                } else {
                    pending = side;
                }
                if (!mark(t)) {
                    return;
                }
                t++;
                continue;
            }
            int decision = nextExit(t);
            t = hold(t, Math.min(decision, bars));
            if (tally.ruined || t >= bars) {
                return;
            }
            if (quantity == 0) {
                // stopped inside bar t, whose close decides anew
                continue;
            }
            int wish = reverses(t) ? (quantity > 0 ? -1 : 1) : CLOSE;
            if (atClose) {
                order(wish, t, close[t]);
            } else {
                pending = wish;
            }
            if (!mark(t)) {
                return;
            }
            t++;
        }
    }

    /** First bar from t on that enters either way; {@code bars} when there is none. */
    private int nextEntry(int t) {
        int w = t >>> 6;
        int words = BitPlanes.words(bars);
        long mask = -1L << t;
        while (w < words) {
            long word = (enterLong[w] ^ enterShort[w]) & mask;
            if (word != 0) {
                return (w << 6) + Long.numberOfTrailingZeros(word);
            }
            mask = -1;
            w++;
        }
        return bars;
    }

    /** First bar from t on that closes or reverses the position; {@code bars} when there is none. */
    private int nextExit(int t) {
        long[] exits = quantity > 0 ? exitLong : exitShort;
        long[] reversals = quantity > 0 ? enterShort : enterLong;
        long[] cancels = quantity > 0 ? enterLong : enterShort;
        int w = t >>> 6;
        int words = BitPlanes.words(bars);
        long mask = -1L << t;
        while (w < words) {
            long word = (exits[w] | (reversals[w] & ~cancels[w])) & mask;
            if (word != 0) {
                return (w << 6) + Long.numberOfTrailingZeros(word);
            }
            mask = -1;
            w++;
        }
        return bars;
    }

    private boolean reverses(int t) {
        long reversal = quantity > 0 ? enterShort[t >>> 6] : enterLong[t >>> 6];
        long cancel = quantity > 0 ? enterLong[t >>> 6] : enterShort[t >>> 6];
        return ((reversal & ~cancel) >>> t & 1) != 0;
    }

    private void order(int wish, int t, double raw) {
        if (quantity != 0) {
            closePosition(raw);
        }
        if (wish != CLOSE) {
            enter(t, raw, wish);
        }
    }

    private void enter(int t, double raw, int side) {
        double price = side > 0 ? Fills.buyPrice(raw, execution) : Fills.sellPrice(raw, execution);
        double size = Fills.quantity(cash, price, execution);
        if (!(size > 0)) {
            return;
        }
        cashBefore = cash;
        cash = side > 0 ? Fills.openLong(cash, size, price, execution) : Fills.openShort(cash, size, price, execution);
        tally.fees += Fills.fee(size, price, execution);
        tally.notional += size * price;
        quantity = side * size;
        entryBar = t;
        entryPrice = price;
        best = price;
    }

    private void closePosition(double raw) {
        double size = Math.abs(quantity);
        double price = quantity > 0 ? Fills.sellPrice(raw, execution) : Fills.buyPrice(raw, execution);
        cash = quantity > 0
                ? Fills.closeLong(cash, size, price, execution)
                : Fills.closeShort(cash, size, price, execution);
        tally.fees += Fills.fee(size, price, execution);
        tally.notional += size * price;
        quantity = 0;
        settle(Trade.pnl(cash, cashBefore));
    }

    private void settle(double pnl) {
        tally.trades++;
        tally.wins += pnl > 0 ? 1 : 0;
        tally.profit += Math.max(0, pnl);
        tally.loss += Math.max(0, -pnl);
        tally.expectancy += pnl / cashBefore;
    }

    /** Marks bars from..to-1, on which there is no position: equity is the cash. */
    private void still(int from, int to) {
        int first = from;
        if (cash != sums.before || cash <= 0) {
            if (!mark(from)) {
                return;
            }
            first++;
        }
        if (sums.below > 0) {
            sums.below += to - first;
        }
    }

    /** The end of bar t: equity, return, drawdown. False when it is the ruin. */
    private boolean mark(int t) {
        if (quantity < 0) {
            cash -= execution.borrow() * -quantity * close[t] / execution.periodsPerYear();
        }
        double equity = cash + quantity * close[t];
        if (equity <= 0) {
            ruin(t);
            return false;
        }
        sums.add(Tally.change(equity, sums.before), 0);
        sums.before = equity;
        sums.mark(equity);
        marked++;
        if (quantity != 0) {
            tally.heldBars++;
        }
        return true;
    }

    /** Equity is 0 from bar t to the end. */
    private void ruin(int t) {
        if (quantity != 0) {
            settle(-cashBefore);
            quantity = 0;
        }
        sums.add(-1, 0);
        marked++;
        sums.below += bars - t;
        sums.before = 0;
        sums.worst = 0;
        tally.ruined = true;
    }

    /**
     * Holds the position from bar {@code from} on, whose open it has already seen, until a stop closes it or the bar
     * {@code decision} is to decide. The bar that is returned has had its stop test and is not yet marked.
     */
    private int hold(int from, int decision) {
        int end = decision;
        boolean stopped = false;
        if (execution.stops()) {
            int last = Math.min(decision, bars - 1);
            int touched = quantity > 0 ? touchLong(from, last) : touchShort(from, last);
            stopped = touched <= last;
            end = stopped ? touched : decision;
        }
        if (!markRun(from, end)) {
            return end;
        }
        if (stopped) {
            stopOut(end);
        }
        return end;
    }

    private double stopLong() {
        double lossLevel = entryPrice * (1 - execution.stopLoss());
        double trailingLevel = best * (1 - execution.trailing());
        return level(lossLevel, trailingLevel, trailingLevel > lossLevel);
    }

    private double stopShort() {
        double lossLevel = entryPrice * (1 + execution.stopLoss());
        double trailingLevel = best * (1 + execution.trailing());
        return level(lossLevel, trailingLevel, trailingLevel < lossLevel);
    }

    /** The level that is tested: the only one that is on, or the trailing one where it is the nearer. */
    private static double level(double lossLevel, double trailingLevel, boolean trailingNearer) {
        return Double.isNaN(lossLevel) || trailingNearer ? trailingLevel : lossLevel;
    }

    /**
     * First bar of from..last that touches the stop or the target of a long; last + 1 when none does. Most trades are
     * done with a look at the extrema of all their bars: no trailing stop ever stood above the one of the last bar.
     */
    private int touchLong(int from, int last) {
        double lossLevel = orElse(entryPrice * (1 - execution.stopLoss()), Double.NEGATIVE_INFINITY);
        double target = orElse(entryPrice * (1 + execution.takeProfit()), Double.POSITIVE_INFINITY);
        double trail = 1 - execution.trailing();
        if (Double.isNaN(trail)) {
            return kernel.leaves(high, low, from, last + 1, lossLevel, target);
        }
        RangeExtrema prices = tables.prices();
        double least = prices.minimum(from, last + 1);
        double most = prices.maximum(from, last + 1);
        double bestAtLast = Math.max(best, most);
        if (least > lossLevel && least > bestAtLast * trail && most < target) {
            best = bestAtLast;
            return last + 1;
        }
        // prices are positive, so their bits order as they do; the maximum of bits takes no branch
        long bestBits = Double.doubleToRawLongBits(best);
        int t = from;
        for (; t <= last; t++) {
            double trailingLevel = Double.longBitsToDouble(bestBits) * trail;
            if (low[t] <= lossLevel | low[t] <= trailingLevel | high[t] >= target) {
                break;
            }
            bestBits = Math.max(bestBits, Double.doubleToRawLongBits(high[t]));
        }
        best = Double.longBitsToDouble(bestBits);
        return t;
    }

    private int touchShort(int from, int last) {
        double lossLevel = orElse(entryPrice * (1 + execution.stopLoss()), Double.POSITIVE_INFINITY);
        double target = orElse(entryPrice * (1 - execution.takeProfit()), Double.NEGATIVE_INFINITY);
        double trail = 1 + execution.trailing();
        if (Double.isNaN(trail)) {
            return kernel.leaves(high, low, from, last + 1, target, lossLevel);
        }
        RangeExtrema prices = tables.prices();
        double least = prices.minimum(from, last + 1);
        double most = prices.maximum(from, last + 1);
        double bestAtLast = Math.min(best, least);
        if (most < lossLevel && most < bestAtLast * trail && least > target) {
            best = bestAtLast;
            return last + 1;
        }
        long bestBits = Double.doubleToRawLongBits(best);
        int t = from;
        for (; t <= last; t++) {
            double trailingLevel = Double.longBitsToDouble(bestBits) * trail;
            if (high[t] >= lossLevel | high[t] >= trailingLevel | low[t] <= target) {
                break;
            }
            bestBits = Math.min(bestBits, Double.doubleToRawLongBits(low[t]));
        }
        best = Double.longBitsToDouble(bestBits);
        return t;
    }

    private static double orElse(double level, double off) {
        return Double.isNaN(level) ? off : level;
    }

    /** Fills the stop or the target that bar t touched; the stop wins. On the entry bar there is no gap. */
    private void stopOut(int t) {
        double from = t == entryBar ? Double.NaN : open[t];
        double raw;
        if (quantity > 0) {
            double stop = stopLong();
            double target = entryPrice * (1 + execution.takeProfit());
            raw = low[t] <= stop ? (from < stop ? from : stop) : (from > target ? from : target);
        } else {
            double stop = stopShort();
            double target = entryPrice * (1 - execution.takeProfit());
            raw = high[t] >= stop ? (from > stop ? from : stop) : (from < target ? from : target);
        }
        closePosition(raw);
    }

    /** Marks bars from..to-1 with the position as it stands. False when it is ruined. */
    private boolean markRun(int from, int to) {
        if (from >= to) {
            return true;
        }
        if (quantity < 0 && execution.borrow() > 0) {
            for (int t = from; t < to; t++) {
                if (!mark(t)) {
                    return false;
                }
            }
            return true;
        }
        sums.rest = cash;
        sums.quantity = quantity;
        RangeExtrema closes = tables.closeExtrema();
        double low = equityAt(closes.minimum(from, to));
        double high = equityAt(closes.maximum(from, to));
        double least = quantity > 0 ? low : high;
        boolean ruined = least <= 0;
        int end = ruined ? firstRuin(from) : to;
        if (ruined && end > from) {
            low = equityAt(closes.minimum(from, end));
            high = equityAt(closes.maximum(from, end));
            least = quantity > 0 ? low : high;
        }
        if (end > from) {
            if (needs.returns()) {
                kernel.sum(close, from, end, sums);
            }
            if (needs.drawdown() || needs.drawdownBars()) {
                sums.markStretch(close, from, end, least, quantity > 0 ? high : low);
            }
            sums.before = equityAt(close[end - 1]);
            marked += end - from;
            tally.heldBars += end - from;
        }
        if (ruined) {
            ruin(end);
        }
        return !ruined;
    }

    private double equityAt(double price) {
        return cash + quantity * price;
    }

    private int firstRuin(int from) {
        int t = from;
        while (equityAt(close[t]) > 0) {
            t++;
        }
        return t;
    }
}
