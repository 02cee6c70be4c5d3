package dev.winnow.cli.config;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes in bytes as people write them: 4096, 512M, 4G, 1.5 GiB. A unit is a power of 1024. */
public final class Bytes {
    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([KMGT]?)(?:I?B)?");
    private static final String UNITS = "KMGT";

    private Bytes() {}

    /** The bytes that the text says, -1 when it says none. */
    public static long parse(String text) {
        Matcher form = FORM.matcher(text.strip().toUpperCase(Locale.ROOT).replace("_", ""));
        return form.matches() ? (long) (Double.parseDouble(form.group(1)) * scale(form.group(2))) : -1;
    }

    private static double scale(String unit) {
        return Math.pow(1024, unit.isEmpty() ? 0 : UNITS.indexOf(unit) + 1);
    }

    /** The least size of at most four digits that reads back to at least this many bytes: 512M, 3G, 1297K. */
    public static String text(long bytes) {
        int unit = 0;
        long whole = bytes;
        while (unit < UNITS.length() && (whole > 9_999 || (whole > 0 && whole % 1024 == 0))) {
            whole = Math.ceilDiv(whole, 1024);
            unit++;
        }
        return whole + (unit == 0 ? "" : UNITS.substring(unit - 1, unit));
    }
}
