package dev.winnow.cli.config;

import dev.winnow.cli.config.Yaml.Entry;
import dev.winnow.cli.config.Yaml.Mapping;
import dev.winnow.cli.config.Yaml.Scalar;
import dev.winnow.cli.config.Yaml.Sequence;
import dev.winnow.engine.Suggestion;
import dev.winnow.engine.UserError;
import dev.winnow.engine.space.Axes;
import dev.winnow.engine.space.Axis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters: a list, one value, or a range. A range with a count whose ends are both written as whole
 * numbers gives whole numbers, each once; written as 1.0 it gives any.
 */
final class AxisReader {
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

    /** The axis of this name; null, and its problem told, where it is none. */
    @Nullable
    Axis axis(String name, Yaml value) {
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
        if (!scalars.isEmpty() && scalars.stream().allMatch(scalar -> !scalar.quoted() && flag(scalar.text()))) {
            boolean[] flags = new boolean[scalars.size()];
            for (int i = 0; i < flags.length; i++) {
                flags[i] = scalars.get(i).text().equals("true");
            }
            return made(place, () -> Axes.flags(name, flags));
        }
        boolean numbers = scalars.stream().anyMatch(scalar -> !scalar.quoted() && Quantity.parse(scalar.text()) != null)
                || scalars.stream().allMatch(scalar -> scalar.text().equals("none"));
        if (!numbers) {
            List<String> names = scalars.stream().map(Scalar::text).toList();
            return made(place, () -> Axes.names(name, names));
        }
        double[] values = numbers(name, scalars);
        return values == null ? null : made(place, () -> Axes.listed(name, values));
    }

    /** The axis, or null and its problem at this place. */
    private @Nullable Axis made(Place place, Supplier<Axis> axis) {
        try {
            return axis.get();
        } catch (UserError mistake) {
            mistake.problems().forEach(problem -> problems.add(place, problem));
            return null;
        }
    }

    private static boolean flag(String text) {
        return text.equals("true") || text.equals("false");
    }

    /** Numbers, units worked in; {@code none} beside numbers is 0, which stops and lots read as off. */
    private double @Nullable [] numbers(String name, List<Scalar> scalars) {
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
        return values;
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
        if (step == count) {
            problems.add(range.place(), "parameter '" + name + "': give either a step or a count");
            return null;
        }
        if ((from.bare() && from.value() != 0) || (to.bare() && to.value() != 0)) {
            bare.add(name);
        }
        return step ? steps(name, range, from.value(), to.value()) : counts(name, range, from, to);
    }

    private @Nullable Axis steps(String name, Mapping range, double from, double to) {
        Quantity step = number(name, range, "step");
        if (step == null) {
            return null;
        }
        if (range.entries().containsKey("scale")) {
            problems.add(range.place(), "parameter '" + name + "': scale goes with a count, not with a step");
            return null;
        }
        return made(range.place(), () -> Axes.stepped(name, from, to, step.value()));
    }

    private @Nullable Axis counts(String name, Mapping range, Quantity from, Quantity to) {
        Quantity count = number(name, range, "count");
        if (count == null) {
            return null;
        }
        String scale = range.entries().containsKey("scale") ? text(range, "scale") : "linear";
        boolean log = scale.equals("log");
        String problem = !count.whole() || count.value() < 2 || count.value() > Axes.MAX_LEVELS
                ? "count " + text(range, "count") + " is no whole number from 2 to " + Axes.MAX_LEVELS
                : !log && !scale.equals("linear")
                        ? "unknown scale '" + scale + "'" + Suggestion.of(scale, List.of("linear", "log"))
                        : null;
        if (problem != null) {
            problems.add(range.place(), "parameter '" + name + "': " + problem);
            return null;
        }
        int levels = (int) count.value();
        return made(range.place(), () -> {
            Axis axis = log
                    ? Axes.logarithmic(name, from.value(), to.value(), levels)
                    : Axes.linear(name, from.value(), to.value(), levels);
            return from.whole() && to.whole() ? whole(axis) : axis;
        });
    }

    private static Axis whole(Axis axis) {
        return Axis.numbers(
                axis.name(),
                Arrays.stream(axis.values()).map(Math::rint).distinct().toArray());
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

    private static String text(Mapping range, String key) {
        Entry entry = range.entries().get(key);
        return entry == null
                ? ""
                : entry.value() instanceof Scalar scalar
                        ? scalar.text().strip()
                        : entry.value().flow();
    }
}
