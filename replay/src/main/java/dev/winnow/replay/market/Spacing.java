package dev.winnow.replay.market;

import dev.winnow.engine.UserError;

/** Lengths of bars as written in a spec: a whole number and a unit, {@code 30s 5m 4h 1d 1w}; in microseconds. */
final class Spacing {
    private static final String UNITS = "smhdw";
    private static final long[] MICROS = {
        TimeText.SECOND, TimeText.MINUTE, TimeText.HOUR, TimeText.DAY, 7 * TimeText.DAY
    };

    private Spacing() {}

    /** @throws UserError if it is no spacing; {@code where} names the key */
    static long parse(String text, String where) {
        String trimmed = text.strip();
        int unit = trimmed.isEmpty() ? -1 : UNITS.indexOf(trimmed.charAt(trimmed.length() - 1));
        int digits = trimmed.length() - 1;
        long count = 0;
        for (int i = 0; i < digits; i++) {
            char c = trimmed.charAt(i);
            count = c >= '0' && c <= '9' && digits <= 6 ? count * 10 + (c - '0') : Long.MIN_VALUE / 100;
        }
        if (unit < 0 || count <= 0) {
            throw new UserError(where + ": '" + text
                    + "' is not a bar length; write a whole number and s, m, h, d or w, for example 5m or 1d");
        }
        return count * MICROS[unit];
    }

    /** The shortest exact text: {@code 5m}, {@code 36h}; microseconds ({@code 1500us}) where no unit divides it. */
    static String format(long micros) {
        for (int unit = MICROS.length - 1; unit >= 0 && micros > 0; unit--) {
            if (micros % MICROS[unit] == 0) {
                return micros / MICROS[unit] + UNITS.substring(unit, unit + 1);
            }
        }
        return micros + "us";
    }
}
