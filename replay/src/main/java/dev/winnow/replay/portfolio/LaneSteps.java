package dev.winnow.replay.portfolio;

import dev.winnow.replay.market.Bars;

/**
 * What a bar does to the equity of a point that has all its cash in one long or none, before costs. Shared by all
 * points, whatever their costs; immutable.
 */
final class LaneSteps {
    /** Entries of one bar in {@link #steps}. */
    static final int STRIDE = 3;

    /** Equity below this share of its running peak is below it; less is rounding. */
    static final double BELOW = 1 - Tally.DRAWDOWN_NOISE;

    final boolean fillAtClose;
    /**
     * double[bars * STRIDE], of bar t at 3t: the return of a position that is held all through the bar; equity at its
     * close over equity before for one that is entered in it; and for one that is left in it.
     */
    final double[] steps;

    LaneSteps(Bars bars, boolean fillAtClose) {
        this.fillAtClose = fillAtClose;
        double[] close = bars.close();
        double[] raw = fillAtClose ? close : bars.open();
        steps = new double[close.length * STRIDE];
        for (int t = 0; t < close.length; t++) {
            int at = t * STRIDE;
            // nothing is held before the first bar
            double before = t == 0 ? close[0] : close[t - 1];
            steps[at] = Tally.change(close[t], before);
            steps[at + 1] = close[t] / raw[t];
            steps[at + 2] = raw[t] / before;
        }
    }

    int bars() {
        return steps.length / STRIDE;
    }

    /** Bytes that the steps take. */
    static long bytes(int bars) {
        return 8L * STRIDE * bars;
    }
}
