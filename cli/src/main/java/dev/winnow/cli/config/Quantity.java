package dev.winnow.cli.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number as written, with or without a unit.
 *
 * @param value the number, its unit worked in: 5 bps is 0.0005
 * @param bare no unit was given
 * @param whole it was written without a decimal point, exponent or unit
 */
record Quantity(double value, boolean bare, boolean whole) {
    private static final Pattern FORM =
            Pattern.compile("([+-]?(?:\\d[\\d_]*\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)\\s*(bps|bp|%)?");

    /** The quantity that the text says, or null when it says none. */
    static @Nullable Quantity parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return null;
        }
        String digits = form.group(1).replace("_", "");
        double number = Double.parseDouble(digits);
        if (!Double.isFinite(number)) {
            return null;
        }
        String unit = form.group(2);
        boolean whole = unit == null && digits.matches("[+-]?\\d+");
        if (unit == null) {
            return new Quantity(number, true, whole);
        }
        return new Quantity(number / (unit.equals("%") ? 100 : 10_000), false, false);
    }
}
