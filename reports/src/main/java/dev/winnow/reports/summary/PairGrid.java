package dev.winnow.reports.summary;

/**
 * The objective over two parameters, the others at their best, and at the median over all their values. NaN where the
 * space has no point.
 *
 * @param x levels along the columns
 * @param y levels along the rows
 * @param best double[rows][columns]
 * @param median double[rows][columns]
 * @param bestRow row of the best point
 * @param bestColumn column of the best point
 */
public record PairGrid(Levels x, Levels y, double[][] best, double[][] median, int bestRow, int bestColumn) {
    /**
     * @param winner int[axes]: places of the best point's values
     * @param bins bins an axis, at most
     */
    static PairGrid of(Observations points, int xAxis, int yAxis, int[] winner, boolean maximize, int bins) {
        Levels x = points.levels().get(xAxis).binned(bins);
        Levels y = points.levels().get(yAxis).binned(bins);
        int[] cell = new int[points.count()];
        for (int i = 0; i < cell.length; i++) {
            cell[i] = y.bin(points.positions()[yAxis][i]) * x.bins() + x.bin(points.positions()[xAxis][i]);
        }
        Cells cells = new Cells(x.bins() * y.bins(), cell, points.objective());
        return new PairGrid(
                x,
                y,
                rows(cells.quantiles(maximize ? 1 : 0), x.bins()),
                rows(cells.quantiles(0.5), x.bins()),
                y.bin(winner[yAxis]),
                x.bin(winner[xAxis]));
    }

    private static double[][] rows(double[] cells, int width) {
        double[][] rows = new double[cells.length / width][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = java.util.Arrays.copyOfRange(cells, row * width, (row + 1) * width);
        }
        return rows;
    }

    /** Name of the pair: {@code fast and slow}. */
    public String title() {
        return x.axis().name() + " and " + y.axis().name();
    }
}
