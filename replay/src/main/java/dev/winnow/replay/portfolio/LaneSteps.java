package dev.winnow.replay.portfolio;

import dev.winnow.replay.market.Bars;

/**
 * What a bar does to the equity of a point that has all its cash in one long or none, before costs. Shared by all
 * points, whatever their costs; immutable.
 */
final class LaneSteps {
    /** Entries of one bar in {@link #steps}: by whether a position is held before the bar, and twice that after it. */
    static final int STRIDE = 4;

    static final int LEFT = 1;
    static final int ENTERED = 2;
    static final int HELD = 3;

    /** Equity below this share of its running peak is below it; less is rounding. */
    static final double BELOW = 1 - Tally.DRAWDOWN_NOISE;

    final boolean fillAtClose;
    /**
     * double[(bars + 1) * STRIDE], of bar t from 4t on: 0; equity at the fill over equity before for a position that is
     * left in it; equity at its close over equity at the fill for one that is entered; the return of one that is held
     * all through. The last entries are 0.
     */
    final double[] steps;

    LaneSteps(Bars bars, boolean fillAtClose) {
        this.fillAtClose = fillAtClose;
        double[] close = bars.close();
        double[] raw = fillAtClose ? close : bars.open();
        steps = new double[(close.length + 1) * STRIDE];
        for (int t = 0; t < close.length; t++) {
            int at = t * STRIDE;
            // nothing is held before the first bar
            double before = t == 0 ? close[0] : close[t - 1];
            double held = Tally.change(close[t], before);
            steps[at + LEFT] = fillAtClose ? close[t] / before : raw[t] / before;
            steps[at + ENTERED] = fillAtClose ? 1 : close[t] / raw[t];
            steps[at + HELD] = held;
        }
    }

    int bars() {
        return steps.length / STRIDE - 1;
    }

    /** The return of a bar with a fill, costs included. */
    static double price(double step, double cost) {
        return Math.fma(step, cost, -1);
    }

    /**
     * The returns with costs, at the places of {@link #steps}.
     *
     * @param enter what the costs multiply equity by at an entry
     * @param leave and at an exit
     * @param out double[steps]
     */
    void price(double enter, double leave, double[] out) {
        for (int at = 0; at < steps.length; at += STRIDE) {
            out[at + LEFT] = price(steps[at + LEFT], leave);
            out[at + ENTERED] = price(steps[at + ENTERED], enter);
            out[at + HELD] = steps[at + HELD];
        }
    }

    /** Bytes that the steps take. */
    static long bytes(int bars) {
        return 8L * STRIDE * (bars + 1);
    }
}
