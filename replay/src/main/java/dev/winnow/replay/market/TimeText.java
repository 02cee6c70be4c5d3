package dev.winnow.replay.market;

import java.util.Locale;

/**
 * Reads and writes moments as text: microseconds since the epoch in UTC. Instances remember the unit of epoch numbers,
 * so use one a file; not thread-safe.
 *
 * <p>Read are
 * <ul>
 * <li>{@code 2020-01-31}, {@code 2020/01/31}, {@code 2020.01.31}, {@code 20200131}, {@code Jan 31 2020}, {@code 31 Jan
 *     2020}, all of them midnight;
 * <li>such a date (not the eight digits), a space or {@code T}, and {@code hh:mm[:ss[.fraction]]}, fraction of one to
 *     nine digits (cut to microseconds), then perhaps a zone {@code Z}, {@code UTC}, {@code +hh}, {@code +hhmm} or
 *     {@code +hh:mm}. Without a zone the moment is UTC, so no hour is ever doubled or skipped;
 * <li>epoch numbers, perhaps with a fraction, by magnitude: below 1e11 seconds, below 1e14 milliseconds, below 1e17
 *     microseconds, else nanoseconds. The first number fixes the unit of the file; a number of another magnitude later
 *     is refused rather than guessed at.
 * </ul>
 * Dates with the year last are refused: day and month cannot be told apart.
 */
final class TimeText {
    /** What {@link #parse} returns for text that is no moment; never a legal moment. */
    static final long INVALID = Long.MIN_VALUE;

    static final long SECOND = 1_000_000L;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final long[] EPOCH_LIMITS = {100_000_000_000L, 100_000_000_000_000L, 100_000_000_000_000_000L};

    private char[] text = new char[0];
    private int at;
    private int end;
    private boolean dateOnly;
    private int epochUnit = -1;
    private String problem = "";

    /** The moment in {@code length} characters from {@code offset}, or {@link #INVALID}; then ask {@link #problem}. */
    long parse(char[] characters, int offset, int length) {
        begin(characters, offset, length);
        if (at == end) {
            return fail("is missing");
        }
        long value = isNumber() ? number() : dateTime();
        if (value != INVALID && at < end) {
            return fail("has unexpected '" + new String(text, at, end - at) + "' at its end");
        }
        return value;
    }

    long parse(String moment) {
        return parse(moment.toCharArray(), 0, moment.length());
    }

    /** The time of day in microseconds, or {@link #INVALID}. */
    long parseClock(char[] characters, int offset, int length) {
        begin(characters, offset, length);
        long value = at == end ? fail("is missing") : clock();
        return value != INVALID && at < end ? fail("is not a time of day hh:mm[:ss]") : value;
    }

    /** Whether the last parsed moment was a bare date. */
    boolean dateOnly() {
        return dateOnly;
    }

    /** What was wrong with the last text, as a verb phrase. */
    String problem() {
        return problem;
    }

    private void begin(char[] characters, int offset, int length) {
        text = characters;
        at = offset;
        end = offset + length;
        dateOnly = false;
        while (at < end && text[at] <= ' ') {
            at++;
        }
        while (at < end && text[end - 1] <= ' ') {
            end--;
        }
    }

    private long fail(String what) {
        problem = what;
        return INVALID;
    }

    private boolean isNumber() {
        int dots = 0;
        for (int i = at; i < end; i++) {
            char c = text[i];
            if (c == '.') {
                dots++;
            } else if (!digit(c) && !(i == at && c == '-' && end - at > 1)) {
                return false;
            }
        }
        return dots <= 1 && (digit(text[end - 1]) || (end - at > 1 && digit(text[end - 2])));
    }

    private long number() {
        if (end - at == 8 && plausibleDate()) {
            int digits = digits(8);
            dateOnly = true;
            return date(digits / 10_000, digits / 100 % 100, digits % 100);
        }
        boolean negative = text[at] == '-';
        at += negative ? 1 : 0;
        long whole = 0;
        int length = 0;
        while (at < end && digit(text[at])) {
            if (++length > 18 && whole > Long.MAX_VALUE / 10 - 1) {
                return fail("is too large for a moment");
            }
            whole = whole * 10 + (text[at++] - '0');
        }
        long millionths = 0;
        if (at < end) {
            at++;
            millionths = fraction();
        }
        int unit = magnitude(whole);
        if (epochUnit < 0) {
            epochUnit = unit;
        } else if (unit != epochUnit) {
            return fail("is in another unit than the numbers before it");
        }
        long micros =
                switch (unit) {
                    case 0 -> whole * SECOND + millionths;
                    case 1 -> whole * 1_000 + millionths / 1_000;
                    case 2 -> whole;
                    default -> whole / 1_000;
                };
        return negative ? -micros : micros;
    }

