package dev.winnow.reports.chart;

/**
 * How a metric is distributed over all points, with the best point's value marked.
 *
 * @param edges double[counts + 1], increasing
 * @param counts points in each bin
 * @param best the best point's value; NaN: not marked
 */
public record Histogram(Quantity value, double[] edges, long[] counts, double best) implements Chart {
    public Histogram {
        Shapes.same("edges", edges.length, "bins and one", counts.length + 1);
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
