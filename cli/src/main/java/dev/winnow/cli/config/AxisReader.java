package dev.winnow.cli.config;

import dev.winnow.cli.config.Yaml.Entry;
import dev.winnow.cli.config.Yaml.Mapping;
import dev.winnow.cli.config.Yaml.Scalar;
import dev.winnow.cli.config.Yaml.Sequence;
import dev.winnow.engine.Suggestion;
import dev.winnow.engine.space.Axis;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters: a list, one value, or a range. A range with a count whose ends are both written as whole
 * numbers gives whole numbers, each once; written as 1.0 it gives any.
 */
final class AxisReader {
    private static final int MAX_LEVELS = 10_000_000;
    private static final List<String> RANGE = List.of("from", "to", "step", "count", "scale");

    private final Problems problems;
    private final Set<String> bare = new HashSet<>();

    AxisReader(Problems problems) {
        this.problems = problems;
    }

    /** Whether a file gives the parameter a number other than 0 without a unit; a result's figures can be set as they are. */
    boolean bare(String name) {
        return bare.contains(name);
    }

    List<Axis> axes(Yaml parameters) {
        List<Axis> axes = new ArrayList<>();
        if (!(parameters instanceof Mapping mapping)) {
            problems.add(parameters.place(), "parameters: give names with values, like fast: [5, 10, 20]");
            return axes;
        }
        mapping.entries().forEach((name, entry) -> {
            if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                problems.add(entry.key(), "parameter '" + name + "': a name has letters, digits and _ only");
            }
            Axis axis = axis(name, entry.value());
            if (axis != null) {
                axes.add(axis);
            }
        });
        return axes;
    }

    private @Nullable Axis axis(String name, Yaml value) {
        return switch (value) {
            case Scalar scalar -> list(name, List.of(scalar), scalar.place());
            case Sequence sequence -> list(name, sequence.items(), sequence.place());
            case Mapping range -> range(name, range);
        };
    }

    private @Nullable Axis list(String name, List<Yaml> items, Place place) {
        List<Scalar> scalars = new ArrayList<>();
        for (Yaml item : items) {
            if (!(item instanceof Scalar scalar) || scalar.text().isEmpty()) {
                problems.add(item.place(), "parameter '" + name + "': each value is a number, true, false or a name");
                return null;
            }
            scalars.add(scalar);
        }
        if (scalars.isEmpty()) {
            problems.add(place, "parameter '" + name + "' has no values; give at least one");
            return null;
        }
        if (scalars.stream().allMatch(scalar -> !scalar.quoted() && flag(scalar.text()))) {
            boolean[] flags = new boolean[scalars.size()];
            for (int i = 0; i < flags.length; i++) {
                flags[i] = scalars.get(i).text().equals("true");
            }
            return once(name, Axis.flags(name, flags), place);
        }
        boolean numbers = scalars.stream().anyMatch(scalar -> !scalar.quoted() && Quantity.parse(scalar.text()) != null)
                || scalars.stream().allMatch(scalar -> scalar.text().equals("none"));
        return once(name, numbers ? numbers(name, scalars) : names(name, scalars), place);
    }

    private static boolean flag(String text) {
        return text.equals("true") || text.equals("false");
    }

    private static Axis names(String name, List<Scalar> scalars) {
        return Axis.names(name, scalars.stream().map(Scalar::text).toList());
    }

    /** Numbers, units worked in; {@code none} beside numbers is 0, which stops and lots read as off. */
    private @Nullable Axis numbers(String name, List<Scalar> scalars) {
        double[] values = new double[scalars.size()];
        for (int i = 0; i < values.length; i++) {
            Scalar scalar = scalars.get(i);
            if (scalar.text().equals("none")) {
                continue;
            }
            Quantity quantity = Quantity.parse(scalar.text());
            if (quantity == null) {
                problems.add(
                        scalar.place(),
                        "parameter '" + name + "': '" + scalar.text() + "' is no number, but others in the list are");
                return null;
            }
            values[i] = quantity.value();
            if (quantity.bare() && quantity.value() != 0 && scalar.place().line() != 0) {
                bare.add(name);
            }
        }
        return Axis.numbers(name, values);
    }

    private @Nullable Axis once(String name, @Nullable Axis axis, Place place) {
        if (axis != null && DoubleStream.of(axis.values()).distinct().count() < axis.levels()) {
            problems.add(place, "parameter '" + name + "' has a value twice; keep one");
        }
        return axis;
    }

    private @Nullable Axis range(String name, Mapping range) {
        for (Map.Entry<String, Entry> entry : range.entries().entrySet()) {
            if (!RANGE.contains(entry.getKey())) {
                problems.add(
                        entry.getValue().key(),
                        "unknown key '" + entry.getKey() + "' of a range" + Suggestion.of(entry.getKey(), RANGE));
                return null;
            }
        }
        Quantity from = number(name, range, "from");
        Quantity to = number(name, range, "to");
        boolean step = range.entries().containsKey("step");
        boolean count = range.entries().containsKey("count");
        if (from == null || to == null) {
            return null;
        }
        String problem = from.value() > to.value()
                ? "from " + text(range, "from") + " is above to " + text(range, "to") + "; swap them"
                : step == count ? "give either a step or a count" : null;
        if (problem != null) {
            problems.add(range.place(), "parameter '" + name + "': " + problem);
            return null;
        }
        if ((from.bare() && from.value() != 0) || (to.bare() && to.value() != 0)) {
            bare.add(name);
        }
        double[] values = step ? steps(name, range) : counts(name, range, from, to);
        return values == null ? null : Axis.numbers(name, values);
    }

    private double @Nullable [] steps(String name, Mapping range) {
        Quantity step = number(name, range, "step");
        if (step == null) {
            return null;
        }
        if (range.entries().containsKey("scale")) {
            problems.add(range.place(), "parameter '" + name + "': scale goes with a count, not with a step");
            return null;
        }
        BigDecimal from = exact(range, "from");
        BigDecimal to = exact(range, "to");
        BigDecimal width = exact(range, "step");
        if (width.signum() <= 0) {
            problems.add(
                    place(range, "step"), "parameter '" + name + "': step " + text(range, "step") + " is not above 0");
            return null;
        }
        BigDecimal levels = to.subtract(from).divideToIntegralValue(width);
        if (levels.compareTo(BigDecimal.valueOf(MAX_LEVELS)) >= 0) {
            problems.add(
                    range.place(), "parameter '" + name + "' has more than " + MAX_LEVELS + " values; widen the step");
            return null;
        }
        return IntStream.rangeClosed(0, levels.intValueExact())
                .mapToDouble(
                        i -> from.add(width.multiply(BigDecimal.valueOf(i))).doubleValue())
                .toArray();
    }

    private double @Nullable [] counts(String name, Mapping range, Quantity from, Quantity to) {
        Quantity count = number(name, range, "count");
        if (count == null) {
            return null;
        }
        String scale = range.entries().containsKey("scale") ? text(range, "scale") : "linear";
        boolean log = scale.equals("log");
        String problem = !count.whole() || count.value() < 2 || count.value() > MAX_LEVELS
                ? "count " + text(range, "count") + " is no whole number from 2 to " + MAX_LEVELS
                : !log && !scale.equals("linear")
                        ? "unknown scale '" + scale + "'" + Suggestion.of(scale, List.of("linear", "log"))
                        : log && from.value() <= 0 ? "a log scale needs a from above 0" : null;
        if (problem != null) {
            problems.add(range.place(), "parameter '" + name + "': " + problem);
            return null;
        }
        int last = (int) count.value() - 1;
        double[] values = new double[last + 1];
        for (int i = 0; i <= last; i++) {
            double share = (double) i / last;
            values[i] = log
                    ? from.value() * Math.pow(to.value() / from.value(), share)
                    : from.value() + (to.value() - from.value()) * share;
        }
        values[0] = from.value();
        values[last] = to.value();
        return from.whole() && to.whole()
                ? Arrays.stream(values).map(Math::rint).distinct().toArray()
                : Arrays.stream(values).distinct().toArray();
    }

    private @Nullable Quantity number(String name, Mapping range, String key) {
        Entry entry = range.entries().get(key);
        Quantity number =
                entry != null && entry.value() instanceof Scalar scalar ? Quantity.parse(scalar.text()) : null;
        if (number == null) {
            problems.add(
                    entry == null ? range.place() : entry.value().place(),
                    "parameter '" + name + "': "
                            + (entry == null
                                    ? key + " is missing"
                                    : key + " '" + entry.value().flow() + "' is no number"));
        }
        return number;
    }

    /** The number in decimals, so that steps of 0.1 hit 0.3. */
    private static BigDecimal exact(Mapping range, String key) {
        String text = text(range, key);
        String digits = text.replaceAll("[_\\s]|bps?|%", "");
        BigDecimal number = new BigDecimal(digits);
        return text.contains("%") ? number.movePointLeft(2) : text.contains("bp") ? number.movePointLeft(4) : number;
    }

    private static String text(Mapping range, String key) {
        Entry entry = range.entries().get(key);
        return entry == null
                ? ""
                : entry.value() instanceof Scalar scalar
                        ? scalar.text().strip()
                        : entry.value().flow();
    }

    private static Place place(Mapping range, String key) {
        Entry entry = range.entries().get(key);
        return entry == null ? range.place() : entry.value().place();
    }
}
