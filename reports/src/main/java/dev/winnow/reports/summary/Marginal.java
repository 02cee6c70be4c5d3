package dev.winnow.reports.summary;

import java.util.Arrays;

/**
 * The objective against one parameter, whatever the others are: quantiles over all points that share its value. NaN
 * where there are none.
 *
 * @param levels the parameter's values in bins
 * @param bands double[5][bins]: the quantiles of {@link #SHARES}
 */
public record Marginal(Levels levels, double[][] bands) {
    /** The quantiles of {@code bands}: 5 %, 25 %, the median, 75 %, 95 %. */
    static final double[] SHARES = {0.05, 0.25, 0.5, 0.75, 0.95};

    /** double[bins]. */
    public double[] median() {
        return bands[2];
    }

    static Marginal of(Observations points, int axis, int bins) {
        Levels levels = points.levels().get(axis).binned(bins);
        Cells cells = new Cells(levels.bins(), points.bins(axis, levels), points.objective());
        double[][] bands = new double[SHARES.length][];
        Arrays.setAll(bands, b -> cells.quantiles(SHARES[b]));
        return new Marginal(levels, bands);
    }
}
