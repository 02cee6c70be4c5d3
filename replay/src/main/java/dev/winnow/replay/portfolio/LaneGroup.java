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

    /**
     * long[(words + 2) * LANES]: the bars whose decision leaves a point long, see {@link LongPositions}; words of one
     * place beside each other, before the first and behind the last ones that are 0.
     */
    final long[] held;

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

    private final int bars;
    private final int words;

    LaneGroup(int bars) {
        this.bars = bars;
        words = BitPlanes.words(bars);
        held = new long[place(words + 1, 0)];
    }

    /** Bytes of a group's positions. */
    static long bytes(int bars) {
        return (long) Long.BYTES * place(BitPlanes.words(bars) + 1, 0);
    }

    /** Where the w-th word of a lane stands in {@link #held}. */
    static int place(int w, int lane) {
        return (w + 1) * LANES + lane;
    }

    /**
     * Takes a point's positions; returns how many bars are set.
     *
     * @param plane long[words], copied
     */
    int hold(int lane, long[] plane) {
        int count = 0;
        for (int w = 0; w < words; w++) {
            long word = plane[w];
            held[place(w, lane)] = word;
            count += Long.bitCount(word);
        }
        return count;
    }

    /**
     * A point's positions.
     *
     * @param out long[words]
     */
    void held(int lane, long[] out) {
        for (int w = 0; w < words; w++) {
            out[w] = held[place(w, lane)];
        }
    }

    /** The first bar from t on whose decision leaves a point long or, if not wanted, does not; the number of bars where none does. */
    int next(int lane, int t, boolean wanted) {
        long flip = wanted ? 0 : -1;
        int w = t >>> 6;
        long word = (held[place(w, lane)] ^ flip) & -1L << t;
        while (word == 0 && ++w < words) {
            word = held[place(w, lane)] ^ flip;
        }
        return word == 0 ? bars : Math.min(bars, (w << 6) + Long.numberOfTrailingZeros(word));
    }

    /** Makes the lanes from {@code first} on hold nothing, at the costs of the first lane. */
    void free(int first) {
        for (int w = 0; w < words; w++) {
            Arrays.fill(held, place(w, first), place(w, LANES), 0);
        }
        Arrays.fill(enter, first, LANES, enter[0]);
        Arrays.fill(leave, first, LANES, leave[0]);
    }

    /** Whether points have different costs. */
    boolean mixed() {
        for (int lane = 1; lane < LANES; lane++) {
            if (enter[lane] != enter[0] || leave[lane] != leave[0]) {
                return true;
            }
        }
        return false;
    }
}
