package dev.winnow.replay.portfolio;

import dev.winnow.replay.market.Bars;

/**
 * Finds the bar on which a stop or a target closes a position, and the raw price that it fills at. The levels hang on
 * the entry's price alone, so nothing here waits for cash or quantity. A trailing stop is nearer than the one at the
 * start only once the price has gone so far that no bar before that needs a trailing level. One thread's.
 */
final class StopTest {
    /** More than rounding can do to a price at which a stop begins to trail. */
    private static final double ROUNDING = 1e-14;

    private final StopScan scan;
    private final double[] open;
    private final double[] high;
    private final double[] low;

    // the point's levels as multiples of the entry's price; what is off can never be touched
    private double longStop;
    private double longLimit;
    private double shortStop;
    private double shortLimit;
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
        double stopLoss = orElse(execution.stopLoss());
        takeProfit = orElse(execution.takeProfit());
        trailing = orElse(execution.trailing());
        longStop = Math.max(1 - stopLoss, 1 - trailing);
        longLimit = 1 + takeProfit;
        shortStop = Math.min(1 + stopLoss, 1 + trailing);
        shortLimit = 1 - takeProfit;
        if (!Double.isInfinite(trailing)) {
            // before this price is reached no trailing level is nearer than the stop at the start
            longLimit = Math.min(longLimit, longStop / (1 - trailing) * (1 - ROUNDING));
            shortLimit = Math.max(shortLimit, shortStop / (1 + trailing) * (1 + ROUNDING));
        }
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
        double stop = entryPrice * (side > 0 ? longStop : shortStop);
        double limit = entryPrice * (side > 0 ? longLimit : shortLimit);
        int t = side > 0
                ? scan.leaves(high, low, from, to, stop, limit)
                : scan.leaves(high, low, from, to, limit, stop);
        return t >= to ? to : settle(side, t, to, entryBar, entryPrice, stop);
    }

    /** Likewise from a bar on that touches the stop, the target or the price from which on the stop trails. */
    private int settle(int side, int from, int to, int entryBar, double entryPrice, double firstStop) {
        double[] adverse = side > 0 ? low : high;
        double[] favourable = side > 0 ? high : low;
        double target = entryPrice * (1 + side * takeProfit);
        double stop = firstStop;
        int t = from;
        if (!(side * adverse[t] <= side * stop | side * favourable[t] >= side * target)) {
            double trail = 1 - side * trailing;
            double best = entryPrice;
            t = scan.trails(adverse, favourable, from, to, side, best, trail, stop, target);
            if (t >= to) {
                return to;
            }
            for (int b = from; b < t; b++) {
                best = side > 0 ? Math.max(best, high[b]) : Math.min(best, low[b]);
            }
            stop = side * Math.max(side * stop, side * (best * trail));
        }
        double gap = t == entryBar ? Double.NaN : open[t];
        boolean stopped = side * adverse[t] <= side * stop;
        double level = stopped ? stop : target;
        boolean beyond = stopped ? side * gap < side * stop : side * gap > side * target;
        raw = beyond ? gap : level;
        return t;
    }
}
