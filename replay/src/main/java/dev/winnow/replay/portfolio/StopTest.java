package dev.winnow.replay.portfolio;

import dev.winnow.replay.market.Bars;

/**
 * Finds the bar on which a stop or a target closes a position, and the raw price that it fills at. The levels hang on
 * the entry's price alone, so nothing here waits for cash or quantity. A look at the extrema of all the bars decides
 * where none of them touches anything, which is the rule; only other positions are looked through. One thread's.
 */
final class StopTest {
    private final HoldKernel kernel;
    private final SimulatorTables tables;
    private final double[] open;
    private final double[] high;
    private final double[] low;

    // the point's levels as multiples of prices; what is off can never be touched
    private double longLoss;
    private double longTarget;
    private double longTrail;
    private double shortLoss;
    private double shortTarget;
    private double shortTrail;

    /** Raw price of the fill at the bar that was found. */
    private double raw;

    StopTest(SimulatorTables tables, HoldKernel kernel) {
        Bars bars = tables.bars();
        this.tables = tables;
        this.kernel = kernel;
        this.open = bars.open();
        this.high = bars.high();
        this.low = bars.low();
    }

    void begin(Execution execution) {
        longLoss = orElse(1 - execution.stopLoss(), Double.NEGATIVE_INFINITY);
        longTarget = orElse(1 + execution.takeProfit(), Double.POSITIVE_INFINITY);
        longTrail = orElse(1 - execution.trailing(), Double.NEGATIVE_INFINITY);
        shortLoss = orElse(1 + execution.stopLoss(), Double.POSITIVE_INFINITY);
        shortTarget = orElse(1 - execution.takeProfit(), Double.NEGATIVE_INFINITY);
        shortTrail = orElse(1 + execution.trailing(), Double.POSITIVE_INFINITY);
    }

    private static double orElse(double factor, double off) {
        return Double.isNaN(factor) ? off : factor;
    }

    double raw() {
        return raw;
    }

    /**
     * First bar of from..last that touches a level of a long; last + 1 when none does.
     *
     * @param from first bar on which the position is open from the open on
     * @param entryBar where there is no gap
     */
    int touchLong(int from, int last, int entryBar, double entryPrice) {
        double loss = entryPrice * longLoss;
        double target = entryPrice * longTarget;
        RangeExtrema prices = tables.prices();
        double least = prices.minimum(from, last + 1);
        double most = prices.maximum(from, last + 1);
        // no trailing level ever stood above the one of the last bar
        double highestTrail = Math.max(entryPrice, most) * longTrail;
        if (least > loss & least > highestTrail & most < target) {
            return last + 1;
        }
        double stop = Math.max(loss, entryPrice * longTrail);
        int t;
        if (highestTrail <= stop) {
            t = kernel.leaves(high, low, from, last + 1, stop, target);
        } else {
            // prices are positive, so their bits order as they do; the maximum of bits takes no branch
            long best = Double.doubleToRawLongBits(entryPrice);
            for (t = from; t <= last; t++) {
                double trail = Double.longBitsToDouble(best) * longTrail;
                if (low[t] <= loss | low[t] <= trail | high[t] >= target) {
                    break;
                }
                best = Math.max(best, Double.doubleToRawLongBits(high[t]));
            }
            stop = Math.max(loss, Double.longBitsToDouble(best) * longTrail);
        }
        if (t <= last) {
            double gap = t == entryBar ? Double.NaN : open[t];
            raw = low[t] <= stop ? (gap < stop ? gap : stop) : gap > target ? gap : target;
        }
        return t;
    }

    /** Likewise for a short. */
    int touchShort(int from, int last, int entryBar, double entryPrice) {
        double loss = entryPrice * shortLoss;
        double target = entryPrice * shortTarget;
        RangeExtrema prices = tables.prices();
        double least = prices.minimum(from, last + 1);
        double most = prices.maximum(from, last + 1);
        double lowestTrail = Math.min(entryPrice, least) * shortTrail;
        if (most < loss & most < lowestTrail & least > target) {
            return last + 1;
        }
        double stop = Math.min(loss, entryPrice * shortTrail);
        int t;
        if (lowestTrail >= stop) {
            t = kernel.leaves(high, low, from, last + 1, target, stop);
        } else {
            long best = Double.doubleToRawLongBits(entryPrice);
            for (t = from; t <= last; t++) {
                double trail = Double.longBitsToDouble(best) * shortTrail;
                if (high[t] >= loss | high[t] >= trail | low[t] <= target) {
                    break;
                }
                best = Math.min(best, Double.doubleToRawLongBits(low[t]));
            }
            stop = Math.min(loss, Double.longBitsToDouble(best) * shortTrail);
        }
        if (t <= last) {
            double gap = t == entryBar ? Double.NaN : open[t];
            raw = high[t] >= stop ? (gap > stop ? gap : stop) : gap < target ? gap : target;
        }
        return t;
    }
}
