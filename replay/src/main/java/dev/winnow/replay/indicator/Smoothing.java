package dev.winnow.replay.indicator;

/**
 * Exponential smoothing, seeded with the mean of the first w defined values. A NaN or an infinity ends the run: the
 * result is NaN there and seeding starts again behind it.
 */
final class Smoothing {
    private final int w;
    private final double weight;
    /** Values of the run so far, at most w. */
    private int count;
    /** First value of the run: the seed is summed relative to it. */
    private double pivot;

    private double sum;
    private double average;

    private Smoothing(int w, double weight) {
        this.w = w;
        this.weight = weight;
    }

    /** Weight 2/(w+1) on the newest value. */
    static Smoothing ema(int w) {
        return new Smoothing(w, 2.0 / (w + 1.0));
    }

    /** Wilder's smoothing: weight 1/w on the newest value. */
    static Smoothing wilder(int w) {
        return new Smoothing(w, 1.0 / w);
    }

    /** The average after one more value. */
    double next(double x) {
        if (!Double.isFinite(x)) {
            count = 0;
            return Double.NaN;
        }
        if (count == w) {
            average = advance(average, x);
            return average;
        }
        if (count == 0) {
            pivot = x;
            sum = 0;
        }
        sum += x - pivot;
        count++;
        average = count < w ? Double.NaN : Blocks.finite(pivot + sum * (1.0 / w));
        return average;
    }

    /** The newest value last: a constant column stays exactly constant. */
    private double advance(double before, double x) {
        return Math.fma(weight, x - before, before);
    }

    /** {@link #ema(int)} of every value; {@code out} may be {@code x}. */
    static void ema(double[] x, int w, double[] out) {
        ema(w).every(x, out);
    }

    /** {@link #wilder(int)} of every value; {@code out} may be {@code x}. */
    static void wilder(double[] x, int w, double[] out) {
        wilder(w).every(x, out);
    }

    /** {@link #next} of every value; once seeded, the average stays in a register. */
    private void every(double[] x, double[] out) {
        int t = 0;
        while (t < out.length) {
            double now = next(x[t]);
            out[t++] = now;
            while (count == w && t < out.length && Double.isFinite(x[t])) {
                now = advance(now, x[t]);
                out[t++] = now;
            }
            average = now;
        }
    }
}
