package dev.winnow.engine.space;

import dev.winnow.engine.ExactNumber;
import java.util.Arrays;
import java.util.List;

/**
 * One parameter of a space and the values it takes, in the order given. Values are held as doubles: numbers as they
 * are, booleans as 0 and 1, names as their position in {@link #names()}.
 *
 * @param name the parameter's name
 * @param type how a value reads
 * @param values double[levels], finite
 * @param names the names in order of first appearance when the type is {@link Type#NAME}, else empty
 */
public record Axis(String name, Type type, double[] values, List<String> names) implements Dimension {
    /** How a value of the axis reads. */
    public enum Type {
        NUMBER,
        FLAG,
        NAME
    }

    public Axis {
        if (values.length == 0) {
            throw new IllegalArgumentException("axis " + name + " has no values");
        }
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("axis " + name + " has the value " + value);
            }
        }
        values = values.clone();
        names = List.copyOf(names);
    }

    public static Axis numbers(String name, double... values) {
        return new Axis(name, Type.NUMBER, values, List.of());
    }

    public static Axis flags(String name, boolean... flags) {
        double[] values = new double[flags.length];
        for (int i = 0; i < flags.length; i++) {
            values[i] = flags[i] ? 1 : 0;
        }
        return new Axis(name, Type.FLAG, values, List.of());
    }

    public static Axis names(String name, List<String> names) {
        List<String> distinct = names.stream().distinct().toList();
        return new Axis(
                name, Type.NAME, names.stream().mapToDouble(distinct::indexOf).toArray(), distinct);
    }

    /** Number of values. */
    @Override
    public int levels() {
        return values.length;
    }

    @Override
    public List<Axis> columns() {
        return List.of(this);
    }

    @Override
    public void put(int level, double[] into, int offset) {
        into[offset] = values[level];
    }

    @Override
    public int level(double[] point, int offset) {
        for (int level = 0; level < values.length; level++) {
            if (values[level] == point[offset]) {
                return level;
            }
        }
        return -1;
    }

    public double value(int level) {
        return values[level];
    }

    /** The value as text that reads back to the same value: 10, 0.5, true, revert. */
    public String text(double value) {
        return switch (type) {
            case NUMBER -> ExactNumber.text(value);
            case FLAG -> value != 0 ? "true" : "false";
            case NAME -> names.get((int) value);
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Axis axis
                && name.equals(axis.name)
                && type == axis.type
                && Arrays.equals(values, axis.values)
                && names.equals(axis.names);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return name + Arrays.toString(values) + (names.isEmpty() ? "" : names);
    }
}
