package dev.winnow.replay.portfolio;

import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.DecisionPlanes;
import java.util.Arrays;

/** Where one point's position changes: entries and exits in turn. One thread's, reused from point to point. */
final class JumpPath {
    private final SetBits bits;

    /** int[], the first {@link #count}: bars whose decision changes the position. */
    private int[] changes = new int[256];

    private int count;
    /** long[words / 64]: words of the planes on which a bar is set. */
    private long[] set = {};

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
        start(bars, fillAtClose);
        int last = BitPlanes.words(bars) - 1;
        long carry = 0;
        for (int w = 0; w <= last; w++) {
            list(held[w], carry, w, w == last ? BitPlanes.tailMask(bars) : -1);
            carry = held[w] >>> 63;
        }
    }

    /**
     * Lists the same straight from planes that are set on few bars: looks at the words alone on which one is. False, and
     * nothing is listed, where they are set on more bars than {@code most}.
     */
    boolean listSeldom(DecisionPlanes planes, boolean fillAtClose, int most) {
        long[] enter = planes.enterLong();
        long[] exit = planes.exitLong();
        int words = BitPlanes.words(planes.bars());
        if (set.length < BitPlanes.words(words)) {
            set = new long[BitPlanes.words(words)];
        }
        if (bits.words(enter, exit, words, set) > most) {
            return false;
        }
        start(planes.bars(), fillAtClose);
        // what the last bar decides may have to be taken back
        BitPlanes.set(set, words - 1);
        long carry = 0;
        for (int block = 0; block << 6 < words; block++) {
            for (long rest = set[block]; rest != 0; rest &= rest - 1) {
                int w = (block << 6) + Long.numberOfTrailingZeros(rest);
                long after = LongPositions.after(enter[w], exit[w], carry);
                long bars = -1;
                if (w == words - 1) {
                    after = LongPositions.finish(after, carry, planes.bars(), fillAtClose);
                    bars = BitPlanes.tailMask(planes.bars());
                }
                list(after, carry, w, bars);
                carry = after >>> 63;
            }
        }
        return true;
    }

    private void start(int bars, boolean fillAtClose) {
        this.bars = bars;
        this.count = 0;
        this.shift = fillAtClose ? 0 : 1;
    }

    private void list(long after, long carry, int w, long among) {
        long change = LongPositions.changes(after, carry, among);
        if (change == 0) {
            return;
        }
        if (count + SetBits.SPARE > changes.length) {
            changes = Arrays.copyOf(changes, 2 * changes.length);
        }
        count = bits.list(change, w << 6, changes, count);
    }
}
