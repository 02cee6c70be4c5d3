package dev.winnow.replay.signal;

/**
 * Codes in plain Java, four of them at once: a long's four codes of 15 bits are subtracted in one operation, each from a
 * sixteenth bit of its own that stays where nothing had to be borrowed from it.
 */
final class ScalarCodedKernels extends CodedKernels {
    /** The sixteenth bit of each code. */
    private static final long TOP = 0x8000_8000_8000_8000L;
    /** All bits below it. */
    private static final long REST = ~TOP;
    /** A product with it brings bits 0, 16, 32 and 48 together in bits 60 to 63, and no other bits there. */
    private static final long GATHER = 1L << 60 | 1L << 45 | 1L << 30 | 1L << 15;
    /** Added to the bits of a double without its sign, it reaches the sign if and only if that is NaN. */
    private static final long NAN = Long.MIN_VALUE - (Double.doubleToRawLongBits(Double.POSITIVE_INFINITY) + 1);

    @Override
    void code(CodeScale scale, CodedColumn coded) {
        double[] numbers = new double[Long.SIZE];
        int[] codes = new int[Long.SIZE];
        for (int block = 0; block < scale.blocks(); block++) {
            code(scale, block, coded, numbers, codes);
        }
    }

    /**
     * One block.
     *
     * @param numbers double[64], overwritten
     * @param codes int[64], overwritten
     */
    static void code(CodeScale scale, int block, CodedColumn coded, double[] numbers, int[] codes) {
        int from = block * CodeScale.BLOCK;
        int count = Math.min(scale.bars() - from, CodeScale.BLOCK);
        coded.numbers.read(from, from + count, numbers);
        double low = scale.low[block];
        double perUnit = scale.perUnit[block];
        // loops of one kind each, which the compiler turns into vectors
        for (int i = 0; i < count; i++) {
            codes[i] = Math.max(0, Math.min((int) ((numbers[i] - low) * perUnit), CodeScale.LAST));
        }
        int least = CodeScale.LAST;
        int most = 0;
        for (int i = 0; i < count; i++) {
            least = Math.min(least, codes[i]);
            most = Math.max(most, codes[i]);
        }
        long missing = 0;
        for (int i = 0; i < count; i++) {
            missing |= (Double.doubleToRawLongBits(numbers[i]) & Long.MAX_VALUE) + NAN;
        }
        long defined = missing < 0 ? defined(numbers, count) : BitPlanes.tailMask(count);
        for (int i = count; i < Long.SIZE; i++) {
            codes[i] = 0;
        }
        for (int i = 0, place = CodedColumn.LONGS * block; i < Long.SIZE; i += 4, place++) {
            coded.codes[place] =
                    codes[i] | (long) codes[i + 1] << 16 | (long) codes[i + 2] << 32 | (long) codes[i + 3] << 48;
        }
        coded.block(block, count, defined, least, most);
    }

    static long defined(double[] numbers, int count) {
        return ScalarPlaneKernels.word(Comparison.EQUAL, numbers, numbers, 0, count);
    }

    @Override
    long greater(long[] a, long[] b, int from) {
        long word = 0;
        for (int i = 0; i < CodedColumn.LONGS; i++) {
            word |= gather(~((b[from + i] | TOP) - a[from + i])) << (i << 2);
        }
        return word;
    }

    @Override
    long same(long[] a, long[] b, int from) {
        long word = 0;
        for (int i = 0; i < CodedColumn.LONGS; i++) {
            word |= gather(~((a[from + i] ^ b[from + i]) + REST)) << (i << 2);
        }
        return word;
    }

    /** The four top bits as bits 0 to 3. */
    private static long gather(long codes) {
        return ((codes & TOP) >>> 15) * GATHER >>> 60;
    }

    @Override
    void spread(long blocks, int group, int end, long[] words) {
        for (int w = group; w < end; w++) {
            words[w] = -(blocks >>> w & 1);
        }
    }

    @Override
    long order(CodedColumn a, CodedColumn b, int group, long open, long[] greater, long[] less) {
        long asked = 0;
        for (long rest = open; rest != 0; rest &= rest - 1) {
            int w = group + Long.numberOfTrailingZeros(rest);
            long defined = a.defined[w] & b.defined[w];
            long more = greater(a.codes, b.codes, CodedColumn.LONGS * w);
            greater[w] = more & defined;
            less[w] = ~more & defined;
            if (touches(a.codes, b.codes, CodedColumn.LONGS * w)) {
                less[w] &= ~same(a.codes, b.codes, CodedColumn.LONGS * w);
                asked |= rest & -rest;
            }
        }
        return asked;
    }

    @Override
    long order(CodedColumn a, CodedColumn b, int group, long open, long[] greater) {
        long asked = 0;
        for (long rest = open; rest != 0; rest &= rest - 1) {
            int w = group + Long.numberOfTrailingZeros(rest);
            greater[w] = greater(a.codes, b.codes, CodedColumn.LONGS * w) & a.defined[w] & b.defined[w];
            if (touches(a.codes, b.codes, CodedColumn.LONGS * w)) {
                asked |= rest & -rest;
            }
        }
        return asked;
    }

    /** Whether some of 64 codes are equal. */
    private static boolean touches(long[] a, long[] b, int from) {
        long differ = TOP;
        for (int i = 0; i < CodedColumn.LONGS; i++) {
            differ &= (a[from + i] ^ b[from + i]) + REST;
        }
        return differ != TOP;
    }

    @Override
    void join(Numbers a, Numbers b, int words, long[] above, long[] below) {
        Crossings.join(a, b, 0, words, above, below);
    }
}
