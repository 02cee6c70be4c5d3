package dev.winnow.replay.signal;

/** Arithmetic on bit planes: long[words(bars)], bit {@code t & 63} of word {@code t >> 6} is bar t; bits past the last bar are 0. */
public final class BitPlanes {
    private BitPlanes() {}

    /** Words that hold {@code bars} bits. */
    public static int words(int bars) {
        return (bars + 63) >>> 6;
    }

    /** The valid bits of the last word of a plane. */
    public static long tailMask(int bars) {
        return (bars & 63) == 0 ? -1L : (1L << (bars & 63)) - 1;
    }

    public static boolean get(long[] plane, int bar) {
        return (plane[bar >>> 6] >>> bar & 1) != 0;
    }

    public static void set(long[] plane, int bar) {
        plane[bar >>> 6] |= 1L << bar;
    }

    /** Whether a bar is set. */
    public static boolean any(long[] plane) {
        long any = 0;
        for (long word : plane) {
            any |= word;
        }
        return any != 0;
    }

    /** Number of set bars. */
    public static int count(long[] plane) {
        int count = 0;
        for (long word : plane) {
            count += Long.bitCount(word);
        }
        return count;
    }
}
