package dev.winnow.replay.signal;

import java.util.Arrays;

/**
 * Logic on whole words of bit planes. All planes have words(bars) words and keep the bits past the last bar at 0. An
 * output may be one of the inputs only where said.
 */
public final class PlaneLogic {
    private PlaneLogic() {}

    /** {@code a and b}; the output may be an input. */
    public static void and(long[] a, long[] b, long[] out) {
        for (int w = 0; w < out.length; w++) {
            out[w] = a[w] & b[w];
        }
    }

    /** {@code a or b}; the output may be an input. */
    public static void or(long[] a, long[] b, long[] out) {
        for (int w = 0; w < out.length; w++) {
            out[w] = a[w] | b[w];
        }
    }

    /** Where exactly one is true; the output may be an input. */
    public static void differs(long[] a, long[] b, long[] out) {
        for (int w = 0; w < out.length; w++) {
            out[w] = a[w] ^ b[w];
        }
    }

    /** {@code not a}; the output may be the input. */
    public static void not(long[] a, int bars, long[] out) {
        for (int w = 0; w < out.length; w++) {
            out[w] = ~a[w];
        }
        trim(out, bars);
    }

    /** Where the condition is true {@code a}, else {@code b}; the output may be an input. */
    public static void select(long[] condition, long[] a, long[] b, long[] out) {
        for (int w = 0; w < out.length; w++) {
            out[w] = (condition[w] & a[w]) | (~condition[w] & b[w]);
        }
    }

    /** The same truth on every bar. */
    public static void fill(boolean value, int bars, long[] out) {
        Arrays.fill(out, value ? -1L : 0L);
        trim(out, bars);
    }

    /** {@code out[t] = a[t - by]}, false before; {@code by >= 0}; the output may be the input. */
    public static void lag(long[] a, int by, int bars, long[] out) {
        int words = out.length;
        int skip = Math.min(words, by >>> 6);
        int shift = by & 63;
        for (int w = words - 1; w >= skip; w--) {
            long high = a[w - skip] << shift;
            long low = shift == 0 || w == skip ? 0 : a[w - skip - 1] >>> (64 - shift);
            out[w] = high | low;
        }
        Arrays.fill(out, 0, skip, 0);
        trim(out, bars);
    }

    /** True where {@code a} was true on any of the last {@code n >= 1} bars, this one included. */
    public static void within(long[] a, int n, int bars, long[] out) {
        long last = Long.MIN_VALUE / 2;
        for (int w = 0; w < out.length; w++) {
            long word = a[w];
            long from = (long) w << 6;
            if (word == 0) {
                long covered = last + n - from; // bars of this word that the last true bar still reaches
                out[w] = covered <= 0 ? 0 : covered >= 64 ? -1L : (1L << covered) - 1;
                continue;
            }
            long result = 0;
            for (int i = 0; i < 64; i++) {
                if ((word >>> i & 1) != 0) {
                    last = from + i;
                }
                result |= (from + i - last < n ? 1L : 0L) << i;
            }
            out[w] = result;
        }
        trim(out, bars);
    }

    /** True from the first bar on which {@code a} was true. */
    public static void since(long[] a, int bars, long[] out) {
        int w = 0;
        while (w < out.length && a[w] == 0) {
            out[w++] = 0;
        }
        if (w < out.length) {
            out[w] = -Long.lowestOneBit(a[w]);
            Arrays.fill(out, w + 1, out.length, -1L);
        }
        trim(out, bars);
    }

    /** True on the first bar of each run of true bars; the output must not be the input. */
    public static void once(long[] a, long[] out) {
        long carry = 0;
        for (int w = 0; w < out.length; w++) {
            out[w] = a[w] & ~(a[w] << 1 | carry);
            carry = a[w] >>> 63;
        }
    }

    /** Bars since {@code a} was last true, 0 on a true bar, NaN before the first; {@code out} is double[bars]. */
    public static void barsSince(long[] a, double[] out) {
        double since = Double.NaN;
        for (int t = 0; t < out.length; t++) {
            since = BitPlanes.get(a, t) ? 0 : since + 1;
            out[t] = since;
        }
    }

    /** Where the condition is true {@code a[t]}, else {@code b[t]}. */
    public static void select(long[] condition, double[] a, double[] b, double[] out) {
        for (int t = 0; t < out.length; t++) {
            out[t] = BitPlanes.get(condition, t) ? a[t] : b[t];
        }
    }

    public static void select(long[] condition, double[] a, double b, double[] out) {
        for (int t = 0; t < out.length; t++) {
            out[t] = BitPlanes.get(condition, t) ? a[t] : b;
        }
    }

    public static void select(long[] condition, double a, double[] b, double[] out) {
        for (int t = 0; t < out.length; t++) {
            out[t] = BitPlanes.get(condition, t) ? a : b[t];
        }
    }

    public static void select(long[] condition, double a, double b, double[] out) {
        for (int t = 0; t < out.length; t++) {
            out[t] = BitPlanes.get(condition, t) ? a : b;
        }
    }

    /** True where each of the last {@code n >= 1} steps of {@code x} went up; false while there are fewer, or at NaN. */
    public static void rising(double[] x, int n, int bars, long[] out) {
        Arrays.fill(out, 0);
        int run = 0;
        for (int t = 1; t < bars; t++) {
            run = x[t] > x[t - 1] ? run + 1 : 0;
            if (run >= n) {
                BitPlanes.set(out, t);
            }
        }
    }

    /** True where each of the last {@code n >= 1} steps of {@code x} went down; false while there are fewer, or at NaN. */
    public static void falling(double[] x, int n, int bars, long[] out) {
        Arrays.fill(out, 0);
        int run = 0;
        for (int t = 1; t < bars; t++) {
            run = x[t] < x[t - 1] ? run + 1 : 0;
            if (run >= n) {
                BitPlanes.set(out, t);
            }
        }
    }

    private static void trim(long[] out, int bars) {
        if (out.length > 0) {
            out[out.length - 1] &= BitPlanes.tailMask(bars);
        }
    }
}
