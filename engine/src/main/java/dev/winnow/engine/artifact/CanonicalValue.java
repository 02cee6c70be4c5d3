package dev.winnow.engine.artifact;

import dev.winnow.engine.Digest;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parameter's value in the one form that all its spellings share; the first letter tells its type. */
final class CanonicalValue {
    private CanonicalValue() {}

    static void write(Digest digest, String name, @Nullable Object value) {
        switch (value) {
            case Number number -> digest.text("n" + number(name, number));
            case Boolean flag -> digest.text("b" + flag);
            case CharSequence text -> digest.text("t" + text);
            case List<?> items -> {
                digest.text("l").number(items.size());
                items.forEach(item -> write(digest, name, item));
            }
            case null -> throw unknown(name, "null");
            default -> throw unknown(name, value.getClass().getName());
        }
    }

    private static String number(String name, Number number) {
        return switch (number) {
            case Double real -> real(real);
            case Float real -> real(real.doubleValue());
            case BigDecimal decimal -> decimal(decimal);
            case BigInteger whole -> decimal(new BigDecimal(whole));
            case Long whole -> decimal(BigDecimal.valueOf(whole));
            case Integer whole -> decimal(BigDecimal.valueOf(whole));
            case Short whole -> decimal(BigDecimal.valueOf(whole));
            case Byte whole -> decimal(BigDecimal.valueOf(whole));
            default -> throw unknown(name, number.getClass().getName());
        };
    }

    /** The shortest decimal that reads back to the double. Minus zero is not zero: 1/x tells them apart. */
    private static String real(double value) {
        if (!Double.isFinite(value) || (value == 0 && 1 / value < 0)) {
            return Double.toString(value);
        }
        return decimal(new BigDecimal(Double.toString(value)));
    }

    private static String decimal(BigDecimal value) {
        return value.stripTrailingZeros().toString();
    }

    private static IllegalArgumentException unknown(String name, String type) {
        return new IllegalArgumentException(
                "prepare parameter " + name + " is a " + type + "; numbers, booleans, texts and lists have a key");
    }
}
