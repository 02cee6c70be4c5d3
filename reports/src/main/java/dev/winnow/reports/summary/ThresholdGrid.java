package dev.winnow.reports.summary;

import java.util.Optional;

/**
 * The objective over the thresholds of a replay, the other parameters at their best.
 *
 * @param across the threshold along the curves
 * @param lines the threshold that each curve is of; empty where there is one curve
 * @param values double[lines][across]: NaN where there is no point
 */
public record ThresholdGrid(Levels across, Optional<Levels> lines, double[][] values) {
    /** Values of a threshold at most, neighbours together beyond. */
    private static final int MOST = 64;

    /** The threshold to enter along the curves, or the other where it alone is a parameter; empty where neither is. */
    static Optional<ThresholdGrid> of(Observations points, ReplayAxes axes, boolean maximize) {
        boolean enters = axes.enter() >= 0 && points.levels().get(axes.enter()).count() > 1;
        boolean exits = axes.exit() >= 0 && points.levels().get(axes.exit()).count() > 1;
        if (points.count() == 0 || !(enters || exits)) {
            return Optional.empty();
        }
        if (enters && exits && axes.enter() != axes.exit()) {
            PairGrid grid = PairGrid.of(points, axes.enter(), axes.exit(), maximize, MOST * MOST);
            double[][] values = new double[grid.y().bins()][grid.x().bins()];
            for (int y = 0; y < values.length; y++) {
                System.arraycopy(grid.best(), y * values[y].length, values[y], 0, values[y].length);
            }
            return Optional.of(new ThresholdGrid(grid.x(), Optional.of(grid.y()), values));
        }
        int only = enters ? axes.enter() : axes.exit();
        Levels levels = points.levels().get(only).binned(MOST);
        Cells cells = new Cells(levels.bins(), points.bins(only, levels), points.objective());
        return Optional.of(
                new ThresholdGrid(levels, Optional.empty(), new double[][] {cells.quantiles(maximize ? 1 : 0)}));
    }
}
