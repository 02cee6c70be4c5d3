package dev.winnow.replay.portfolio;

import dev.winnow.replay.signal.BitPlanes;
import java.util.Arrays;

/**
 * Up to sixteen points that are summed side by side, and their sums: each lane's arithmetic is its point's own, a bar
 * after the other, so that a point gives the same bits in any company. Lanes that are free hold nothing.
 */
final class LaneGroup {
    /** Lanes, whatever the width of the machine's registers. */
    static final int LANES = 16;

    /** LANES x long[words]: the bars whose decision leaves the point long, see {@link LongPositions}. */
    final long[][] held;

    /** double[LANES] each: what the costs multiply equity by at an entry and at an exit. */
    final double[] enter = new double[LANES];

    final double[] leave = new double[LANES];

    // the sums, double[LANES] each
    final double[] growth = new double[LANES];
    final double[] worst = new double[LANES];
    final double[] sum1 = new double[LANES];
    final double[] sum2 = new double[LANES];
    /** Only where more is asked for than four metrics need; so are the following. */
    final double[] sum3 = new double[LANES];

    final double[] sum4 = new double[LANES];
    final double[] downside = new double[LANES];
    final long[] drawdownBars = new long[LANES];

    LaneGroup(int bars) {
        held = new long[LANES][BitPlanes.words(bars)];
    }

    /** Makes the lanes from {@code first} on hold nothing. */
    void free(int first) {
        for (int lane = first; lane < LANES; lane++) {
            Arrays.fill(held[lane], 0);
            enter[lane] = 1;
            leave[lane] = 1;
        }
    }
}
