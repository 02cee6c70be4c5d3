package dev.winnow.replay.portfolio;

import dev.winnow.replay.signal.BitPlanes;
import java.util.Arrays;

/**
 * Finds the next bar that is set in a plane without a branch or loop that depends on the plane: how far the next one is
 * away cannot be foreseen. One thread's, reused from point to point.
 */
final class NextBar {
    /** long[words + 1]: the plane, and a word behind it that is not 0. */
    private long[] plane = {};
    /** int[words + 1]: the first word from each on that is not 0. */
    private int[] at = {};

    /** Room for planes of so many bars, to be written before {@link #index}. */
    long[] room(int bars) {
        int words = BitPlanes.words(bars);
        if (plane.length <= words) {
            plane = Arrays.copyOf(plane, words + 1);
            at = new int[words + 1];
        }
        return plane;
    }

    /** Takes the plane that was written to the {@link #room}. */
    void index(int bars) {
        int words = BitPlanes.words(bars);
        plane[words] = 1;
        int next = words;
        for (int w = words; w >= 0; w--) {
            next = plane[w] != 0 ? w : next;
            at[w] = next;
        }
    }

    /** First bar from t on that is set; a number from {@code bars} on where there is none; t is at most {@code bars}. */
    int from(int t) {
        int w = t >>> 6;
        long mask = -1L << t;
        long rest = plane[w] & mask;
        // 1 where this word has no more
        int none = (int) (~(rest | -rest) >>> 63);
        int found = at[w + none];
        return (found << 6) + Long.numberOfTrailingZeros(plane[found] & (mask | -none));
    }
}