    private static int magnitude(long whole) {
        int unit = 0;
        while (unit < EPOCH_LIMITS.length && whole >= EPOCH_LIMITS[unit]) {
            unit++;
        }
        return unit;
    }

    private boolean plausibleDate() {
        int value = 0;
        for (int i = at; i < end; i++) {
            if (!digit(text[i])) {
                return false;
            }
            value = value * 10 + (text[i] - '0');
        }
        int year = value / 10_000;
        return year >= 1800 && year < 2200 && daysInMonth(year, value / 100 % 100) >= value % 100 && value % 100 > 0;
    }

    private long dateTime() {
        long day = digit(text[at]) ? (end - at > 4 && digits(4, at) ? yearFirst() : dayFirst()) : monthFirst();
        if (day == INVALID) {
            return INVALID;
        }
        if (at == end) {
            dateOnly = true;
            return day;
        }
        if (text[at] != 'T' && text[at] != 't' && text[at] != ' ') {
            return fail("has unexpected '" + text[at] + "' after its date");
        }
        at++;
        long clock = clock();
        if (clock == INVALID) {
            return INVALID;
        }
        long offset = zone();
        return offset == INVALID ? INVALID : day + clock - offset;
    }

    private long yearFirst() {
        int year = digits(4);
        char separator = text[at];
        if (separator != '-' && separator != '/' && separator != '.') {
            return notADate();
        }
        at++;
        int month = digits(2);
        if (month < 0 || at >= end || text[at] != separator) {
            return notADate();
        }
        at++;
        return date(year, month, digits(2));
    }

    private long monthFirst() {
        int month = month();
        if (month < 0) {
            return notADate();
        }
        skip();
        int day = digits(2);
        skip();
        return date(digits(4), month, day);
    }

    private long dayFirst() {
        int day = digits(2);
        if (at < end
                && (text[at] == '/' || text[at] == '.' || text[at] == '-')
                && at + 1 < end
                && digit(text[at + 1])) {
            return fail("is ambiguous: day and month cannot be told apart, write year-month-day");
        }
        skip();
        int month = month();
        skip();
        return month < 0 ? notADate() : date(digits(4), month, day);
    }

    private long notADate() {
        return fail("is not a time that is understood, write 2020-01-31 or 2020-01-31 14:30:00");
    }

    private void skip() {
        while (at < end && (text[at] == ' ' || text[at] == ',' || text[at] == '-')) {
            at++;
        }
    }

    /** 1 to 12 for an English month name, short or long; -1 for anything else. */
    private int month() {
        int from = at;
        while (at < end && Character.isLetter(text[at])) {
            at++;
        }
        if (at - from < 3) {
            return -1;
        }
        int found = MONTHS.indexOf(new String(text, from, 3).toLowerCase(Locale.ROOT));
        return found < 0 || found % 3 != 0 ? -1 : found / 3 + 1;
    }

