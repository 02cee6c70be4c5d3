package dev.winnow.replay.market;

/** Saturdays and Sundays among days since the epoch (1970-01-01 was a Thursday). */
final class Weekend {
    private Weekend() {}

    static boolean is(long day) {
        return Math.floorMod(day + 3, 7L) >= 5;
    }

    /** Weekend days strictly between two days. */
    static long between(long from, long to) {
        return to - from <= 1 ? 0 : upTo(to - 1) - upTo(from);
    }

    /** Weekend days up to and including {@code day}, counted from a fixed Monday. */
    private static long upTo(long day) {
        long fromMonday = day + 3;
        return 2 * Math.floorDiv(fromMonday, 7L) + Math.max(0, Math.floorMod(fromMonday, 7L) - 4);
    }
}
