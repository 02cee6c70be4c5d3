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
    /** Cells a side that a heat map can show. */
    private static final int MOST_A_SIDE = 64;

    /** @param cells cells at most; the axis of fewer levels keeps more of them */
    static PairGrid of(Observations points, int xAxis, int yAxis, boolean maximize, int cells) {
        Levels wide = points.levels().get(xAxis);
        Levels high = points.levels().get(yAxis);
        int side = (int) Math.sqrt(cells);
        Levels x = wide.binned(Math.min(MOST_A_SIDE, Math.max(side, cells / high.count())));
        Levels y = high.binned(Math.min(MOST_A_SIDE, Math.max(side, cells / wide.count())));
        int[] cell = new int[points.count()];
        for (int i = 0; i < cell.length; i++) {
            cell[i] = y.bin(points.positions()[yAxis][i]) * x.bins() + x.bin(points.positions()[xAxis][i]);
        }
        Cells values = new Cells(x.bins() * y.bins(), cell, points.objective());
        return new PairGrid(x, y, values.quantiles(maximize ? 1 : 0), values.quantiles(0.5));
    }

    /** Name of the pair: {@code fast and slow}. */
    public String title() {
        return x.axis().name() + " and " + y.axis().name();
    }
}
