package dev.winnow.reports.chart;

import java.util.List;

/**
 * A metric against the threshold to enter, a line for each threshold to exit. Beyond {@value Palette#SERIES} lines the
 * first, the last and some between are drawn.
 *
 * @param enter the threshold's name
 * @param thresholds double[positions], increasing
 * @param exits a line for each exit, named by it
 */
public record ThresholdCurves(String enter, double[] thresholds, Quantity value, List<Curve> exits) implements Chart {
    public ThresholdCurves {
        exits = List.copyOf(exits);
        Shapes.sameLength(exits, thresholds.length);
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
