package dev.winnow.replay.signal;

/**
 * A number column with its place on a {@link CodeScale}: a quarter of the memory, and four times as many bars in a
 * register. Shared, and not written once it is handed out. A block is 64 bars, the last one fewer, a group 64 blocks.
 */
public final class CodedColumn {
    /** Longs that hold 64 codes of 16 bits, the first in the lowest bits. */
    static final int LONGS = Long.SIZE * Short.SIZE / Long.SIZE;

    final Numbers numbers;
    /** long[LONGS * blocks]: steps of the scale, 0 where there is no number and past the last bar. */
    final long[] codes;
    /** long[LONGS * groups] each: a block's least and greatest code, which say nothing where a number is missing. */
    final long[] least;

    final long[] most;
    /** long[blocks] each: the same for the four quarters of a block, 16 bars a code. */
    final long[] quarterLeast;

    final long[] quarterMost;
    /** long[blocks]: the bars that have a number. */
    final long[] defined;
    /** long[groups]: a bit a block, set where no bar has a number. */
    final long[] absent;

    /** A column whose codes are still to be filled in. */
    CodedColumn(Numbers numbers, int blocks) {
        int groups = BitPlanes.words(blocks);
        this.numbers = numbers;
        this.codes = new long[LONGS * blocks];
        this.least = new long[LONGS * groups];
        this.most = new long[LONGS * groups];
        this.quarterLeast = new long[blocks];
        this.quarterMost = new long[blocks];
        this.defined = new long[blocks];
        this.absent = new long[groups];
    }

    /** Bytes that the codes of a column take. */
    public static long bytes(int bars) {
        long blocks = BitPlanes.words(bars);
        long groups = BitPlanes.words((int) blocks);
        return Long.BYTES * (blocks * (LONGS + 3) + groups * (2 * LONGS + 1));
    }

    /**
     * Fills in what is known of a block beside its codes and which of its bars have a number.
     *
     * @param least of the codes of each quarter, the first in the lowest bits
     * @param most of the codes of each quarter
     */
    void block(int block, long least, long most) {
        long defined = this.defined[block];
        long low = least;
        long high = most;
        for (int quarter = 0; defined != -1 & quarter < Long.SIZE; quarter += Short.SIZE) {
            if ((defined >>> quarter & 0xFFFF) != 0xFFFF) {
                // where a number is missing, or no bar at all, the range says nothing
                low &= ~(0xFFFFL << quarter);
                high |= (long) CodeScale.LAST << quarter;
            }
        }
        quarterLeast[block] = low;
        quarterMost[block] = high;
        put(this.least, block, Math.min(Math.min(code(low, 0), code(low, 1)), Math.min(code(low, 2), code(low, 3))));
        put(this.most, block, Math.max(Math.max(code(high, 0), code(high, 1)), Math.max(code(high, 2), code(high, 3))));
        if (defined == 0) {
            BitPlanes.set(absent, block);
        }
    }

    private static int code(long codes, int place) {
        return (int) (codes >>> (place << 4)) & 0xFFFF;
    }

    private static void put(long[] codes, int place, int code) {
        codes[place >>> 2] |= (long) code << (place << 4);
    }
}
