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
     * Block by block: what ends in this block is finished forwards while the tails for the next are laid down
     * backwards, two chains of additions that do not wait for each other. Means are summed relative to the block's first
     * value, sums relative to 0.
     */
    private static void pass(double[] x, int w, double[] out, boolean mean) {
        int n = x.length;
        double share = mean ? 1.0 / w : 1;
        double pivot = mean ? x[0] : 0;
        // the first block has no block before it: only its last window is whole
        double head = 0;
        for (int t = 0; t < w; t++) {
            head += x[t] - pivot;
        }
        out[w - 1] = finite(pivot + head * share);
        pivot = mean && w < n ? x[w] : 0;
        tails(x, w, Math.min(n - w, w), w, pivot, out);
        int b = w;
        for (; b <= n - w; b += w) {
            int next = b + w;
            double ahead = mean && next < n ? x[next] : 0;
            int room = n - next;
            head = 0;
            double tail = 0;
            for (int i = 0, j = w - 1; i < w; i++, j--) {
                head += x[b + i] - pivot;
                out[b + i] = finite(pivot + (out[b + i] + head) * share);
                if (j < room) {
                    out[next + j] = tail;
                }
                tail += x[b + j] - ahead;
            }
            pivot = ahead;
        }
        head = 0;
        for (int t = b; t < n; t++) {
            head += x[t] - pivot;
            out[t] = finite(pivot + (out[t] + head) * share);
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
