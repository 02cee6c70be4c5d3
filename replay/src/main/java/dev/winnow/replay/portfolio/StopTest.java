package dev.winnow.replay.portfolio;

import dev.winnow.replay.market.Bars;

/**
 * Finds the bar on which a stop or a target closes a position, and the raw price that it fills at. The levels hang on
 * the entry's price alone, so nothing here waits for cash or quantity. A trailing stop is nearer than the one at the
 * start only once the price has gone so far that no bar before that needs a trailing level. One thread's.
 */
final class StopTest {
    /** The best price that leaves a trailing level where it was, less rounding. */
    private static final double ROUNDING = 1 - 1e-14;

    private final StopScan scan;
    private final double[] open;
    private final double[] high;
    private final double[] low;

    // the point's levels as multiples of prices; what is off can never be touched
    private double stopLoss;
    private double takeProfit;
    private double trailing;

    /** Raw price of the fill at the bar that was found. */
    private double raw;

    StopTest(Bars bars, StopScan scan) {
        this.scan = scan;
        this.open = bars.open();
        this.high = bars.high();
        this.low = bars.low();
    }

    void begin(Execution execution) {
        stopLoss = orElse(execution.stopLoss());
        takeProfit = orElse(execution.takeProfit());
        trailing = orElse(execution.trailing());
    }

    private static double orElse(double fraction) {
        return Double.isNaN(fraction) ? Double.POSITIVE_INFINITY : fraction;
    }

    /** What the bar that was found fills at, before slippage. */
    double raw() {
        return raw;
    }

    /**
     * First bar of from..to-1 that touches a level; {@code to} when none does.
     *
     * @param from first bar on which the position is open from the open on
     * @param entryBar where there is no gap
     */
    int touch(int side, int from, int to, int entryBar, double entryPrice) {
        double loss = entryPrice * (1 - side * stopLoss);
        double target = entryPrice * (1 + side * takeProfit);
        double trail = 1 - side * trailing;
        double first = entryPrice * trail;
        double stop = side > 0 ? Math.max(loss, first) : Math.min(loss, first);
        // before this price is reached no trailing level is nearer
        double free = Double.isInfinite(trailing)
                ? side * Double.POSITIVE_INFINITY
                : stop / trail * (side > 0 ? ROUNDING : 1 / ROUNDING);
        int t = side > 0
                ? scan.leaves(high, low, from, to, stop, Math.min(target, free))
                : scan.leaves(high, low, from, to, Math.max(target, free), stop);
        if (t >= to) {
            return to;
        }
        double[] adverse = side > 0 ? low : high;
        double[] favourable = side > 0 ? high : low;
        double best = side * entryPrice;
        if (!(side * adverse[t] <= side * stop | side * favourable[t] >= side * target)) {
            int begin = t;
            t = scan.trails(adverse, favourable, t, to, side, best, trail, side * stop, side * target);
            if (t >= to) {
                return to;
            }
            for (int b = begin; b < t; b++) {
                best = Math.max(best, side * favourable[b]);
            }
            stop = side * Math.max(side * stop, best * trail);
        }
        double gap = t == entryBar ? Double.NaN : open[t];
        boolean stopped = side * adverse[t] <= side * stop;
        double level = stopped ? stop : target;
        boolean beyond = stopped ? side * gap < side * stop : side * gap > side * target;
        raw = beyond ? gap : level;
        return t;
    }
}
