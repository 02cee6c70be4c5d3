package dev.winnow.replay.signal;

import java.util.List;

/**
 * A scale for columns that are compared with each other many times. Every block of 64 bars has a range of its own, cut
 * into 32,768 steps; what lies outside counts as the range's end. The step of a number never falls as the number rises,
 * so that different steps decide a comparison, and only equal ones ask for the numbers themselves: the scale decides
 * how often that is, never the outcome. A step leaves one of 16 bits free, so that four of them can be subtracted in a
 * long. Immutable.
 */
public final class CodeScale {
    static final int BLOCK = 64;

    static final int LAST = 32_767;

    /** A block's first bar, its last one, and six between. */
    private static final int STRIDE = 9;

    /** double[blocks] each: where the steps of a block begin, and steps a unit, 0 where there is no range. */
    final double[] low;

    final double[] perUnit;

    private final int bars;

    private CodeScale(int bars, double[] low, double[] perUnit) {
        this.bars = bars;
        this.low = low;
        this.perUnit = perUnit;
    }

    /**
     * The scale over the range of some columns at every ninth bar, and a quarter of it on either side.
     *
     * @param columns NaN and infinities do not count
     */
    public static CodeScale over(List<Numbers> columns, int bars) {
        int blocks = BitPlanes.words(bars);
        double[] low = new double[blocks];
        double[] perUnit = new double[blocks];
        for (int block = 0; block < blocks; block++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (Numbers column : columns) {
                for (int t = block * BLOCK; t < Math.min(bars, (block + 1) * BLOCK); t += STRIDE) {
                    double x = column.at(t);
                    if (Math.abs(x) <= Double.MAX_VALUE) {
                        least = Math.min(least, x);
                        most = Math.max(most, x);
                    }
                }
            }
            double range = most - least;
            double scale = LAST / (1.5 * range);
            // no range, or one too small or too great for a double: every number is on one step
            boolean usable = range > 0 && scale <= Double.MAX_VALUE;
            low[block] = usable ? least - 0.25 * range : 0;
            perUnit[block] = usable ? scale : 0;
        }
        return new CodeScale(bars, low, perUnit);
    }

    int bars() {
        return bars;
    }

    int blocks() {
        return low.length;
    }
}
