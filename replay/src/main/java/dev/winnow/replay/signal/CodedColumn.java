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
     * Fills in what is known of a block beside its codes.
     *
     * @param defined those that have a number
     * @param least of the codes of each quarter
     * @param most of the codes of each quarter
     */
    void block(int block, long defined, int[] least, int[] most) {
        this.defined[block] = defined;
        int lowest = CodeScale.LAST;
        int highest = 0;
        for (int quarter = 0; quarter < 4; quarter++) {
            // where a number is missing, or no bar at all, the range says nothing
            boolean whole = (defined >>> (16 * quarter) & 0xFFFF) == 0xFFFF;
            int low = whole ? least[quarter] : 0;
            int high = whole ? most[quarter] : CodeScale.LAST;
            put(quarterLeast, 4 * block + quarter, low);
            put(quarterMost, 4 * block + quarter, high);
            lowest = Math.min(lowest, low);
            highest = Math.max(highest, high);
        }
        put(this.least, block, lowest);
        put(this.most, block, highest);
        if (defined == 0) {
            BitPlanes.set(absent, block);
        }
    }

    private static void put(long[] codes, int place, int code) {
        codes[place >>> 2] |= (long) code << (place << 4);
    }
}
