package dev.winnow.reports.chart;

import java.util.List;

/**
 * How a whole divides, such as time by stage: one bar, with the shares named below it.
 *
 * @param parts names and amounts in the whole's unit, in order; amounts of 0 or less and NaN are left out
 */
public record ShareBar(Quantity whole, List<Part> parts) implements Chart {
    /** A part of the whole. */
    public record Part(String name, double amount) {}

    public ShareBar {
        parts = List.copyOf(parts);
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
