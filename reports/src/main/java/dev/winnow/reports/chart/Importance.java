package dev.winnow.reports.chart;

import java.util.List;

/**
 * How much of a metric's variance each parameter explains, as bars, the largest on top.
 *
 * @param parameters names
 * @param shares double[parameters] of the variance, 0 to 1; NaN: not known
 */
public record Importance(List<String> parameters, double[] shares) implements Chart {
    public Importance {
        parameters = List.copyOf(parameters);
        Shapes.same("shares", shares.length, "parameters", parameters.size());
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
