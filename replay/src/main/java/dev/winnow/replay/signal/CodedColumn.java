package dev.winnow.replay.signal;

/**
 * A number column with its place on a {@link CodeScale}: four times as many bars fit a vector. Shared, and not written
 * once it is handed out.
 */
public final class CodedColumn {
    /** double[bars]. */
    final double[] values;
    /** short[64 * whole blocks]: the step, less 32,768. */
    final short[] codes;
    /** A bit a block: set where the codes say nothing, because of a NaN or an infinity or for want of a range. */
    final long[] undecided;

    /** A column whose codes are still to be filled in. */
    CodedColumn(double[] values, int blocks) {
        this.values = values;
        this.codes = new short[blocks * CodeScale.BLOCK];
        this.undecided = new long[BitPlanes.words(blocks)];
    }

    /** double[bars]: the column that was coded. */
    public double[] values() {
        return values;
    }
}
