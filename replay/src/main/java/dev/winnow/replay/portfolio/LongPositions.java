package dev.winnow.replay.portfolio;

import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.DecisionPlanes;

/**
 * The position of a point that only goes long and whose every order fills, 64 bars at once: with S the bars that enter
 * and R those that exit, disjoint, the carries of the addition ~R + S are the positions before each bar (S generates, R
 * kills, the rest propagates).
 */
final class LongPositions {
    private LongPositions() {}

    /**
     * Sets the bars whose decision leaves the point long, or wanting to be, and returns how often that changes from one
     * bar to the next, flat before the first. An order that is decided on the last bar and would fill on the next is
     * none.
     *
     * @param held long[words] to be written
     */
    static int follow(DecisionPlanes planes, boolean fillAtClose, long[] held) {
        long[] enter = planes.enterLong();
        long[] exit = planes.exitLong();
        int bars = planes.bars();
        int last = BitPlanes.words(bars) - 1;
        int changes = 0;
        long carry = 0;
        for (int w = 0; w < last; w++) {
            long set = enter[w];
            long reset = exit[w];
            long after;
            if ((set & reset) == 0) {
                long keep = ~reset;
                long sum = keep + set + carry;
                long before = sum ^ keep ^ set;
                after = set | (keep & before);
                changes += Long.bitCount(after ^ before);
                // what the addition carries out of the word; after's last bit is the same, but later
                carry = (set | (keep & ~sum)) >>> 63;
            } else {
                after = after(set, reset, carry);
                changes += Long.bitCount(after ^ (after << 1 | carry));
                carry = after >>> 63;
            }
            held[w] = after;
        }
        held[last] = finish(after(enter[last], exit[last], carry), carry, bars, fillAtClose);
        return changes + Long.bitCount(changes(held[last], carry, BitPlanes.tailMask(bars)));
    }

    /**
     * The positions after the decisions of the bars of a word.
     *
     * @param set bars that enter
     * @param reset bars that exit
     * @param carry 1 if long before the first bar, else 0
     */
    static long after(long set, long reset, long carry) {
        if ((set & reset) != 0) {
            long both = set & reset;
            set = resolve(set, reset, carry);
            reset = (reset & ~both) | (both & ~set);
        }
        return carried(set, ~reset, carry);
    }

    /** The same where no bar does both: {@code keep} are those that do not exit. */
    private static long carried(long set, long keep, long carry) {
        return set | (keep & ((keep + set + carry) ^ keep ^ set));
    }

    /** The same of the last word: no bar behind the last, and no order decided on it that would fill on the next. */
    static long finish(long after, long carry, int bars, boolean fillAtClose) {
        long end = fillAtClose ? 0 : 1L << (bars - 1);
        long before = after << 1 | carry;
        return ((after & ~end) | (before & end)) & BitPlanes.tailMask(bars);
    }

    /** The bars among {@code bars} whose decision changes the position. */
    static long changes(long after, long carry, long bars) {
        return (after ^ (after << 1 | carry)) & bars;
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
