package dev.winnow.replay.portfolio;

import dev.winnow.replay.signal.BitPlanes;
import java.util.Arrays;

/** Where one point's position changes, entries and exits in turn, and the sums of its trades. */
final class JumpPath {
    /** int[], the first {@link #count}: bars whose decision changes the position. */
    int[] changes = new int[256];

    private final SetBits bits;

    int count;
    /** Bars from a decision to its fill. */
    int shift;

    /** Equity over initial cash. */
    double equity;
    /** Running peak of equity over initial cash, at closes. */
    double peak;
    /** Least ratio of equity to its running peak. */
    double worst;
    /** Sums of the first and second power of the returns. */
    double sum1;

    double sum2;
    int held;

    JumpPath(SetBits bits) {
        this.bits = bits;
    }

    /** Bar of the fill of the entry or exit at this place of the list. */
    int bar(int place) {
        return changes[place] + shift;
    }

    /** Bar of the exit of the trade at this place, the bars' number where it is still open. */
    int exit(int place, int bars) {
        return place + 1 < count ? bar(place + 1) : bars;
    }

    /** Goes back to the start of the list: nothing is summed. */
    void restart() {
        equity = 1;
        peak = 1;
        worst = 1;
        sum1 = 0;
        sum2 = 0;
        held = 0;
    }

    /**
     * Lists the bars whose decision changes the position, in order.
     *
     * @param held long[words], see {@link LongPositions}
     */
    void list(long[] held, int bars, boolean fillAtClose) {
        int words = BitPlanes.words(bars);
        int[] list = changes;
        int count = 0;
        long carry = 0;
        for (int w = 0; w < words; w++) {
            long after = held[w];
            long change = after ^ (after << 1 | carry);
            carry = after >>> 63;
            if (w == words - 1) {
                change &= BitPlanes.tailMask(bars);
            }
            if (count + SetBits.SPARE > list.length) {
                list = Arrays.copyOf(list, 2 * list.length);
            }
            count = bits.list(change, w << 6, list, count);
        }
        changes = list;
        this.count = count;
        shift = fillAtClose ? 0 : 1;
    }
}
