package dev.winnow.reports.summary;

/** Quantiles of sorted numbers, by linear interpolation between the two next to it (Hyndman and Fan 1996, type 7). */
public final class Quantiles {
    private Quantiles() {}

    /** The quantile of all values. */
    public static double of(double[] sorted, double share) {
        return of(sorted, 0, sorted.length, share);
    }

    /**
     * The quantile of the values from {@code from} to {@code to} (exclusive), which rise; NaN when there are none.
     *
     * @param share from 0, the least, to 1, the greatest
     */
    static double of(double[] sorted, int from, int to, double share) {
        if (from == to) {
            return Double.NaN;
        }
        double place = share * (to - from - 1);
        int below = (int) place;
        double low = sorted[from + below];
        double high = sorted[Math.min(from + below + 1, to - 1)];
        return low == high ? low : low + (place - below) * (high - low);
    }
}
