package dev.winnow.replay.market;

import dev.winnow.engine.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The span of time that {@code from} and {@code to} of a spec ask for.
 *
 * @param from first moment, microseconds, inclusive
 * @param to last moment, inclusive
 */
record TimeRange(long from, long to) {
    private static final TimeRange ALL = new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE);

    /** @throws UserError naming each end that is not understood, or that the range is empty */
    static TimeRange of(@Nullable String from, @Nullable String to) {
        List<String> problems = new ArrayList<>();
        long first = from == null ? ALL.from : moment(problems, "data.from", from, false);
        long last = to == null ? ALL.to : moment(problems, "data.to", to, true);
        if (problems.isEmpty() && first > last) {
            problems.add("data.to: '" + to + "' is before data.from '" + from + "'; swap them");
        }
        if (!problems.isEmpty()) {
            throw new UserError(problems);
        }
        return new TimeRange(first, last);
    }

    private static long moment(List<String> problems, String key, String text, boolean end) {
        String trimmed = text.strip();
        TimeText times = new TimeText();
        String day = trimmed;
        if (trimmed.matches("\\d{4}")) {
            day += end ? "-12-31" : "-01-01";
        } else if (trimmed.matches("\\d{4}-\\d{2}")) {
            day += "-01";
        }
        long value = times.parse(day);
        if (value == TimeText.INVALID || (trimmed.matches("-?[0-9.]+") && !times.dateOnly())) {
            problems.add(key + ": '" + text + "' is not a moment; write 2020-01-31, 2020-01-31T14:30:00 or a year");
            return 0;
        }
        if (end && times.dateOnly()) {
            // 31 days after the first lies in the next month, whose length no longer matters
            long next = trimmed.length() == 7
                    ? times.parse(TimeText.format(value + 31 * TimeText.DAY).substring(0, 7) + "-01")
                    : value + TimeText.DAY;
            return next - 1;
        }
        return value;
    }

    boolean all() {
        return equals(ALL);
    }

    /** The bars within. @throws UserError if there is none, or if the bars carry no time */
    Bars cut(Bars bars, String source) {
        if (!bars.timed()) {
            refuseUntimed(source);
        }
        if (all()) {
            return bars;
        }
        int begin = lower(bars.time(), from);
        int end = to == Long.MAX_VALUE ? bars.size() : lower(bars.time(), to + 1);
        if (begin >= end) {
            throw noBar(source, bars.timeText(0), bars.timeText(bars.size() - 1));
        }
        return begin == 0 && end == bars.size() ? bars : bars.slice(begin, end);
    }

    /** @throws UserError if the range is any: bars without time have no place in one */
    void refuseUntimed(String source) {
        if (!all()) {
            throw new UserError(source + ": data.from and data.to need a time column, and there is none; remove them");
        }
    }

    static UserError noBar(String source, String first, String last) {
        return new UserError(source + ": no bar between data.from and data.to; the bars span " + first + " to " + last);
    }

    /** Whether a moment is before the range. */
    boolean before(long moment) {
        return moment < from;
    }

    /** Whether a moment is after the range. */
    boolean after(long moment) {
        return moment > to;
    }

    private static int lower(long[] time, long moment) {
        int found = Arrays.binarySearch(time, moment);
        return found < 0 ? -found - 1 : found;
    }
}
