package dev.winnow.reports.chart;

import java.util.List;

/**
 * Returns of each year as bars, beside those of what they are compared with.
 *
 * @param firstYear the first bar's
 * @param returns names and double[years], as fractions (0.05 is 5 %); NaN: no bars; all of the same length, at least one
 */
public record ReturnsByYear(int firstYear, List<Curve> returns) implements Chart {
    public ReturnsByYear {
        returns = List.copyOf(returns);
        Shapes.sameLength(returns);
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
