package dev.winnow.replay.indicator;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Means from tables by the Vector API, eight bars a register, none of which lies in two blocks. */
final class VectorMeans {
    /** Whatever the machine's width: narrower ones take the register apart. */
    private static final VectorSpecies<Double> WIDE = DoubleVector.SPECIES_512;

    /** Bars of a register. */
    static final int LANES = 8;

    private VectorMeans() {}

    /**
     * What {@link Blocks#mean} has there.
     *
     * @param heads as in {@link MeanTables}
     * @param tails as in {@link MeanTables}
     * @param from a multiple of eight, at least w - 1
     * @param out filled with whole registers
     * @param at where bar {@code from} goes
     * @return the bar after the last one written
     */
    static int read(double[] x, double[] heads, double[] tails, int w, int from, int to, double[] out, int at) {
        int length = Blocks.length(w);
        double share = 1.0 / w;
        int t = from;
        for (; t <= to - LANES; t += LANES) {
            int s = t & -length;
            DoubleVector tail = DoubleVector.fromArray(WIDE, tails, MeanTables.tail(t, w));
            DoubleVector head = DoubleVector.fromArray(WIDE, heads, t);
            DoubleVector mean = tail.add(head).mul(share).add(x[s]);
            mean.add(mean.mul(0)).intoArray(out, at + t - from);
        }
        return t;
    }
}
