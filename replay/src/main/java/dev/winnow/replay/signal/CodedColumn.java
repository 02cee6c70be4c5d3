package dev.winnow.replay.signal;

/**
 * A number column with its place on a {@link CodeScale}: four times as many bars fit a vector. Shared, and not written
 * once it is handed out. A block is 64 bars, the last one fewer.
 */
public final class CodedColumn {
    /** double[bars]. */
    final double[] values;
    /** short[64 * blocks]: the step, less 32,768; 0 past the last bar. */
    final short[] codes;
    /** short[64 * words(blocks)] each: a block's least and greatest code, 0 past the last block. */
    final short[] least;

    final short[] most;
    /** A bit a block: set where the codes say nothing, because of a NaN or an infinity or for want of a range. */
    final long[] undecided;
    /** A bit a block: set where every number is NaN. */
    final long[] absent;

    /** A column whose codes are still to be filled in. */
    CodedColumn(double[] values, int blocks) {
        this.values = values;
        this.codes = new short[blocks * CodeScale.BLOCK];
        int groups = BitPlanes.words(blocks);
        this.least = new short[groups * Long.SIZE];
        this.most = new short[groups * Long.SIZE];
        this.undecided = new long[groups];
        this.absent = new long[groups];
    }

    /** double[bars]: the column that was coded. */
    public double[] values() {
        return values;
    }

    /** Fills in a block by its codes' least and greatest; one whose codes say nothing may hold any. */
    void block(int block, boolean decided, int least, int most) {
        this.least[block] = decided ? (short) least : Short.MIN_VALUE;
        this.most[block] = decided ? (short) most : Short.MAX_VALUE;
        if (!decided) {
            BitPlanes.set(undecided, block);
            if (absent(block)) {
                BitPlanes.set(absent, block);
            }
        }
    }

    private boolean absent(int block) {
        int from = block * CodeScale.BLOCK;
        int to = Math.min(values.length, from + CodeScale.BLOCK);
        for (int t = from; t < to; t++) {
            if (!Double.isNaN(values[t])) {
                return false;
            }
        }
        return true;
    }
}