    private long date(int year, int month, int day) {
        if (year < 0 || month < 0 || day < 0) {
            return notADate();
        }
        if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
            return fail("is no day of the calendar");
        }
        return daysSinceEpoch(year, month, day) * DAY;
    }

    private long clock() {
        int hour = digits(2);
        if (hour < 0 || at >= end || text[at] != ':') {
            return fail("is not a time of day hh:mm[:ss]");
        }
        at++;
        int minute = digits(2);
        int second = 0;
        long fraction = 0;
        if (at < end && text[at] == ':') {
            at++;
            second = digits(2);
            if (at < end && (text[at] == '.' || text[at] == ',')) {
                at++;
                fraction = fraction();
            }
        }
        if (minute < 0 || second < 0 || fraction < 0) {
            return fail("is not a time of day hh:mm[:ss]");
        }
        if (hour > 23 || minute > 59 || second > 59) {
            return fail("is no time of a day");
        }
        return hour * HOUR + minute * MINUTE + second * SECOND + fraction;
    }

    /** Microseconds of up to nine digits; -1 if there are more. Digits past the sixth are cut. */
    private long fraction() {
        long micros = 0;
        int count = 0;
        while (at < end && digit(text[at]) && count < 9) {
            micros = count < 6 ? micros * 10 + (text[at] - '0') : micros;
            at++;
            count++;
        }
        for (int i = count; i < 6; i++) {
            micros *= 10;
        }
        return at < end && digit(text[at]) ? -1 : micros;
    }

    private long zone() {
        while (at < end && text[at] == ' ') {
            at++;
        }
        if (at == end) {
            return 0;
        }
        char sign = text[at];
        if (sign == 'Z' || sign == 'z') {
            at++;
            return 0;
        }
        if (end - at == 3 && (new String(text, at, 3).equals("UTC") || new String(text, at, 3).equals("GMT"))) {
            at = end;
            return 0;
        }
        if (sign != '+' && sign != '-') {
            return fail("has the zone '" + new String(text, at, end - at)
                    + "', which is not understood: write Z or an offset like +02:00");
        }
        at++;
        int hours = digits(2);
        int minutes = 0;
        if (at < end) {
            at += text[at] == ':' ? 1 : 0;
            minutes = digits(2);
        }
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return fail("has an offset from UTC that is not +hh:mm");
        }
        long offset = hours * HOUR + minutes * MINUTE;
        return sign == '-' ? -offset : offset;
    }

    /** Up to {@code most} digits as a number (four must be four); -1 if there is none. */
    private int digits(int most) {
        int value = 0;
        int from = at;
        while (at < end && at - from < most && digit(text[at])) {
            value = value * 10 + (text[at++] - '0');
        }
        return at == from || (most == 4 && at - from < 4) ? -1 : value;
    }

    private boolean digits(int count, int from) {
        for (int i = from; i < from + count; i++) {
            if (!digit(text[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int daysInMonth(int year, int month) {
        return switch (month) {
            case 1, 3, 5, 7, 8, 10, 12 -> 31;
            case 4, 6, 9, 11 -> 30;
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            default -> 0;
        };
    }

    /** Days from 1970-01-01 in the proleptic Gregorian calendar, years from 0. */
    private static long daysSinceEpoch(int year, int month, int day) {
        // the year starts in March, so that the leap day is its last and month lengths follow one line
        long y = month > 2 ? year : year - 1L;
        long m = month > 2 ? month - 3 : month + 9;
        return 365 * y
                + Math.floorDiv(y, 4)
                - Math.floorDiv(y, 100)
                + Math.floorDiv(y, 400)
                + (153 * m + 2) / 5
                + day
                - 1
                - 719_468;
    }

    /** ISO text of a moment: {@code 2020-01-31} at midnight, else {@code 2020-01-31T14:30:00[.000001]}; always UTC. */
    static String format(long micros) {
        long day = Math.floorDiv(micros, DAY);
        long rest = Math.floorMod(micros, DAY);
        StringBuilder out = new StringBuilder(26);
        appendDate(out, day);
        if (rest != 0) {
            out.append('T');
            pad(out, rest / HOUR, 2).append(':');
            pad(out, rest / MINUTE % 60, 2).append(':');
            pad(out, rest / SECOND % 60, 2);
            if (rest % SECOND != 0) {
                pad(out.append('.'), rest % SECOND, 6);
            }
        }
        return out.toString();
    }

    private static void appendDate(StringBuilder out, long day) {
        // estimate the year from the mean length of a year, then correct it by at most one
        long year = Math.floorDiv((day + 719_528) * 400, 146_097);
        while (yearStart(year) > day) {
            year--;
        }
        while (yearStart(year + 1) <= day) {
            year++;
        }
        int inYear = (int) (day - yearStart(year));
        int month = 1;
        int length = daysInMonth((int) Math.floorMod(year, 400L), month);
        while (inYear >= length) {
            inYear -= length;
            length = daysInMonth((int) Math.floorMod(year, 400L), ++month);
        }
        pad(out, year, 4).append('-');
        pad(out, month, 2).append('-');
        pad(out, inYear + 1, 2);
    }

    private static long yearStart(long year) {
        long before = year - 1;
        return 365 * year
                + Math.floorDiv(before, 4)
                - Math.floorDiv(before, 100)
                + Math.floorDiv(before, 400)
                - 719_527;
    }

    private static StringBuilder pad(StringBuilder out, long value, int width) {
        String digits = Long.toString(value);
        return out.append("0".repeat(Math.max(0, width - digits.length()))).append(digits);
    }
}
