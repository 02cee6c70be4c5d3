package dev.winnow.replay.indicator;

import dev.winnow.replay.signal.Numbers;

/**
 * The heads and tails of {@link Blocks} of one length over a column, from which the mean of any window that has blocks
 * of this length follows at any bar: to the bits that {@code sma} has there. Immutable; takes about 24 bytes a bar.
 */
public final class MeanTables {
    private final double[] x;
    private final int length;
    /** double[bars]: sum of what lies between the block's first bar and t, relative to the first. */
    private final double[] heads;
    /**
     * double[2 * length] for each block: the sum, relative to the block's first value, of what lies between bar
     * s - 2 * length + 1 + place and the block's first bar s.
     */
    private final double[] tails;

    /**
     * Tables for windows of {@code w} bars and all others of the same {@link #length}.
     *
     * @param x double[bars], not written any more
     */
    public MeanTables(double[] x, int w) {
        this.x = x;
        this.length = length(w);
        // no window of a block longer than all bars is ever whole
        int blocks = length > x.length ? 0 : (x.length + length - 1) / length;
        this.heads = new double[blocks == 0 ? 0 : x.length];
        this.tails = new double[Math.toIntExact(2L * length * blocks)];
        for (int block = 0; block < blocks; block++) {
            fill(block * length);
        }
    }

    /** Windows of equal lengths of blocks share tables. */
    public static int length(int w) {
        return Blocks.length(w);
    }

    /** About the bytes of the tables of one length over a column. */
    public static long bytes(int bars) {
        return 3L * Double.BYTES * bars;
    }

    private void fill(int s) {
        double pivot = x[s];
        double head = 0;
        for (int t = s; t < Math.min(x.length, s + length); t++) {
            head += x[t] - pivot;
            heads[t] = head;
        }
        double tail = 0;
        int place = 2 * s + 2 * length - 1;
        for (int a = s - 1; a > Math.max(-1, s - 2 * length); a--) {
            tail += x[a] - pivot;
            tails[--place] = tail;
        }
    }

    /**
     * The mean of the last {@code w} values at every bar: NaN before bar w - 1, and while a value is NaN or infinite.
     *
     * @throws IllegalArgumentException if windows of {@code w} bars have blocks of another length
     */
    public Numbers mean(int w) {
        if (length(w) != length) {
            throw new IllegalArgumentException("window of " + w + " bars from blocks of " + length);
        }
        return new Mean(this, w, 1.0 / w);
    }

    /**
     * Of one window.
     *
     * @param share of a value in the mean
     */
    private record Mean(MeanTables tables, int w, double share) implements Numbers {
        @Override
        public double at(int bar) {
            if (bar < w - 1) {
                return Double.NaN;
            }
            int s = bar & -tables.length;
            return value(tables.x[s], tables.tails[tail(bar, w)], tables.heads[bar]);
        }

        @Override
        public void read(int from, int to, double[] out) {
            int t = from;
            for (; t < Math.min(to, w - 1); t++) {
                out[t - from] = Double.NaN;
            }
            double[] tails = tables.tails;
            double[] heads = tables.heads;
            while (t < to) {
                int s = t & -tables.length;
                int count = Math.min(to - t, s + tables.length - t);
                double pivot = tables.x[s];
                int tail = tail(t, w);
                int place = t - from;
                for (int i = 0; i < count; i++) {
                    out[place + i] = value(pivot, tails[tail + i], heads[t + i]);
                }
                t += count;
            }
        }

        @Override
        public void readByVectors(int from, int to, double[] out) {
            int vectors = Math.max(from, (w - 2 + VectorMeans.LANES) & -VectorMeans.LANES);
            if (vectors >= to || from % VectorMeans.LANES != 0 || tables.length < VectorMeans.LANES) {
                read(from, to, out);
                return;
            }
            read(from, vectors, out);
            int t = VectorMeans.read(tables.x, tables.heads, tables.tails, w, vectors, to, out, vectors - from);
            for (; t < to; t++) {
                out[t - from] = at(t);
            }
        }

        private double value(double pivot, double tail, double head) {
            return Blocks.finite(pivot + (tail + head) * share);
        }
    }

    /** Where the tail of the window that ends at bar t stands. */
    static int tail(int t, int w) {
        int length = Blocks.length(w);
        return t + (t & -length) + 2 * length - w;
    }
}
