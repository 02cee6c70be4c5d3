package dev.winnow.reports.chart;

import java.util.List;

/**
 * A metric over the weights of three strategies, as a triangle: a corner is one strategy alone, its middle a third of
 * each. The best point is marked.
 *
 * @param strategies three names
 * @param weights double[3 x points], the three weights of a point side by side; scaled to a sum of 1
 * @param values double[points]
 */
public record WeightSimplex(
        List<String> strategies, double[] weights, Quantity value, double[] values, boolean higherIsBetter)
        implements Chart {
    public WeightSimplex {
        strategies = List.copyOf(strategies);
        Shapes.same("strategies", strategies.size(), "corners", 3);
        Shapes.same("weights", weights.length, "three a point", 3 * values.length);
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
