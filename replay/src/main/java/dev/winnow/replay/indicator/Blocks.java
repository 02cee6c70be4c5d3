package dev.winnow.replay.indicator;

import java.util.Arrays;

/**
 * Sums and means over sliding windows, without drift and without subtraction.
 *
 * <p>Bars are cut into blocks of w bars at fixed bar numbers 0, w, 2w, ... A window that ends at bar t of the block
 * that starts at bar b is the tail of the block before b and the head b..t of this one. Both are running sums, one
 * backwards from b, one forwards from b, so every window is summed afresh from values inside it: O(bars), nothing
 * that left the window can leave an error behind, a NaN spoils exactly the windows that hold it, and nothing after t
 * is read. Bar b lies in every window of its block, so values are summed relative to x[b]: a constant window has
 * exactly its constant as mean.
 *
 * <p>The method is van Herk's (1992) and Gil and Werman's (1993) for running extremes, used with sums.
 */
final class Blocks {
    private Blocks() {}

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
        double share = mean ? 1.0 / w : 1;
        double first = mean ? x[0] : 0;
        // the first block has no block before it: only its last window is whole
        double head = 0;
        for (int t = 0; t < w; t++) {
            head += x[t] - first;
        }
        out[w - 1] = finite(first + head * share);
        int b = w;
        for (; b <= n - 4L * w; b += 4 * w) {
            fourTails(x, b, w, mean, out);
            fourHeads(x, b, w, mean, share, out);
        }
        int end = 0;
        for (; b < n; b += end) {
            end = Math.min(n - b, w);
            double pivot = mean ? x[b] : 0;
            tails(x, b, end, w, pivot, out);
            head = 0;
            for (int t = b; t < b + end; t++) {
                head += x[t] - pivot;
                out[t] = finite(pivot + (out[t] + head) * share);
            }
        }
    }

    /** Tails for the four blocks from b on. */
    private static void fourTails(double[] x, int b, int w, boolean mean, double[] out) {
        double p0 = mean ? x[b] : 0;
        double p1 = mean ? x[b + w] : 0;
        double p2 = mean ? x[b + 2 * w] : 0;
        double p3 = mean ? x[b + 3 * w] : 0;
        double t0 = 0;
        double t1 = 0;
        double t2 = 0;
        double t3 = 0;
        for (int t = b + w - 1; t >= b; t--) {
            out[t] = t0;
            out[t + w] = t1;
            out[t + 2 * w] = t2;
            out[t + 3 * w] = t3;
            t0 += x[t - w] - p0;
            t1 += x[t] - p1;
            t2 += x[t + w] - p2;
            t3 += x[t + 2 * w] - p3;
        }
    }

    /** Finishes four blocks forwards, on top of their tails. */
    private static void fourHeads(double[] x, int b, int w, boolean mean, double share, double[] out) {
        double p0 = mean ? x[b] : 0;
        double p1 = mean ? x[b + w] : 0;
        double p2 = mean ? x[b + 2 * w] : 0;
        double p3 = mean ? x[b + 3 * w] : 0;
        double h0 = 0;
        double h1 = 0;
        double h2 = 0;
        double h3 = 0;
        // a factor that is NaN or infinite makes NaN of a zero for good
        double z0 = 0;
        double z1 = 0;
        double z2 = 0;
        double z3 = 0;
        for (int t = b; t < b + w; t++) {
            h0 += x[t] - p0;
            h1 += x[t + w] - p1;
            h2 += x[t + 2 * w] - p2;
            h3 += x[t + 3 * w] - p3;
            double v0 = p0 + (out[t] + h0) * share;
            double v1 = p1 + (out[t + w] + h1) * share;
            double v2 = p2 + (out[t + 2 * w] + h2) * share;
            double v3 = p3 + (out[t + 3 * w] + h3) * share;
            out[t] = v0;
            out[t + w] = v1;
            out[t + 2 * w] = v2;
            out[t + 3 * w] = v3;
            z0 *= v0;
            z1 *= v1;
            z2 *= v2;
            z3 *= v3;
        }
        if (z0 + z1 + z2 + z3 != 0) {
            for (int t = b; t < b + 4 * w; t++) {
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

    /** Stores at b + i the sum of x - pivot over b-w+1+i..b-1, for i below {@code end}. */
    private static void tails(double[] x, int b, int end, int w, double pivot, double[] out) {
        double tail = 0;
        for (int i = w - 1; i >= 0; i--) {
            if (i < end) {
                out[b + i] = tail;
            }
            tail += x[b - w + i] - pivot;
        }
    }

    /** An infinity counts as undefined. */
    static double finite(double v) {
        return v + 0 * v;
    }
}
