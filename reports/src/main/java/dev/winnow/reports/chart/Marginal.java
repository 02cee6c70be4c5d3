package dev.winnow.reports.chart;

import java.util.List;

/**
 * A metric along one parameter, whatever the others: the median as a line, the middle half and the middle 90 % of the
 * points as bands.
 *
 * @param steps the parameter's values as text, in order
 * @param p05 double[steps]: quantiles of the metric over all points with that value; so the others
 * @param best position of the best point's value in steps, or -1
 */
public record Marginal(
        String parameter,
        List<String> steps,
        Quantity value,
        double[] p05,
        double[] p25,
        double[] median,
        double[] p75,
        double[] p95,
        int best)
        implements Chart {
    public Marginal {
        steps = List.copyOf(steps);
        for (double[] quantile : new double[][] {p05, p25, median, p75, p95}) {
            Shapes.same("quantiles", quantile.length, "steps", steps.size());
        }
        Shapes.positionOrNone("best", best, steps.size());
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
