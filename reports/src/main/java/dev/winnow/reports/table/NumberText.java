package dev.winnow.reports.table;

import dev.winnow.engine.workload.Metric;
import java.util.Locale;

/** How numbers read in a table; the same in every locale. */
public final class NumberText {
    private static final String[] BYTE_UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000};

    /** Below this a double holds every whole number. */
    private static final double MAX_EXACT = 1L << 53;

    private NumberText() {}

    /** A metric's value by its unit: a ratio 1.2345, a share 12.34 %, a count 1,234, cash 1,234.50, 0.125 s. */
    public static String metric(Metric.Unit unit, double value, Glyphs glyphs) {
        if (Double.isNaN(value)) {
            return glyphs.undefined();
        }
        return grouped(
                        switch (unit) {
                            case RATIO -> ratio(value);
                            case FRACTION -> fixed(100 * value, 2);
                            case COUNT -> fixed(value, value == Math.rint(value) ? 0 : 2);
                            case MONEY -> fixed(value, 2);
                            case SECONDS -> fixed(value, 3);
                        })
                + suffix(unit);
    }

    private static String suffix(Metric.Unit unit) {
        return switch (unit) {
            case FRACTION -> " %";
            case SECONDS -> " s";
            case RATIO, COUNT, MONEY -> "";
        };
    }

    /** A whole number in groups of three: 6,084. */
    public static String grouped(long value) {
        return grouped(Long.toString(value));
    }

    /** Groups the digits before the point; an exponent or Infinity stays as it is. */
    private static String grouped(String number) {
        if (number.chars().anyMatch(Character::isLetter)) {
            return number;
        }
        StringBuilder text = new StringBuilder(number);
        int start = number.startsWith("-") ? 1 : 0;
        int point = number.indexOf('.');
        for (int i = (point < 0 ? number.length() : point) - 3; i > start; i -= 3) {
            text.insert(i, ',');
        }
        return text.toString();
    }

    /** A size in binary units: 640 B, 39.9 KiB, 2.2 MiB. */
    public static String bytes(double bytes) {
        int unit = 0;
        double size = bytes;
        while (size >= 1024 && unit < BYTE_UNITS.length - 1) {
            size /= 1024;
            unit++;
        }
        return fixed(size, unit == 0 ? 0 : 1) + " " + BYTE_UNITS[unit];
    }

    /** A rate in three digits or more: 512, 11,929, 60.9 million, 4,340 million. */
    static String rate(double perSecond) {
        if (!Double.isFinite(perSecond)) {
            return "unmeasured";
        }
        double millions = perSecond / 1e6;
        if (millions < 1) {
            return grouped(Math.round(perSecond));
        }
        String text = millions >= 100 ? grouped(Math.round(millions)) : fixed(millions, millions >= 10 ? 1 : 2);
        return text + " million";
    }

    /** A share of 1 in percent: 12.3 %; what stands for nothing where it is NaN. */
    public static String share(double share, Glyphs glyphs) {
        return Double.isNaN(share) ? glyphs.undefined() : fixed(100 * share, 1) + " %";
    }

    /** As {@link #fixed(double, int)}; what stands for nothing where the value is NaN. */
    public static String fixed(double value, int decimals, Glyphs glyphs) {
        return Double.isNaN(value) ? glyphs.undefined() : fixed(value, decimals);
    }

    /** The value with this many decimals, at most 4; without a sign when it rounds to 0. */
    public static String fixed(double value, int decimals) {
        double scaled = Math.rint(value * POWERS[decimals]);
        if (!(Math.abs(scaled) < MAX_EXACT)) {
            return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3e", value) : Double.toString(value);
        }
        long units = (long) Math.abs(scaled);
        String sign = scaled < 0 ? "-" : "";
        if (decimals == 0) {
            return sign + units;
        }
        String fraction = Long.toString(units % POWERS[decimals]);
        return sign + units / POWERS[decimals] + "." + "0".repeat(decimals - fraction.length()) + fraction;
    }

    /** Four decimals, or an exponent where they would show nothing but zeros. */
    private static String ratio(double value) {
        boolean tiny = value != 0 && Math.abs(value) < 1e-4;
        return tiny ? String.format(Locale.ROOT, "%.2e", value) : fixed(value, 4);
    }
}
