package dev.winnow.reports.chart;

import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;

/**
 * A metric over two parameters as coloured cells, a colour bar beside them. The best cell is marked, cells without a
 * value are struck through, and a line runs round plateaus: cells that with all their neighbours are in the best fifth.
 *
 * <p>Beyond {@value #MOST_CELLS} steps a side a cell is the mean of a block of them.
 *
 * @param across the parameter from left to right
 * @param acrossSteps its values as text, at least one
 * @param up the parameter from bottom to top
 * @param upSteps its values as text, at least one
 * @param cells double[upSteps x acrossSteps], row by row from the bottom; NaN: no value
 * @param higherIsBetter whether the best cell is the highest
 */
public record HeatMap(
        String across,
        List<String> acrossSteps,
        String up,
        List<String> upSteps,
        Quantity value,
        double[] cells,
        boolean higherIsBetter)
        implements Chart {
    static final int MOST_CELLS = 64;

    public HeatMap {
        acrossSteps = List.copyOf(acrossSteps);
        upSteps = List.copyOf(upSteps);
        Shapes.same("cells", cells.length, "steps", acrossSteps.size() * upSteps.size());
    }

    /** The same map of what a point keeps if its parameters are off by one step: the worst of it and its neighbours. */
    public HeatMap worstOfNeighbours() {
        Quantity worst = new Quantity(value.name() + ", worst of neighbours", value.unit());
        double[] cellsOfWorst = grid().worstOfNeighbours(higherIsBetter).cells();
        return new HeatMap(across, acrossSteps, up, upSteps, worst, cellsOfWorst, higherIsBetter);
    }

    @Override
    public String alt() {
        Grid grid = grid();
        int best = grid.best(higherIsBetter);
        String map = "Heat map of " + value.name() + " over " + across + " (" + values(acrossSteps) + ") and " + up
                + " (" + values(upSteps) + ")";
        if (best < 0) {
            return map + ": no cell has a value.";
        }
        return map + ": best " + TickText.value(cells[best], value.unit()) + " at " + across + " "
                + acrossSteps.get(best % grid.columns()) + ", " + up + " " + upSteps.get(best / grid.columns())
                + "; with its neighbours at worst "
                + TickText.value(grid.worstOfNeighbours(higherIsBetter).cells()[best], value.unit()) + ".";
    }

    @Override
    public Picture draw() {
        return Drawing.picture(alt(), this::sheet);
    }

    private Drawing.Sheet sheet(Layout layout) {
        Grid grid = grid();
        int wide = blockSide(grid.columns());
        int high = blockSide(grid.rows());
        Grid shown = wide * high == 1 ? grid : grid.blocks(wide, high);
        int best = grid.best(higherIsBetter);
        int marked = best < 0 ? -1 : best / grid.columns() / high * shown.columns() + best % grid.columns() / wide;
        Ramp ramp = Ramp.of(shown.cells(), higherIsBetter);
        XYPlot plot = Plots.plot(
                axis(acrossSteps, wide, layout.narrow() ? 6 : 14, layout.width() * 0.2, layout),
                axis(upSteps, high, 14, layout.width() * 0.22, layout));
        plot.setRangeGridlinesVisible(false);
        plot.getDomainAxis().setLabel(LetterWidths.fit(across, layout.width() * 0.7, layout.letters()));
        plot.addAnnotation(new Marks(new CellPainter(shown, ramp, value, marked, layout)::paint));
        JFreeChart chart = Plots.chart(plot, value.name() + ": " + up + " against " + across, List.of(), layout);
        if (best >= 0) {
            chart.addSubtitle(ramp.bar(value, layout));
        }
        return Drawing.sheet(chart, layout, height(shown.rows(), layout));
    }

    private Grid grid() {
        return new Grid(acrossSteps.size(), upSteps.size(), cells);
    }

    private static String values(List<String> steps) {
        return steps.size() == 1 ? "1 value" : steps.size() + " values";
    }

    private static int blockSide(int steps) {
        return (steps + MOST_CELLS - 1) / MOST_CELLS;
    }

    private static ValueAxis axis(List<String> steps, int block, int count, double width, Layout layout) {
        List<String> labels = IntStream.range(0, (steps.size() + block - 1) / block)
                .mapToObj(i -> LetterWidths.fit(steps.get(i * block), width, layout.letters()))
                .toList();
        return Axes.linear(-0.5, labels.size() - 0.5, Ticks.steps(labels, count), layout);
    }

    private static int height(int rows, Layout layout) {
        int low = layout.narrow() ? 300 : 320;
        int high = layout.narrow() ? 400 : 480;
        return Math.clamp(130 + 26L * rows, rows < 4 ? 200 : low, high);
    }
}
