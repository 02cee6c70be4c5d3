package dev.winnow.replay.portfolio;

/**
 * Least low and greatest high of any range of bars without a branch that depends on the data. A sparse table answers ranges of up to twice {@link #BLOCK} bars from two overlapping windows; longer ones
 * take a window at each end and a second sparse table, over whole blocks, for what lies between.
 *
 * <p>Prices are positive, so their bits order as they do: minimum and maximum of bits are one compare and one move where
 * those of doubles mind NaN and the sign of zero. The table keeps the complement of the bits beside the bits, so that
 * the maximum is a minimum too and one loop the compiler turns into vectors builds both. Shared by all points; immutable.
 */
final class RangeExtrema {
    static final int SHIFT = 6;
    static final int BLOCK = 1 << SHIFT;

    /**
     * levels x long[2 * windows]: for the 2^level bars from t on, the least bits at 2t, and the complement of the greatest
     * at 2t + 1.
     */
    private final long[][] bars;
    /** The same over blocks: the 2^level whole blocks from block b on. */
    private final long[][] blocks;

    RangeExtrema(double[] low, double[] high) {
        int n = low.length;
        long[] single = new long[2 * n];
        for (int t = 0; t < n; t++) {
            single[2 * t] = Double.doubleToRawLongBits(low[t]);
            single[2 * t + 1] = ~Double.doubleToRawLongBits(high[t]);
        }
        bars = levels(single, Math.min(SHIFT, log2(Math.max(1, n))));
        int whole = n >> SHIFT;
        long[] block = new long[2 * whole];
        for (int b = 0; b < whole; b++) {
            block[2 * b] = bars[SHIFT][2 * BLOCK * b];
            block[2 * b + 1] = bars[SHIFT][2 * BLOCK * b + 1];
        }
        blocks = levels(block, log2(Math.max(1, whole)));
    }

    private static int log2(int x) {
        return 31 - Integer.numberOfLeadingZeros(x);
    }

    private static long[][] levels(long[] single, int highest) {
        long[][] table = new long[highest + 1][];
        table[0] = single;
        for (int level = 1; level <= highest; level++) {
            long[] below = table[level - 1];
            int half = 1 << level;
            long[] row = new long[below.length - half];
            for (int j = 0; j < row.length; j++) {
                row[j] = Math.min(below[j], below[j + half]);
            }
            table[level] = row;
        }
        return table;
    }

    /** Bytes that the tables take. */
    static long bytes(int bars) {
        int whole = bars >> SHIFT;
        return 16L * bars * (SHIFT + 1) + 16L * whole * (log2(Math.max(1, whole)) + 2);
    }

    /** Bits of the least low of bars from..to-1; from < to. */
    long minimumBits(int from, int to) {
        int level = log2(to - from);
        if (level > SHIFT) {
            return longRange(from, to, 0);
        }
        long[] row = bars[level];
        long a = row[2 * from];
        long b = row[2 * (to - (1 << level))];
        return a < b ? a : b;
    }

    /** Bits of the greatest high of bars from..to-1; from < to. */
    long maximumBits(int from, int to) {
        int level = log2(to - from);
        if (level > SHIFT) {
            return ~longRange(from, to, 1);
        }
        long[] row = bars[level];
        long a = row[2 * from + 1];
        long b = row[2 * (to - (1 << level)) + 1];
        return ~(a < b ? a : b);
    }

    private long longRange(int from, int to, int side) {
        long[] row = bars[SHIFT];
        long ends = Math.min(row[2 * from + side], row[2 * (to - BLOCK) + side]);
        int first = (from + BLOCK - 1) >> SHIFT;
        int between = (to >> SHIFT) - first;
        int level = log2(between);
        row = blocks[level];
        return Math.min(ends, Math.min(row[2 * first + side], row[2 * (first + between - (1 << level)) + side]));
    }

    /** Stores the least low and the greatest high of bars from..to-1 at position i; from < to. */
    void range(int from, int to, double[] least, double[] greatest, int i) {
        int level = log2(to - from);
        long low;
        long high;
        if (level > SHIFT) {
            low = longRange(from, to, 0);
            high = longRange(from, to, 1);
        } else {
            long[] row = bars[level];
            int first = 2 * from;
            int second = 2 * (to - (1 << level));
            low = Math.min(row[first], row[second]);
            high = Math.min(row[first + 1], row[second + 1]);
        }
        least[i] = Double.longBitsToDouble(low);
        greatest[i] = Double.longBitsToDouble(~high);
    }

    /** Least low of bars from..to-1; from < to. */
    double minimum(int from, int to) {
        return Double.longBitsToDouble(minimumBits(from, to));
    }

    /** Greatest high of bars from..to-1; from < to. */
    double maximum(int from, int to) {
        return Double.longBitsToDouble(maximumBits(from, to));
    }
}
