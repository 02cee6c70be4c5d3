package dev.winnow.reports.summary;

import java.util.Arrays;

/**
 * The objective over all points that have one.
 *
 * @param sorted double[points], rising
 */
public record Distribution(double[] sorted) {
    private static final int MOST_BINS = 60;

    static Distribution of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Distribution(sorted);
    }

    /** Number of points. */
    public int count() {
        return sorted.length;
    }

    /** The quantile at this share; NaN without points. */
    public double quantile(double share) {
        return Quantiles.of(sorted, share);
    }

    /** Mean; NaN without points. */
    public double mean() {
        return Arrays.stream(sorted).sum() / sorted.length;
    }

    /** Standard deviation (divided by the number of points less 1); NaN with fewer than two. */
    public double deviation() {
        double mean = mean();
        double squares = 0;
        for (double value : sorted) {
            squares += (value - mean) * (value - mean);
        }
        return sorted.length < 2 ? Double.NaN : Math.sqrt(squares / (sorted.length - 1));
    }

    /** Share of points that a value is better than, equals counted by half; NaN without points. */
    public double beats(double value, boolean maximize) {
        int below = 0;
        int equal = 0;
        for (double other : sorted) {
            below += other < value ? 1 : 0;
            equal += other == value ? 1 : 0;
        }
        int worse = maximize ? below : sorted.length - below - equal;
        return (worse + equal / 2.0) / sorted.length;
    }

    /**
     * double[bins + 1]: borders of equal bins from the least to the greatest value, as wide as Freedman and Diaconis
     * (1981) have it, 2 IQR / cbrt(n), but no more than 60. One bin of no width where all are equal.
     */
    public double[] borders() {
        double least = sorted[0];
        double most = sorted[sorted.length - 1];
        double width = 2 * (quantile(0.75) - quantile(0.25)) / Math.cbrt(sorted.length);
        int bins = least == most
                ? 1
                : width > 0 ? (int) Math.clamp(Math.ceil((most - least) / width), 5, MOST_BINS) : MOST_BINS;
        double[] borders = new double[bins + 1];
        Arrays.setAll(borders, b -> b == bins ? most : least + b * ((most - least) / bins));
        return borders;
    }

    /** long[bins]: points between the borders, one on a border counted above it but for the last. */
    public long[] counts(double[] borders) {
        long[] counts = new long[borders.length - 1];
        int bin = 0;
        for (double value : sorted) {
            while (bin < counts.length - 1 && value >= borders[bin + 1]) {
                bin++;
            }
            counts[bin]++;
        }
        return counts;
    }
}
