package dev.winnow.reports.chart;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
        return "Parallel coordinates of the best " + best().length + (best().length == 1 ? " point" : " points")
                + " over "
                + parameters.stream().map(Coordinate::name).collect(Collectors.joining(", ")) + " and " + value.name()
                + ".";
    }

    @Override
    public Picture draw() {
        return Drawing.picture(alt(), this::sheet);
    }

    private Drawing.Sheet sheet(Layout layout) {
        List<Coordinate> axes = Stream.concat(
                        parameters.stream(), Stream.of(new Coordinate(value.name(), List.of(), values)))
                .toList();
        return new CoordinateSheet(axes, value, best(), layout);
    }

    /** The points to draw, the best first. */
    private int[] best() {
        return IntStream.range(0, values.length)
                .filter(this::drawable)
                .boxed()
                .sorted(Comparator.comparingDouble(point -> higherIsBetter ? -values[point] : values[point]))
                .limit(MOST_LINES)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private boolean drawable(int point) {
        return Extent.drawable(values[point])
                && parameters.stream()
                        .allMatch(parameter -> Extent.drawable(parameter.values()[point]));
    }
}
