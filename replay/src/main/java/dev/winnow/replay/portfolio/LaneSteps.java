package dev.winnow.replay.portfolio;

import dev.winnow.replay.market.Bars;

/**
 * What a bar multiplies the equity of a point by that has all its cash in one long or none, before costs. Shared by all
 * points, whatever their costs; immutable.
 */
final class LaneSteps {
    /** Entries of one bar in {@link #factors}. */
    static final int STRIDE = 3;

    /** Equity below this share of its running peak is below it; less is rounding. */
    static final double BELOW = 1 - Tally.DRAWDOWN_NOISE;

    final boolean fillAtClose;
    /** double[bars]: the price that an order fills at, before slippage. */
    final double[] raw;
    /**
     * double[bars * STRIDE], of bar t at 3t: for a position held all through the bar, for one that is entered in it, for
     * one that is left in it.
     */
    final double[] factors;

    LaneSteps(Bars bars, boolean fillAtClose) {
        this.fillAtClose = fillAtClose;
        double[] close = bars.close();
        this.raw = fillAtClose ? close : bars.open();
        factors = new double[close.length * STRIDE];
        for (int t = 0; t < close.length; t++) {
            int at = t * STRIDE;
            // nothing is held before the first bar
            double before = t == 0 ? close[0] : close[t - 1];
            factors[at] = 1 + Tally.change(close[t], before);
            factors[at + 1] = 1 + Tally.change(close[t], raw[t]);
            factors[at + 2] = 1 + Tally.change(raw[t], before);
        }
    }

    int bars() {
        return factors.length / STRIDE;
    }

    /** Bytes that the factors take. */
    static long bytes(int bars) {
        return 8L * STRIDE * bars;
    }
}
