package dev.winnow.reports.chart;

import java.util.List;

/**
 * Throughput against threads or size, with the line of perfect scaling from the first measurement of the first curve.
 *
 * @param across what grows, such as threads
 * @param sizes double[positions], increasing, above 0
 * @param rate what is measured, such as bar-points/s
 * @param curves measured rates
 * @param ideal whether to draw the line of perfect scaling: rate in proportion to size
 */
public record Scaling(String across, double[] sizes, Quantity rate, List<Curve> curves, boolean ideal)
        implements Chart {
    public Scaling {
        curves = List.copyOf(curves);
        Shapes.sameLength(curves, sizes.length);
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
