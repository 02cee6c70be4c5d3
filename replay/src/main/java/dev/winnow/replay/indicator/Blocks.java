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
        double head = 0;
        for (int t = 0; t < w; t++) {
            head += x[t];
        }
        out[w - 1] = finite(head);
        for (int b = w; b < n; b += w) {
            int end = Math.min(n - b, w);
            tails(x, b, w, end, 0, out);
            head = 0;
            for (int t = b; t < b + end; t++) {
                head += x[t];
                out[t] = finite(out[t] + head);
            }
        }
    }

    /** The mean of the last {@code w} values; NaN while one of them is NaN or infinite. {@code out} is not {@code x}. */
    static void mean(double[] x, int w, double[] out) {
        int n = x.length;
        Arrays.fill(out, 0, Math.min(w - 1, n), Double.NaN);
        if (n < w) {
            return;
        }
        out[w - 1] = freshMean(x, 0, w);
        for (int b = w; b < n; b += w) {
            int end = Math.min(n - b, w);
            double pivot = x[b];
            tails(x, b, w, end, pivot, out);
            double head = 0;
            for (int t = b; t < b + end; t++) {
                head += x[t] - pivot;
                out[t] = finite(pivot + (out[t] + head) / w);
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
        return finite(pivot + sum / w);
    }

    /** Stores at b + i the sum of x - pivot over b-w+1+i..b-1, for i below {@code end}. */
    private static void tails(double[] x, int b, int w, int end, double pivot, double[] out) {
        double tail = 0;
        int i = w - 1;
        for (; i >= end; i--) {
            tail += x[b - w + i] - pivot;
        }
        // at i the tail holds x[b-w+i+1..b-1]
        for (; i >= 0; i--) {
            out[b + i] = tail;
            tail += x[b - w + i] - pivot;
        }
    }

    /** An infinity counts as undefined. */
    static double finite(double v) {
        return v + 0 * v;
    }
}
