package dev.winnow.replay.portfolio;

import dev.winnow.replay.signal.BitPlanes;
import java.util.Arrays;

/** Where one point's position changes: entries and exits in turn. One thread's, reused from point to point. */
final class JumpPath {
    private final SetBits bits;

    /** int[], the first {@link #count}: bars whose decision changes the position. */
    private int[] changes = new int[256];

    private int count;
    private int bars;
    /** Bars from a decision to its fill. */
    private int shift;

    JumpPath(SetBits bits) {
        this.bits = bits;
    }

    /** Trades that are closed. */
    int trades() {
        return count >> 1;
    }

    /** 1 where the last trade is still open at the end. */
    int open() {
        return count & 1;
    }

    /** Bar of the fill of a trade's entry. */
    int entry(int trade) {
        return changes[2 * trade] + shift;
    }

    /** Bar of the fill of a trade's exit; the bars' number where it is still open. */
    int exit(int trade) {
        return 2 * trade + 1 < count ? changes[2 * trade + 1] + shift : bars;
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
        this.bars = bars;
        shift = fillAtClose ? 0 : 1;
    }
}
