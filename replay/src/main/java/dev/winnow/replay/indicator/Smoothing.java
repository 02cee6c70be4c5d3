package dev.winnow.replay.indicator;

/**
 * Exponential smoothing, seeded with the mean of the first w defined values. A NaN or an infinity ends the run: the
 * result is NaN there and seeding starts again behind it.
 */
final class Smoothing {
    private Smoothing() {}

    /** Weight 2/(w+1) on the newest value. */
    static void ema(double[] x, int w, double[] out) {
        exponential(x, w, 2.0 / (w + 1.0), out);
    }

    /** Wilder's smoothing: weight 1/w on the newest value. */
    static void wilder(double[] x, int w, double[] out) {
        exponential(x, w, 1.0 / w, out);
    }

    private static void exponential(double[] x, int w, double weight, double[] out) {
        int n = x.length;
        int t = 0;
        while (t < n) {
            int start = t;
            while (t < n && t - start < w - 1 && Double.isFinite(x[t])) {
                out[t++] = Double.NaN;
            }
            if (t == n) {
                return;
            }
            if (!Double.isFinite(x[t])) {
                out[t++] = Double.NaN;
                continue;
            }
            double average = Blocks.freshMean(x, start, w);
            out[t++] = average;
            // the newest value last: a constant column stays exactly constant
            while (t < n && Double.isFinite(x[t])) {
                average = Math.fma(weight, x[t] - average, average);
                out[t++] = average;
            }
        }
    }
}
