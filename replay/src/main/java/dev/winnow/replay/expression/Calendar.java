package dev.winnow.replay.expression;

import dev.winnow.replay.market.Bars;
import java.time.LocalDate;
import java.util.Arrays;

/** Columns of the bars' moments in UTC; NaN where the bars have none. */
final class Calendar {
    private static final long HOUR = 3_600_000_000L;
    private static final long DAY = 24 * HOUR;

    private Calendar() {}

    static void fill(Operation operation, Bars bars, double[] out) {
        if (!bars.timed()) {
            Arrays.fill(out, Double.NaN);
            return;
        }
        long[] time = bars.time();
        for (int t = 0; t < out.length; t++) {
            out[t] = of(operation, time[t]);
        }
    }

    /** hour 0..23, dayofweek 1 (Monday) .. 7, month 1..12 of microseconds since the epoch */
    static double of(Operation operation, long time) {
        return switch (operation) {
            case HOUR -> {
                long hour = Math.floorMod(time, DAY) / HOUR;
                yield hour;
            }
            case DAY_OF_WEEK -> Math.floorMod(Math.floorDiv(time, DAY) + 3, 7) + 1; // day 0 was a Thursday
            case MONTH -> LocalDate.ofEpochDay(Math.floorDiv(time, DAY)).getMonthValue();
            default -> throw new IllegalArgumentException("no calendar column: " + operation);
        };
    }
}
