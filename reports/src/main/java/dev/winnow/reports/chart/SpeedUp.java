package dev.winnow.reports.chart;

import java.util.List;

/**
 * How many times faster something is against the size of the work, both logarithmic, with the line of 1 where it
 * breaks even.
 *
 * @param across what grows, such as points
 * @param sizes double[positions], increasing, above 0
 * @param curves times faster: 2 is twice as fast, 0.5 half as fast
 */
public record SpeedUp(String across, double[] sizes, List<Curve> curves) implements Chart {
    public SpeedUp {
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
