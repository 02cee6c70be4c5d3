package dev.winnow.replay.portfolio;

import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.DecisionPlanes;
import java.util.Arrays;

/**
 * Where one point's position changes, and the sums of its trades.
 *
 * <p>The position after each decision follows from 64 bars at once: with S the bars that enter and R those that exit,
 * disjoint, the carries of the addition ~R + S are the positions before each bar (S generates, R kills, the rest
 * propagates). The bars at which the position changes are then listed, entries and exits in turn.
 */
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

    /** Lists the bars whose decision changes the position, in order. */
    void list(DecisionPlanes planes, boolean fillAtClose) {
        long[] enter = planes.enterLong();
        long[] exit = planes.exitLong();
        int bars = planes.bars();
        int words = BitPlanes.words(bars);
        int[] list = changes;
        int count = 0;
        long held = 0;
        for (int w = 0; w < words; w++) {
            long set = enter[w];
            long reset = exit[w];
            if ((set & reset) != 0) {
                long both = set & reset;
                set = resolve(set, reset, held);
                reset = (reset & ~both) | (both & ~set);
            }
            long keep = ~reset;
            long before = (keep + set + held) ^ keep ^ set;
            long after = set | (keep & before);
            held = after >>> 63;
            long change = after ^ before;
            if (w == words - 1) {
                change &= BitPlanes.tailMask(bars);
                if (!fillAtClose) {
                    // an order decided on the last bar never fills
                    change &= ~(1L << (bars - 1));
                }
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

    /** Where a bar both enters and exits: the first if flat before it, the second if long. Returns the true entries. */
    private static long resolve(long enter, long exit, long held) {
        long entries = 0;
        boolean in = held != 0;
        long rest = enter | exit;
        while (rest != 0) {
            long bit = rest & -rest;
            if (in) {
                in = (exit & bit) == 0;
            } else if ((enter & bit) != 0) {
                in = true;
                entries |= bit;
            }
            rest ^= bit;
        }
        // an entry while long changes nothing and may stay out of the result
        return entries;
    }
}
