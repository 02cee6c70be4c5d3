package dev.winnow.cli.config;

import dev.winnow.cli.config.Yaml.Scalar;
import dev.winnow.engine.Suggestion;
import dev.winnow.engine.space.Axis;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of an execution: with units, as a parameter's name, in their ranges. */
final class SettingReader {
    private final Problems problems;
    private final List<Axis> axes;
    private final AxisReader reader;

    SettingReader(Problems problems, List<Axis> axes, AxisReader reader) {
        this.problems = problems;
        this.axes = List.copyOf(axes);
        this.reader = reader;
    }

    @Nullable
    NumberOrParameter read(Key key, Yaml value) {
        if (!(value instanceof Scalar scalar)) {
            problems.add(value.place(), key.name() + ": '" + value.flow() + "' is neither a number nor a parameter");
            return null;
        }
        if (scalar.text().equals("none") && offAtZero(key)) {
            return NumberOrParameter.of(0);
        }
        Quantity quantity = Quantity.parse(scalar.text());
        if (quantity == null) {
            return parameter(key, scalar);
        }
        if (!fits(key, quantity.value())) {
            problems.add(
                    scalar.place(), key.name() + ": " + scalar.text() + " is out of range; it must be " + range(key));
            return null;
        }
        if (key.kind() == Key.Kind.COST && quantity.bare() && quantity.value() != 0) {
            problems.add(
                    scalar.place(),
                    key.name() + ": " + scalar.text() + " has no unit; write " + withUnits(scalar.text()));
            return null;
        }
        return NumberOrParameter.of(quantity.value());
    }

    private static String withUnits(String number) {
        return "'" + number + " bps' (hundredths of a percent) or '" + number + " %'";
    }

    private @Nullable NumberOrParameter parameter(Key key, Scalar scalar) {
        String name = scalar.text();
        Axis axis =
                axes.stream().filter(one -> one.name().equals(name)).findFirst().orElse(null);
        if (axis == null) {
            problems.add(
                    scalar.place(),
                    key.name() + ": '" + name + "' is neither a number nor a parameter"
                            + Suggestion.of(name, axes.stream().map(Axis::name).toList()));
            return null;
        }
        if (axis.type() != Axis.Type.NUMBER) {
            problems.add(scalar.place(), key.name() + ": parameter '" + name + "' is no number");
            return null;
        }
        for (double value : axis.values()) {
            if (!fits(key, value)) {
                problems.add(
                        scalar.place(),
                        key.name() + ": parameter '" + name + "' takes " + axis.text(value) + "; it must be "
                                + range(key));
                return null;
            }
        }
        if (key.kind() == Key.Kind.COST && reader.bare(name)) {
            problems.add(
                    scalar.place(),
                    key.name() + ": parameter '" + name
                            + "' has values without a unit; write them like '5 bps' or '0.05 %'");
            return null;
        }
        return new NumberOrParameter(Double.NaN, name);
    }

    private static boolean offAtZero(Key key) {
        return key.kind() == Key.Kind.STOP || key.kind() == Key.Kind.LOT;
    }

    private static boolean below1(Key key) {
        return key.name().equals("slippage") || key.name().equals("trailing");
    }

    private static boolean fits(Key key, double value) {
        return switch (key.kind()) {
            case CASH -> value > 0;
            case FRACTION -> value > 0 && value <= 1;
            default -> value >= 0 && (value < 1 || !below1(key));
        };
    }

    private static String range(Key key) {
        return switch (key.kind()) {
            case CASH -> "above 0";
            case FRACTION -> "above 0 and at most 1 (or 100 %)";
            default ->
                "at least 0" + (below1(key) ? " and below 1 (or 100 %)" : "") + (offAtZero(key) ? "; none is off" : "");
        };
    }
}
