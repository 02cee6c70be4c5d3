package dev.winnow.replay.portfolio;

/**
 * Least and greatest close of any range of bars, and the deepest fall of the close inside it, from four look-ups without
 * a branch that depends on the prices. Bars are cut into blocks; a range that spans several is the tail of its first
 * block, whole blocks up to a border between two halves of blocks, whole blocks from there on, and the head of its last
 * block. Heads and tails are kept for every bar, whole blocks for every block and size of the halves (a disjoint sparse
 * table). A range inside one block is looked through.
 *
 * <p>Prices and ratios are positive, so their bits order as they do, and a minimum of bits is one compare and one move
 * where that of doubles minds NaN and the sign of zero. Shared by all points; immutable.
 */
final class CloseRanges {
    private static final int SHIFT = 6;
    private static final int BLOCK = 1 << SHIFT;

    /** Entries of a range in the tables, all of them bits: least close, greatest close, deepest fall. */
    private static final int STRIDE = 3;

    private static final long NONE_LOW = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);
    private static final long NONE_HIGH = Double.doubleToRawLongBits(0);
    private static final long NO_FALL = Double.doubleToRawLongBits(1);

    private final double[] close;
    /** long[bars * STRIDE]: from the block's first bar to this one. */
    private final long[] heads;
    /** long[bars * STRIDE]: from this bar to the block's last. */
    private final long[] tails;

    /**
     * levels x long[blocks * STRIDE]: where halves have 2^level blocks, the whole blocks between this one, excluded, and the
     * border of its half to the other: those behind a block of the first half, those before one of the second.
     */
    private final long[][] between;

    CloseRanges(double[] close) {
        this.close = close;
        int n = close.length;
        heads = new long[n * STRIDE];
        tails = new long[n * STRIDE];
        int blocks = (n + BLOCK - 1) >> SHIFT;
        long[] whole = new long[blocks * STRIDE];
        for (int b = 0; b < blocks; b++) {
            int from = b << SHIFT;
            int to = Math.min(n, from + BLOCK);
            clear(whole, b);
            for (int t = from; t < to; t++) {
                append(whole, b, t);
                copy(whole, b, heads, t);
            }
            clear(tails, to - 1);
            append(tails, to - 1, to - 1);
            for (int t = to - 2; t >= from; t--) {
                copy(tails, t + 1, tails, t);
                prepend(tails, t, t);
            }
        }
        between = new long[Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, blocks - 1))][];
        for (int level = 0; level < between.length; level++) {
            between[level] = level(whole, blocks, 1 << level);
        }
    }

    private static long[] level(long[] whole, int blocks, int half) {
        long[] row = new long[blocks * STRIDE];
        for (int border = half; border < blocks + half; border += 2 * half) {
            int last = Math.min(border, blocks) - 1;
            clear(row, last);
            for (int b = last - 1; b >= border - half; b--) {
                join(whole, b + 1, row, b + 1, row, b);
            }
            if (border < blocks) {
                clear(row, border);
            }
            for (int b = border + 1; b < Math.min(border + half, blocks); b++) {
                join(row, b - 1, whole, b - 1, row, b);
            }
        }
        return row;
    }

    private static void clear(long[] table, int i) {
        table[i * STRIDE] = NONE_LOW;
        table[i * STRIDE + 1] = NONE_HIGH;
        table[i * STRIDE + 2] = NO_FALL;
    }

    private static void copy(long[] from, int i, long[] to, int j) {
        System.arraycopy(from, i * STRIDE, to, j * STRIDE, STRIDE);
    }

    /** Lengthens a range by the bar behind it. */
    private void append(long[] table, int i, int bar) {
        int at = i * STRIDE;
        long bits = Double.doubleToRawLongBits(close[bar]);
        table[at + 2] = Math.min(table[at + 2], fall(bits, table[at + 1]));
        table[at] = Math.min(table[at], bits);
        table[at + 1] = Math.max(table[at + 1], bits);
    }

    /** Lengthens a range by the bar before it. */
    private void prepend(long[] table, int i, int bar) {
        int at = i * STRIDE;
        long bits = Double.doubleToRawLongBits(close[bar]);
        table[at + 2] = Math.min(table[at + 2], fall(table[at], bits));
        table[at] = Math.min(table[at], bits);
        table[at + 1] = Math.max(table[at + 1], bits);
    }

    private static void join(long[] first, int i, long[] second, int j, long[] to, int k) {
        int a = i * STRIDE;
        int b = j * STRIDE;
        long low = Math.min(first[a], second[b]);
        long high = Math.max(first[a + 1], second[b + 1]);
        long fall = Math.min(Math.min(first[a + 2], second[b + 2]), fall(second[b], first[a + 1]));
        to[k * STRIDE] = low;
        to[k * STRIDE + 1] = high;
        to[k * STRIDE + 2] = fall;
    }

    /** Bits of the ratio of two prices that are given as bits. */
    private static long fall(long low, long high) {
        return Double.doubleToRawLongBits(Double.longBitsToDouble(low) / Double.longBitsToDouble(high));
    }

    /** Stores at place i the least and the greatest close and the deepest fall of bars from..to-1; from < to. */
    void look(int from, int to, double[] low, double[] high, double[] fall, int i) {
        int first = from >> SHIFT;
        int last = (to - 1) >> SHIFT;
        if (first == last) {
            lookThrough(from, to, low, high, fall, i);
            return;
        }
        long[] row = between[Integer.SIZE - 1 - Integer.numberOfLeadingZeros(first ^ last)];
        int a = from * STRIDE;
        int b = first * STRIDE;
        int c = last * STRIDE;
        int d = (to - 1) * STRIDE;
        long leftLow = Math.min(tails[a], row[b]);
        long leftHigh = Math.max(tails[a + 1], row[b + 1]);
        long rightLow = Math.min(row[c], heads[d]);
        long rightHigh = Math.max(row[c + 1], heads[d + 1]);
        long left = Math.min(Math.min(tails[a + 2], row[b + 2]), fall(row[b], tails[a + 1]));
        long right = Math.min(Math.min(row[c + 2], heads[d + 2]), fall(heads[d], row[c + 1]));
        low[i] = Double.longBitsToDouble(Math.min(leftLow, rightLow));
        high[i] = Double.longBitsToDouble(Math.max(leftHigh, rightHigh));
        fall[i] = Double.longBitsToDouble(Math.min(Math.min(left, right), fall(rightLow, leftHigh)));
    }

    private void lookThrough(int from, int to, double[] low, double[] high, double[] fall, int i) {
        double least = close[from];
        double most = least;
        double worst = 1;
        for (int t = from + 1; t < to; t++) {
            double c = close[t];
            if (c > most) {
                most = c;
            } else if (c < worst * most) {
                worst = c / most;
            }
            least = Math.min(least, c);
        }
        low[i] = least;
        high[i] = most;
        fall[i] = worst;
    }

    /** Bytes that the tables take. */
    static long bytes(int bars) {
        int blocks = (bars + BLOCK - 1) >> SHIFT;
        return 8L * STRIDE * (2L * bars + (long) blocks * (Integer.SIZE - Integer.numberOfLeadingZeros(blocks)));
    }
}
