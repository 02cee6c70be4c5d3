package dev.winnow.replay.signal;

import org.jspecify.annotations.Nullable;

/**
 * Codes in plain Java, four of them at once: a long's four codes of 15 bits are subtracted in one operation, each from a
 * sixteenth bit of its own that stays where nothing had to be borrowed from it.
 */
final class ScalarCodedKernels extends CodedKernels {
    /** Words whose quarters have a bit each in a long. */
    private static final int CHUNK = 16;
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
        Room room = new Room();
        for (int block = 0; block < scale.blocks(); block++) {
            code(scale, block, coded, room);
        }
    }

    /** What is overwritten from block to block: numbers and codes. */
    record Room(double[] numbers, int[] codes) {
        Room() {
            this(new double[CodeScale.BLOCK], new int[CodeScale.BLOCK]);
        }
    }

    /** One block. */
    static void code(CodeScale scale, int block, CodedColumn coded, Room room) {
        double[] numbers = room.numbers;
        int[] codes = room.codes;
        int from = block * CodeScale.BLOCK;
        int count = Math.min(scale.bars() - from, CodeScale.BLOCK);
        coded.numbers.read(from, from + count, numbers);
        double low = scale.low[block];
        double perUnit = scale.perUnit[block];
        // loops of one kind each, which the compiler turns into vectors
        for (int i = 0; i < count; i++) {
            codes[i] = Math.max(0, Math.min((int) ((numbers[i] - low) * perUnit), CodeScale.LAST));
        }
        long missing = 0;
        for (int i = 0; i < count; i++) {
            missing |= (Double.doubleToRawLongBits(numbers[i]) & Long.MAX_VALUE) + NAN;
        }
        for (int i = count; i < CodeScale.BLOCK; i++) {
            codes[i] = 0;
        }
        long quarterLeast = 0;
        long quarterMost = 0;
        for (int quarter = 0; quarter < CodeScale.BLOCK; quarter += Short.SIZE) {
            int least = CodeScale.LAST;
            int most = 0;
            for (int i = quarter; i < quarter + Short.SIZE; i++) {
                least = Math.min(least, codes[i]);
                most = Math.max(most, codes[i]);
            }
            quarterLeast |= (long) least << quarter;
            quarterMost |= (long) most << quarter;
        }
        for (int i = 0, place = CodedColumn.LONGS * block; i < CodeScale.BLOCK; i += 4, place++) {
            coded.codes[place] =
                    codes[i] | (long) codes[i + 1] << 16 | (long) codes[i + 2] << 32 | (long) codes[i + 3] << 48;
        }
        coded.defined[block] = missing < 0 ? defined(numbers, 0, count) : BitPlanes.tailMask(count);
        coded.block(block, quarterLeast, quarterMost);
    }

    /** A bit for each of some numbers: set where there is one. */
    static long defined(double[] numbers, int from, int count) {
        return ScalarPlaneKernels.word(Comparison.EQUAL, numbers, numbers, from, from + count);
    }

    @Override
    long greater(long[] a, long[] b, int from) {
        long word = 0;
        for (int i = 0; i < CodedColumn.LONGS; i++) {
            word |= greater(a[from + i], b[from + i]) << (i << 2);
        }
        return word;
    }

    /** Bits 0 to 3 for four codes. */
    private static long greater(long a, long b) {
        return gather(~((b | TOP) - a));
    }

    @Override
    long same(long[] a, long[] b, int from) {
        return same(a, b, from, CodedColumn.LONGS);
    }

    private static long same(long[] a, long[] b, int from, int longs) {
        long word = 0;
        for (int i = 0; i < longs; i++) {
            word |= gather(~((a[from + i] ^ b[from + i]) + REST)) << (i << 2);
        }
        return word;
    }

    /** The four top bits as bits 0 to 3. */
    private static long gather(long codes) {
        return (((codes & TOP) >>> 15) * GATHER) >>> 60;
    }

    @Override
    void spread(long blocks, int group, int end, long[] words) {
        for (int w = group; w < end; w++) {
            words[w] = -(blocks >>> w & 1);
        }
    }

    /**
     * Sixteen words at a time, quarters that their ranges decide first: which quarters are left stands in a long, so that
     * no loop ends after a few steps, where its end would be guessed wrongly at nearly every word.
     */
    @Override
    long order(CodedColumn a, CodedColumn b, int group, long open, long[] greater, long @Nullable [] less) {
        long asked = 0;
        for (int chunk = 0; chunk < Long.SIZE; chunk += CHUNK) {
            int first = group + chunk;
            long left = 0;
            for (long rest = open >>> chunk & 0xFFFF; rest != 0; rest &= rest - 1) {
                int word = Long.numberOfTrailingZeros(rest);
                int w = first + word;
                long notGreater = (b.quarterMost[w] | TOP) - a.quarterLeast[w];
                long notLess = (a.quarterMost[w] | TOP) - b.quarterLeast[w];
                greater[w] = spread(~notGreater);
                if (less != null) {
                    less[w] = spread(~notLess);
                }
                left |= gather(notGreater & notLess) << (4 * word);
            }
            for (; left != 0; left &= left - 1) {
                int quarter = Long.numberOfTrailingZeros(left);
                int w = first + (quarter >>> 2);
                int shift = (quarter & 3) << 4;
                int place = 4 * (4 * first + quarter);
                long defined = (a.defined[w] & b.defined[w]) >>> shift;
                long more = quarter(a.codes, b.codes, place);
                long fewer = ~more;
                if (touch(a.codes, b.codes, place)) {
                    fewer &= ~same(a.codes, b.codes, place, 4);
                    asked |= 1L << w;
                }
                greater[w] |= (more & defined) << shift;
                if (less != null) {
                    less[w] |= (fewer & defined & 0xFFFF) << shift;
                }
            }
        }
        return asked;
    }

    /** All 16 bits of a code where its top bit is set, else none. */
    private static long spread(long tops) {
        return ((tops & TOP) >>> 15) * 0xFFFF;
    }

    /** A bit for each of 16 codes: set where a's is greater. */
    private static long quarter(long[] a, long[] b, int from) {
        return greater(a[from], b[from])
                | greater(a[from + 1], b[from + 1]) << 4
                | greater(a[from + 2], b[from + 2]) << 8
                | greater(a[from + 3], b[from + 3]) << 12;
    }

    /** Whether some of 16 codes are equal. */
    private static boolean touch(long[] a, long[] b, int from) {
        long differ = (a[from] ^ b[from]) + REST
                & (a[from + 1] ^ b[from + 1]) + REST
                & (a[from + 2] ^ b[from + 2]) + REST
                & (a[from + 3] ^ b[from + 3]) + REST;
        return (~differ & TOP) != 0;
    }

    @Override
    void join(Numbers a, Numbers b, int words, long[] above, long[] below) {
        Crossings.join(a, b, 0, words, above, below);
    }
}
