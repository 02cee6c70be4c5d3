package dev.winnow.replay.signal;

/**
 * From the words of {@code a > b} and {@code a < b} to those of both crossings, in place. A step from less to greater
 * crosses, a step from greater stays above; only where the bar before was neither (equal or NaN, both rare) are the
 * numbers looked at again. So two comparisons a bar do for both directions.
 */
final class Crossings {
    private Crossings() {}

    /**
     * @param above comes in as {@code a > b}, goes out as the crossings from below
     * @param below comes in as {@code a < b}, goes out as the crossings from above
     */
    static void join(Numbers a, Numbers b, int bars, long[] above, long[] below) {
        join(a, b, 0, BitPlanes.words(bars), above, below);
    }

    /** The same for the words {@code from} to {@code to}, where those before {@code from} are still to be joined. */
    static void join(Numbers a, Numbers b, int from, int to, long[] above, long[] below) {
        long greaterBefore = from == 0 ? 0 : above[from - 1] >>> 63;
        long lessBefore = from == 0 ? 0 : below[from - 1] >>> 63;
        for (int w = from; w < to; w++) {
            long greater = above[w];
            long less = below[w];
            long wasGreater = greater << 1 | greaterBefore;
            long wasLess = less << 1 | lessBefore;
            long unsure = (greater | less) & ~(wasGreater | wasLess);
            long equal = unsure == 0 ? 0 : equalBefore(a, b, w << 6, unsure);
            above[w] = greater & (wasLess | equal);
            below[w] = less & (wasGreater | equal);
            greaterBefore = greater >>> 63;
            lessBefore = less >>> 63;
        }
    }

    /** Of the bars in {@code asked}, those whose bar before had equal numbers. */
    private static long equalBefore(Numbers a, Numbers b, int from, long asked) {
        long equal = 0;
        for (long rest = asked; rest != 0; rest &= rest - 1) {
            int t = from + Long.numberOfTrailingZeros(rest);
            if (t > 0 && a.at(t - 1) == b.at(t - 1)) {
                equal |= rest & -rest;
            }
        }
        return equal;
    }
}
