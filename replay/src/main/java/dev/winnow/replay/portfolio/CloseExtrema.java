package dev.winnow.replay.portfolio;

/**
 * Least and greatest close of any range of bars in two look-ups, and the deepest fall inside a range block by block.
 * Shared by all points; immutable. The sparse table holds 2 * bars * log2(bars) doubles: 17 levels at 100,000 bars, of
 * which trades of up to 2^k bars touch the first k. Prices are positive, so their bits order as they do, and minimum and
 * maximum of bits are one compare and one move where those of doubles mind NaN and the sign of zero.
 */
final class CloseExtrema {
    private static final int BLOCK = 64;

    private final double[] close;
    /** levels x long[2 * bars]: bits of minimum and maximum of the 2^level bars from t on, interleaved. */
    private final long[][] table;
    /** double[3 * blocks]: minimum, maximum, least later/earlier ratio of each block. */
    private final double[] blocks;

    CloseExtrema(double[] close) {
        this.close = close;
        int n = close.length;
        int levels = 32 - Integer.numberOfLeadingZeros(Math.max(1, n));
        table = new long[levels][];
        long[] first = new long[2 * n];
        for (int t = 0; t < n; t++) {
            first[2 * t] = Double.doubleToRawLongBits(close[t]);
            first[2 * t + 1] = first[2 * t];
        }
        table[0] = first;
        for (int level = 1; level < levels; level++) {
            int half = 1 << (level - 1);
            long[] below = table[level - 1];
            int size = n - 2 * half + 1;
            long[] row = new long[2 * size];
            for (int t = 0; t < size; t++) {
                row[2 * t] = Math.min(below[2 * t], below[2 * (t + half)]);
                row[2 * t + 1] = Math.max(below[2 * t + 1], below[2 * (t + half) + 1]);
            }
            table[level] = row;
        }
        blocks = new double[3 * (n / BLOCK)];
        for (int b = 0; b < n / BLOCK; b++) {
            int from = b * BLOCK;
            blocks[3 * b] = minimum(from, from + BLOCK);
            blocks[3 * b + 1] = maximum(from, from + BLOCK);
            blocks[3 * b + 2] = plainFall(from, from + BLOCK);
        }
    }

    /** Bytes that the tables take. */
    static long bytes(int bars) {
        int levels = 32 - Integer.numberOfLeadingZeros(Math.max(1, bars));
        return 16L * bars * levels;
    }

    /** Least close of bars from..to-1; from < to. */
    double minimum(int from, int to) {
        int level = 31 - Integer.numberOfLeadingZeros(to - from);
        long[] row = table[level];
        return Double.longBitsToDouble(Math.min(row[2 * from], row[2 * (to - (1 << level))]));
    }

    /** Greatest close of bars from..to-1; from < to. */
    double maximum(int from, int to) {
        int level = 31 - Integer.numberOfLeadingZeros(to - from);
        long[] row = table[level];
        return Double.longBitsToDouble(Math.max(row[2 * from + 1], row[2 * (to - (1 << level)) + 1]));
    }

    private double plainFall(int from, int to) {
        double peak = close[from];
        double worst = 1;
        for (int t = from + 1; t < to; t++) {
            double c = close[t];
            if (c > peak) {
                peak = c;
            } else if (c < worst * peak) {
                worst = c / peak;
            }
        }
        return worst;
    }

    /** Least ratio of a close to the greatest close before it, both in bars from..to-1; 1 where it never falls. */
    double fall(int from, int to) {
        int first = (from + BLOCK - 1) / BLOCK;
        int last = to / BLOCK;
        if (first >= last) {
            return plainFall(from, to);
        }
        double peak = close[from];
        double worst = 1;
        if (first * BLOCK > from) {
            worst = plainFall(from, first * BLOCK);
            peak = maximum(from, first * BLOCK);
        }
        for (int b = first; b < last; b++) {
            worst = Math.min(worst, Math.min(blocks[3 * b + 2], blocks[3 * b] / peak));
            peak = Math.max(peak, blocks[3 * b + 1]);
        }
        if (last * BLOCK < to) {
            worst = Math.min(worst, Math.min(plainFall(last * BLOCK, to), minimum(last * BLOCK, to) / peak));
        }
        return worst;
    }
}
