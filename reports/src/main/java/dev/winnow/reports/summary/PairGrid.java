package dev.winnow.reports.summary;

/**
 * The objective over two parameters, the others at their best, and at the median over all their values. NaN where the
 * space has no point.
 *
 * @param x levels along the columns
 * @param y levels along the rows
 * @param best double[y.bins() * x.bins()], row by row
 * @param median double[y.bins() * x.bins()], row by row
 */
public record PairGrid(Levels x, Levels y, double[] best, double[] median) {
    /** @param bins bins an axis, at most */
    static PairGrid of(Observations points, int xAxis, int yAxis, boolean maximize, int bins) {
        Levels x = points.levels().get(xAxis).binned(bins);
        Levels y = points.levels().get(yAxis).binned(bins);
        int[] cell = new int[points.count()];
        for (int i = 0; i < cell.length; i++) {
            cell[i] = y.bin(points.positions()[yAxis][i]) * x.bins() + x.bin(points.positions()[xAxis][i]);
        }
        Cells cells = new Cells(x.bins() * y.bins(), cell, points.objective());
        return new PairGrid(x, y, cells.quantiles(maximize ? 1 : 0), cells.quantiles(0.5));
    }

    /** Name of the pair: {@code fast and slow}. */
    public String title() {
        return x.axis().name() + " and " + y.axis().name();
    }
}
