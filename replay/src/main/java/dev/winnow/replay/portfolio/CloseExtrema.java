package dev.winnow.replay.portfolio;

/**
 * Least and greatest close of any range of bars, and the deepest fall inside it. Blocks of bars hold the extrema from
 * their start to each bar and from each bar to their end; a sparse table over whole blocks covers what lies between: a
 * range across blocks takes six look-ups, one inside a block a short scan. Built in one pass and a half over the bars,
 * for it has to pay off in a few hundred points. Prices are positive, so their bits order as they do, and minimum and
 * maximum of bits are one compare and one move where those of doubles mind NaN and the sign of zero. Shared by all
 * points; immutable.
 */
final class CloseExtrema {
    private static final int SHIFT = 4;
    private static final int BLOCK = 1 << SHIFT;

    private final double[] close;
    /**
     * long[4 * bars]: bits of minimum and maximum from the start of the bar's block to the bar, then from the bar to the
     * end of its block.
     */
    private final long[] inBlock;
    /** levels x long[2 * blocks]: minimum and maximum of the 2^level whole blocks from this one on. */
    private final long[][] blocks;
    /** double[blocks]: least ratio of a close to one before it inside the block. */
    private final double[] falls;

    CloseExtrema(double[] close) {
        this.close = close;
        int n = close.length;
        inBlock = new long[4 * n];
        int whole = n >> SHIFT;
        int levels = 32 - Integer.numberOfLeadingZeros(Math.max(1, whole));
        blocks = new long[levels][];
        blocks[0] = new long[2 * whole];
        falls = new double[whole];
        for (int from = 0; from < n; from += BLOCK) {
            fillBlock(from, Math.min(n, from + BLOCK));
        }
        for (int level = 1; level < levels; level++) {
            int half = 1 << (level - 1);
            long[] below = blocks[level - 1];
            long[] row = new long[2 * (whole - 2 * half + 1)];
            for (int b = 0; b < row.length; b += 2) {
                row[b] = Math.min(below[b], below[b + 2 * half]);
                row[b + 1] = Math.max(below[b + 1], below[b + 1 + 2 * half]);
            }
            blocks[level] = row;
        }
    }

    private void fillBlock(int from, int to) {
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int t = from; t < to; t++) {
            long bits = Double.doubleToRawLongBits(close[t]);
            least = Math.min(least, bits);
            most = Math.max(most, bits);
            inBlock[4 * t] = least;
            inBlock[4 * t + 1] = most;
        }
        if (to - from == BLOCK) {
            blocks[0][from >> SHIFT << 1] = least;
            blocks[0][(from >> SHIFT << 1) + 1] = most;
            falls[from >> SHIFT] = plainFall(from, to);
        }
        least = Long.MAX_VALUE;
        most = 0;
        for (int t = to - 1; t >= from; t--) {
            long bits = Double.doubleToRawLongBits(close[t]);
            least = Math.min(least, bits);
            most = Math.max(most, bits);
            inBlock[4 * t + 2] = least;
            inBlock[4 * t + 3] = most;
        }
    }

    /** Bytes that the tables take. */
    static long bytes(int bars) {
        int whole = bars >> SHIFT;
        int levels = 32 - Integer.numberOfLeadingZeros(Math.max(1, whole));
        return 32L * bars + 8L * whole + 16L * whole * levels;
    }

    /** Least close of bars from..to-1; from < to. */
    double minimum(int from, int to) {
        int first = from >> SHIFT;
        int last = (to - 1) >> SHIFT;
        long least;
        if (first == last) {
            least = Long.MAX_VALUE;
            for (int t = from; t < to; t++) {
                least = Math.min(least, Double.doubleToRawLongBits(close[t]));
            }
        } else {
            least = Math.min(inBlock[4 * from + 2], inBlock[4 * to - 4]);
            int between = last - first - 1;
            if (between > 0) {
                int level = 31 - Integer.numberOfLeadingZeros(between);
                long[] row = blocks[level];
                least = Math.min(least, Math.min(row[2 * first + 2], row[2 * (last - (1 << level))]));
            }
        }
        return Double.longBitsToDouble(least);
    }

    /** Greatest close of bars from..to-1; from < to. */
    double maximum(int from, int to) {
        int first = from >> SHIFT;
        int last = (to - 1) >> SHIFT;
        long most;
        if (first == last) {
            most = 0;
            for (int t = from; t < to; t++) {
                most = Math.max(most, Double.doubleToRawLongBits(close[t]));
            }
        } else {
            most = Math.max(inBlock[4 * from + 3], inBlock[4 * to - 3]);
            int between = last - first - 1;
            if (between > 0) {
                int level = 31 - Integer.numberOfLeadingZeros(between);
                long[] row = blocks[level];
                most = Math.max(most, Math.max(row[2 * first + 3], row[2 * (last - (1 << level)) + 1]));
            }
        }
        return Double.longBitsToDouble(most);
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
        int first = (from + BLOCK - 1) >> SHIFT;
        int last = to >> SHIFT;
        if (first >= last) {
            return plainFall(from, to);
        }
        double peak = close[from];
        double worst = 1;
        if (first << SHIFT > from) {
            worst = plainFall(from, first << SHIFT);
            peak = maximum(from, first << SHIFT);
        }
        long[] whole = blocks[0];
        for (int b = first; b < last; b++) {
            double low = Double.longBitsToDouble(whole[2 * b]);
            double high = Double.longBitsToDouble(whole[2 * b + 1]);
            worst = falls[b] < worst ? falls[b] : worst;
            if (low < worst * peak) {
                worst = low / peak;
            }
            peak = high > peak ? high : peak;
        }
        if (last << SHIFT < to) {
            worst = Math.min(worst, plainFall(last << SHIFT, to));
            worst = Math.min(worst, minimum(last << SHIFT, to) / peak);
        }
        return worst;
    }
}
