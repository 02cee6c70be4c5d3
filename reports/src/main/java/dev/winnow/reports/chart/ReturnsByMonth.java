package dev.winnow.reports.chart;

import java.util.Arrays;

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
        int years = returns.length / 12;
        if (years == 0) {
            return "Returns by month: none.";
        }
        long gains = Arrays.stream(returns).filter(r -> r > 0).count();
        long months = Arrays.stream(returns).filter(Extent::drawable).count();
        return "Returns by month from " + firstYear + " to " + (firstYear + years - 1) + ": " + gains + " of " + months
                + " months gained.";
    }

    @Override
    public Picture draw() {
        return Drawing.picture(alt(), this::sheet);
    }

    private Drawing.Sheet sheet(Layout layout) {
        return new MonthTable(firstYear, returns, layout);
    }
}
