package dev.winnow.reports.chart;

import java.util.List;

/**
 * Points as lines through one vertical axis a parameter and a last one for the metric, coloured by the metric: where
 * the lines of good points run together, a parameter matters.
 *
 * @param parameters in the order of the axes
 * @param value the metric of the last axis
 * @param values double[points]; points with NaN are left out; only the best {@value #MOST_LINES} are drawn
 * @param higherIsBetter which end is the best
 */
public record ParallelCoordinates(List<Coordinate> parameters, Quantity value, double[] values, boolean higherIsBetter)
        implements Chart {
    static final int MOST_LINES = 300;

    /**
     * A parameter's axis.
     *
     * @param steps its values as text where they are names, else empty
     * @param values double[points]: numbers, or positions in steps
     */
    public record Coordinate(String name, List<String> steps, double[] values) {
        public Coordinate {
            steps = List.copyOf(steps);
        }
    }

    public ParallelCoordinates {
        parameters = List.copyOf(parameters);
        for (Coordinate parameter : parameters) {
            Shapes.same(parameter.name(), parameter.values().length, "points", values.length);
        }
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
