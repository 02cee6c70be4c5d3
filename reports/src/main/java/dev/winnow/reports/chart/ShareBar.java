package dev.winnow.reports.chart;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        List<Part> shown = shown();
        double sum = shown.stream().mapToDouble(Part::amount).sum();
        return shown.isEmpty()
                ? whole.name() + ": nothing."
                : whole.name() + ", " + TickText.value(sum, whole.unit()) + ": "
                        + shown.stream()
                                .map(part -> part.name() + " " + TickText.share(part.amount() / sum))
                                .collect(Collectors.joining(", "))
                        + ".";
    }

    @Override
    public Picture draw() {
        return Drawing.picture(alt(), this::sheet);
    }

    private Drawing.Sheet sheet(Layout layout) {
        return new ShareSheet(whole, shown(), layout);
    }

    /** The parts that are something; the smallest of many together. */
    private List<Part> shown() {
        List<Part> some = parts.stream()
                .filter(part -> part.amount() > 0 && Extent.drawable(part.amount()))
                .toList();
        if (some.size() <= Palette.SERIES) {
            return some;
        }
        List<Part> largest = some.stream()
                .sorted(Comparator.comparingDouble(Part::amount).reversed())
                .limit(Palette.SERIES - 1)
                .toList();
        double rest = some.stream()
                .filter(part -> !largest.contains(part))
                .mapToDouble(Part::amount)
                .sum();
        return Stream.concat(some.stream().filter(largest::contains), Stream.of(new Part("other", rest)))
                .toList();
    }
}
