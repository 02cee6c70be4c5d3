package dev.winnow.reports.chart;

import java.util.Arrays;

/** Quantiles of the finite values of a few. */
final class Quantiles {
    private Quantiles() {}

    /** The value below which this share lies, between neighbours in proportion; NaN of none. */
    static double of(double[] values, double share) {
        double[] sorted =
                Arrays.stream(values).filter(Extent::drawable).sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (at - below);
    }
}
