package dev.winnow.cli.profile;

import dev.winnow.engine.UserError;
import dev.winnow.reports.profile.ProfileEvent;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far samples are apart.
 *
 * @param text with its unit, as async-profiler reads it
 * @param amount nanoseconds, or bytes for allocation
 */
record Interval(String text, long amount) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*(ns|us|ms|s|k|m|g)?", Pattern.CASE_INSENSITIVE);

    private static final long LEAST_NANOS = 100_000;
    private static final long MOST_NANOS = 1_000_000_000;
    private static final long LEAST_BYTES = 1 << 10;
    private static final long MOST_BYTES = 1 << 30;

    /**
     * The interval that was typed, or the event's own.
     *
     * @throws UserError when it is none of the event's, or out of range
     */
    static Interval of(ProfileEvent event, @Nullable String typed) {
        if (typed == null) {
            return switch (event) {
                case CPU, CTIMER -> new Interval("4ms", 4_000_000);
                case WALL -> new Interval("20ms", 20_000_000);
                case ALLOC -> new Interval("512k", 512 << 10);
                case LOCK -> new Interval("100us", 100_000);
            };
        }
        boolean bytes = event == ProfileEvent.ALLOC;
        Matcher form = FORM.matcher(typed.strip());
        long scale =
                form.matches() && form.group(2) != null ? scale(form.group(2).toLowerCase(Locale.ROOT), bytes) : 0;
        if (scale == 0) {
            throw new UserError(
                    "--interval " + typed + ": not " + (bytes ? "a size such as 512k" : "a time such as 4ms")
                            + ", which event " + event.text() + " takes");
        }
        long amount = Long.parseLong(form.group(1)) * scale;
        if (amount < (bytes ? LEAST_BYTES : LEAST_NANOS) || amount > (bytes ? MOST_BYTES : MOST_NANOS)) {
            throw new UserError("--interval " + typed + " is out of range; event " + event.text() + " takes "
                    + (bytes ? "1k to 1g" : "100us to 1s"));
        }
        return new Interval(typed.replaceAll("\\s", ""), amount);
    }

    /** What the unit multiplies by, 0 where it is none of these. */
    private static long scale(String unit, boolean bytes) {
        return bytes
                ? switch (unit) {
                    case "k" -> 1 << 10;
                    case "m" -> 1 << 20;
                    case "g" -> 1 << 30;
                    default -> 0;
                }
                : switch (unit) {
                    case "ns" -> 1;
                    case "us" -> 1_000;
                    case "ms" -> 1_000_000;
                    case "s" -> 1_000_000_000;
                    default -> 0;
                };
    }
}
