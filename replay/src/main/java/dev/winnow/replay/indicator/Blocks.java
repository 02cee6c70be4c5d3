package dev.winnow.replay.indicator;

import java.util.Arrays;

/**
 * Sums and means over sliding windows, without drift and without subtraction.
 *
 * <p>Bars are cut into blocks at fixed bar numbers 0, B, 2B, ..., where B is the greatest power of two that is not above
 * w. A window that ends at bar t of the block that starts at bar s is the tail before s, at most 2B - 1 bars, and the
 * head s..t. Both are running sums, one backwards from s, one forwards from s, so every window is summed afresh from
 * values inside it: O(bars), nothing that left the window can leave an error behind, a NaN spoils exactly the windows
 * that hold it, and nothing after t is read. Bar s lies in every window of its block, so values are summed relative to
 * x[s]: a constant window has exactly its constant as mean. Windows of similar lengths have the same blocks, and can
 * share heads and tails, see {@link MeanTables}.
 *
 * <p>The method is van Herk's (1992) and Gil and Werman's (1993) for running extremes, used with sums, and with blocks
 * shorter than the window.
 */
final class Blocks {
    private Blocks() {}

    /** Bars of a block for windows of {@code w} bars. */
    static int length(int w) {
        return Integer.highestOneBit(w);
    }

    /** The sum of the last {@code w} values; NaN while one of them is NaN or infinite. {@code out} is not {@code x}. */
    static void sum(double[] x, int w, double[] out) {
        int n = x.length;
        Arrays.fill(out, 0, Math.min(w - 1, n), Double.NaN);
        if (n < w) {
            return;
        }
        pass(x, w, out, false);
    }

    /** The mean of the last {@code w} values; NaN while one of them is NaN or infinite. {@code out} is not {@code x}. */
    static void mean(double[] x, int w, double[] out) {
        int n = x.length;
        Arrays.fill(out, 0, Math.min(w - 1, n), Double.NaN);
        if (n < w) {
            return;
        }
        pass(x, w, out, true);
    }

    /**
     * Four blocks side by side, tails first: four chains of additions that do not wait for each other. Means are summed
     * relative to the block's first value, sums relative to 0.
     */
    private static void pass(double[] x, int w, double[] out, boolean mean) {
        int n = x.length;
        int length = length(w);
        double share = mean ? 1.0 / w : 1;
        int s = 0;
        // whole windows end from bar w-1 on, which is in the first block or the second
        for (; s < Math.min(n, 2L * length); s += length) {
            one(x, s, w, mean, share, out);
        }
        for (; s <= n - 4L * length; s += 4 * length) {
            fourTails(x, s, w, mean, out);
            fourHeads(x, s, w, mean, share, out);
        }
        for (; s < n; s += length) {
            one(x, s, w, mean, share, out);
        }
    }

    /** The windows that end in the block from s on. */
    private static void one(double[] x, int s, int w, boolean mean, double share, double[] out) {
        int end = s + Math.min(x.length - s, length(w));
        int first = Math.max(s, w - 1);
        if (first >= end) {
            return;
        }
        double pivot = mean ? x[s] : 0;
        double tail = 0;
        for (int t = s + w - 1; t > first; t--) {
            if (t < end) {
                out[t] = tail;
            }
            tail += x[t - w] - pivot;
        }
        out[first] = tail;
        double head = 0;
        for (int t = s; t < end; t++) {
            head += x[t] - pivot;
            if (t >= first) {
                out[t] = finite(pivot + (out[t] + head) * share);
            }
        }
    }

    /** Tails for the four blocks from s on: laid where their windows end. */
    private static void fourTails(double[] x, int s, int w, boolean mean, double[] out) {
        int length = length(w);
        double p0 = mean ? x[s] : 0;
        double p1 = mean ? x[s + length] : 0;
        double p2 = mean ? x[s + 2 * length] : 0;
        double p3 = mean ? x[s + 3 * length] : 0;
        double t0 = 0;
        double t1 = 0;
        double t2 = 0;
        double t3 = 0;
        for (int a = s - 1; a >= s + length - w; a--) {
            t0 += x[a] - p0;
            t1 += x[a + length] - p1;
            t2 += x[a + 2 * length] - p2;
            t3 += x[a + 3 * length] - p3;
        }
        for (int t = s + length - 1; t >= s; t--) {
            out[t] = t0;
            out[t + length] = t1;
            out[t + 2 * length] = t2;
            out[t + 3 * length] = t3;
            t0 += x[t - w] - p0;
            t1 += x[t + length - w] - p1;
            t2 += x[t + 2 * length - w] - p2;
            t3 += x[t + 3 * length - w] - p3;
        }
    }

    /** Finishes four blocks forwards, on top of their tails. */
    private static void fourHeads(double[] x, int s, int w, boolean mean, double share, double[] out) {
        int length = length(w);
        double p0 = mean ? x[s] : 0;
        double p1 = mean ? x[s + length] : 0;
        double p2 = mean ? x[s + 2 * length] : 0;
        double p3 = mean ? x[s + 3 * length] : 0;
        double h0 = 0;
        double h1 = 0;
        double h2 = 0;
        double h3 = 0;
        // a factor that is NaN or infinite makes NaN of a zero for good
        double z0 = 0;
        double z1 = 0;
        double z2 = 0;
        double z3 = 0;
        for (int t = s; t < s + length; t++) {
            h0 += x[t] - p0;
            h1 += x[t + length] - p1;
            h2 += x[t + 2 * length] - p2;
            h3 += x[t + 3 * length] - p3;
            double v0 = p0 + (out[t] + h0) * share;
            double v1 = p1 + (out[t + length] + h1) * share;
            double v2 = p2 + (out[t + 2 * length] + h2) * share;
            double v3 = p3 + (out[t + 3 * length] + h3) * share;
            out[t] = v0;
            out[t + length] = v1;
            out[t + 2 * length] = v2;
            out[t + 3 * length] = v3;
            z0 *= v0;
            z1 *= v1;
            z2 *= v2;
            z3 *= v3;
        }
        if (z0 + z1 + z2 + z3 != 0) {
            for (int t = s; t < s + 4 * length; t++) {
                out[t] = finite(out[t]);
            }
        }
    }

    /** The mean of {@code w} values from {@code start}, summed relative to the first. */
    static double freshMean(double[] x, int start, int w) {
        double pivot = x[start];
        double sum = 0;
        for (int t = start; t < start + w; t++) {
            sum += x[t] - pivot;
        }
        return finite(pivot + sum * (1.0 / w));
    }

    /** An infinity counts as undefined. */
    static double finite(double v) {
        return v + 0 * v;
    }
}
