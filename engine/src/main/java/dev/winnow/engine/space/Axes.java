package dev.winnow.engine.space;

import dev.winnow.engine.ExactNumber;
import dev.winnow.engine.UserError;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/**
 * The ways in which a spec gives an axis: ranges, lists, booleans, names. Every value is worked out in decimal, so that
 * three steps of 0.1 are 0.3 and not 0.30000000000000004. A mistake is a {@link UserError} that names the parameter.
 */
public final class Axes {
    /** The most values that an axis may have. */
    public static final int MAX_LEVELS = 10_000_000;

    /** By how much of a step a range may miss its end and still reach it. */
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-9");

    private static final MathContext LOG_DIGITS = new MathContext(14);

    private Axes() {}

    /**
     * from, from + step, ... up to and including {@code to}, when a whole number of steps reaches it (within 1e-9 of a
     * step; a value that would pass {@code to} by so little is {@code to}).
     */
    public static Axis stepped(String name, double from, double to, double step) {
        requireRange(name, from, to);
        if (!(step > 0) || Double.isInfinite(step)) {
            throw error(name, "step " + ExactNumber.text(step) + " is not above 0", "give a positive step");
        }
        BigDecimal first = BigDecimal.valueOf(from);
        BigDecimal last = BigDecimal.valueOf(to);
        BigDecimal stride = BigDecimal.valueOf(step);
        BigDecimal steps = last.subtract(first)
                .divide(stride, MathContext.DECIMAL128)
                .add(TOLERANCE)
                .setScale(0, RoundingMode.FLOOR);
        requireLevels(name, steps.add(BigDecimal.ONE));
        return distinct(name, steps.intValueExact() + 1, i -> first.add(stride.multiply(BigDecimal.valueOf(i)))
                .min(last)
                .doubleValue());
    }

    /** {@code count} values from {@code from} to {@code to}, evenly spaced, both included; one value is {@code from}. */
    public static Axis linear(String name, double from, double to, int count) {
        requireRange(name, from, to);
        requireCount(name, count);
        BigDecimal first = BigDecimal.valueOf(from);
        BigDecimal last = BigDecimal.valueOf(to);
        BigDecimal gaps = BigDecimal.valueOf(Math.max(1, count - 1));
        return distinct(name, count, i -> first.multiply(gaps.subtract(BigDecimal.valueOf(i)))
                .add(last.multiply(BigDecimal.valueOf(i)))
                .divide(gaps, MathContext.DECIMAL128)
                .doubleValue());
    }

    /**
     * {@code count} values from {@code from} to {@code to} with equal ratios, both included and above 0, rounded to 14
     * digits: 1 to 1000 in 4 is 1, 10, 100, 1000.
     */
    public static Axis logarithmic(String name, double from, double to, int count) {
        requireRange(name, from, to);
        requireCount(name, count);
        if (from <= 0) {
            throw error(
                    name,
                    "from " + ExactNumber.text(from) + " has no logarithm",
                    "give a from above 0, or leave scale out");
        }
        double low = StrictMath.log(from);
        double gap = (StrictMath.log(to) - low) / Math.max(1, count - 1);
        return distinct(name, count, i -> {
            if (i == 0 || i == count - 1) {
                return i == 0 ? from : to;
            }
            return new BigDecimal(StrictMath.exp(low + i * gap), LOG_DIGITS).doubleValue();
        });
    }

    /** The numbers given, in their order; none twice. */
    public static Axis listed(String name, double... values) {
        requireLevels(name, BigDecimal.valueOf(values.length));
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw error(name, "value " + value + " is not a finite number", "give finite numbers");
            }
        }
        return distinct(name, values.length, i -> values[i]);
    }

    /** The booleans given, in their order; none twice. */
    public static Axis flags(String name, boolean... flags) {
        requireLevels(name, BigDecimal.valueOf(flags.length));
        if (flags.length > 2 || (flags.length == 2 && flags[0] == flags[1])) {
            throw error(name, "a boolean stands twice in its list", "give each value once");
        }
        return Axis.flags(name, flags);
    }

    /** The names given, in their order; none twice. */
    public static Axis names(String name, List<String> names) {
        requireLevels(name, BigDecimal.valueOf(names.size()));
        Set<String> seen = new HashSet<>();
        for (String value : names) {
            if (!seen.add(value)) {
                throw twice(name, value);
            }
        }
        return Axis.names(name, names);
    }

    private static Axis distinct(String name, int count, IntToDoubleFunction value) {
        double[] values = new double[count];
        boolean rising = true;
        for (int i = 0; i < count; i++) {
            values[i] = value.applyAsDouble(i) + 0.0; // never -0
            rising &= i == 0 || values[i] > values[i - 1];
        }
        if (!rising) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            for (int i = 1; i < count; i++) {
                if (sorted[i] == sorted[i - 1]) {
                    throw twice(name, ExactNumber.text(sorted[i]));
                }
            }
        }
        return Axis.numbers(name, values);
    }

    private static void requireRange(String name, double from, double to) {
        if (!Double.isFinite(from) || !Double.isFinite(to)) {
            throw error(name, "range from " + from + " to " + to + " is not finite", "give finite numbers");
        }
        if (from > to) {
            throw error(name, "from " + ExactNumber.text(from) + " is above to " + ExactNumber.text(to), "swap them");
        }
    }

    private static void requireCount(String name, int count) {
        if (count < 1) {
            throw error(name, "count " + count + " is below 1", "ask for at least one value");
        }
        requireLevels(name, BigDecimal.valueOf(count));
    }

    private static void requireLevels(String name, BigDecimal levels) {
        if (levels.signum() == 0) {
            throw error(name, "has no values", "give at least one");
        }
        if (levels.compareTo(BigDecimal.valueOf(MAX_LEVELS)) > 0) {
            throw error(name, "has more than " + MAX_LEVELS + " values", "widen the step or lower the count");
        }
    }

    private static UserError twice(String name, String value) {
        return error(name, "value " + value + " stands twice", "give each value once");
    }

    private static UserError error(String name, String problem, String advice) {
        return new UserError("parameter '" + name + "': " + problem + "; " + advice);
    }
}
