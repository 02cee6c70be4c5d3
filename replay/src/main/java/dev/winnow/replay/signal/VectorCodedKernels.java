package dev.winnow.replay.signal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/** The Vector API twin: a bar a lane of 16 bits. */
final class VectorCodedKernels extends CodedKernels {
    private static final VectorSpecies<Double> SPECIES = VectorWidth.DOUBLES;
    private static final VectorSpecies<Long> WORDS = VectorSpecies.of(long.class, SPECIES.vectorShape());
    private static final int WORD_LANES = WORDS.length();
    private static final int CODE_LANES = SPECIES.vectorBitSize() / Short.SIZE;
    /** Eight lanes whatever the width: coding is rare, and narrower machines take them apart. */
    private static final VectorSpecies<Double> WIDE = DoubleVector.SPECIES_512;

    private static final VectorSpecies<Integer> STEPS = IntVector.SPECIES_256;
    private static final VectorShuffle<Integer> BY_FOUR = VectorShuffle.fromOp(STEPS, lane -> lane ^ 4);
    private static final VectorShuffle<Integer> BY_TWO = VectorShuffle.fromOp(STEPS, lane -> lane ^ 2);
    private static final VectorShuffle<Integer> BY_ONE = VectorShuffle.fromOp(STEPS, lane -> lane ^ 1);
    /** Every second lane of each half: to its first places, and to its last. */
    private static final VectorShuffle<Integer> FIRST = VectorShuffle.fromValues(STEPS, 0, 2, 0, 2, 4, 6, 4, 6);

    private static final int QUARTERS = 4;
    /** Ranges that a block leaves to be folded. */
    private static final int BLOCK_RANGES = QUARTERS * STEPS.length();
    /** Blocks that are coded before their ranges are folded. */
    private static final int CHUNK = 8;
    /** Four times {@link CodeScale#LAST}. */
    private static final long LASTS = 0x7FFF_7FFF_7FFF_7FFFL;

    private static final VectorSpecies<Short> EIGHT_CODES = ShortVector.SPECIES_128;

    @Override
    void code(CodeScale scale, CodedColumn coded) {
        double[] numbers = new double[CHUNK * CodeScale.BLOCK];
        int[] ranges = new int[CHUNK * BLOCK_RANGES];
        int full = scale.bars() >>> 6;
        for (int from = 0; from < full; from += CHUNK) {
            int to = Math.min(full, from + CHUNK);
            coded.numbers.readByVectors(from << 6, to << 6, numbers);
            code(scale, coded, from, to, numbers, ranges);
            fold(coded, from, to, ranges);
        }
        if (full < scale.blocks()) {
            ScalarCodedKernels.code(scale, full, coded, new ScalarCodedKernels.Room());
        }
    }

    /** Some blocks' codes and which bars have numbers, and of each quarter the ranges of four bars in turn. */
    private static void code(
            CodeScale scale, CodedColumn coded, int fromBlock, int toBlock, double[] numbers, int[] ranges) {
        VectorMask<Integer> highHalf = VectorMask.fromLong(STEPS, 0xF0);
        for (int block = fromBlock; block < toBlock; block++) {
            int at = (block - fromBlock) * CodeScale.BLOCK;
            double low = scale.low[block];
            double perUnit = scale.perUnit[block];
            // a factor that is NaN or infinite makes NaN of a zero for good
            DoubleVector none = DoubleVector.zero(WIDE);
            DoubleVector zero = none;
            for (int quarter = 0; quarter < QUARTERS; quarter++) {
                DoubleVector x = DoubleVector.fromArray(WIDE, numbers, at + 16 * quarter);
                DoubleVector y = DoubleVector.fromArray(WIDE, numbers, at + 16 * quarter + 8);
                zero = y.fma(none, x.fma(none, zero));
                IntVector first = steps(x, low, perUnit);
                IntVector second = steps(y, low, perUnit);
                int place = CodedColumn.LONGS * block + 4 * quarter;
                store(first, coded.codes, place);
                store(second, coded.codes, place + 2);
                // the greatest code is the least of what is left to the last one
                IntVector least = first.min(second);
                IntVector left = first.max(second).lanewise(VectorOperators.XOR, CodeScale.LAST);
                IntVector other = left.blend(least, highHalf).rearrange(BY_FOUR);
                least.blend(left, highHalf)
                        .min(other)
                        .intoArray(ranges, (block - fromBlock) * BLOCK_RANGES + quarter * STEPS.length());
            }
            boolean whole = zero.compare(VectorOperators.EQ, 0).allTrue();
            coded.defined[block] = whole ? -1 : ScalarCodedKernels.defined(numbers, at, CodeScale.BLOCK);
        }
    }

    /** The same blocks' ranges: in a pass of their own, because they wait long for the codes. */
    private static void fold(CodedColumn coded, int fromBlock, int toBlock, int[] ranges) {
        for (int block = fromBlock; block < toBlock; block++) {
            int at = (block - fromBlock) * BLOCK_RANGES;
            IntVector least =
                    fold(ranges, at).blend(fold(ranges, at + BLOCK_RANGES / 2), VectorMask.fromLong(STEPS, 0xCC));
            LongVector packed =
                    least.convertShape(VectorOperators.I2S, EIGHT_CODES, 0).reinterpretAsLongs();
            coded.block(block, packed.lane(0), LASTS ^ packed.lane(1));
        }
    }

    /**
     * The least of the low and of the high half of two quarters' lanes: in the first two lanes of each half, and the
     * next.
     */
    private static IntVector fold(int[] ranges, int at) {
        IntVector a = IntVector.fromArray(STEPS, ranges, at);
        IntVector b = IntVector.fromArray(STEPS, ranges, at + STEPS.length());
        IntVector two = a.min(a.rearrange(BY_TWO)).blend(b.min(b.rearrange(BY_TWO)), VectorMask.fromLong(STEPS, 0xCC));
        return two.min(two.rearrange(BY_ONE)).rearrange(FIRST);
    }

    private static IntVector steps(DoubleVector x, double low, double perUnit) {
        IntVector steps = (IntVector) x.sub(low).mul(perUnit).convertShape(VectorOperators.D2I, STEPS, 0);
        return steps.max(0).min(CodeScale.LAST);
    }

    private static void store(IntVector steps, long[] codes, int place) {
        steps.convertShape(VectorOperators.I2S, EIGHT_CODES, 0)
                .reinterpretAsLongs()
                .intoArray(codes, place);
    }

    private static ShortVector codes(long[] column, int place) {
        return LongVector.fromArray(WORDS, column, place).reinterpretAsShorts();
    }

    @Override
    long greater(long[] a, long[] b, int from) {
        long word = 0;
        for (int i = 0, place = from; i < Long.SIZE; i += CODE_LANES, place += WORD_LANES) {
            word |= codes(a, place).compare(VectorOperators.GT, codes(b, place)).toLong() << i;
        }
        return word;
    }

    @Override
    long same(long[] a, long[] b, int from) {
        long word = 0;
        for (int i = 0, place = from; i < Long.SIZE; i += CODE_LANES, place += WORD_LANES) {
            word |= codes(a, place).compare(VectorOperators.EQ, codes(b, place)).toLong() << i;
        }
        return word;
    }

    @Override
    void spread(long blocks, int group, int end, long[] words) {
        LongVector none = LongVector.zero(WORDS);
        int w = group;
        for (; w <= end - WORD_LANES; w += WORD_LANES) {
            none.blend(-1, VectorMask.fromLong(WORDS, blocks >>> w)).intoArray(words, w);
        }
        for (; w < end; w++) {
            words[w] = -(blocks >>> w & 1);
        }
    }

    /** The hot one. */
    @Override
    long order(CodedColumn a, CodedColumn b, int group, long open, long[] greater, long @Nullable [] less) {
        long asked = 0;
        for (long rest = open; rest != 0; rest &= rest - 1) {
            int w = group + Long.numberOfTrailingZeros(rest);
            long more = 0;
            long same = 0;
            for (int i = 0, place = CodedColumn.LONGS * w; i < Long.SIZE; i += CODE_LANES, place += WORD_LANES) {
                ShortVector left = codes(a.codes, place);
                ShortVector right = codes(b.codes, place);
                more |= left.compare(VectorOperators.GT, right).toLong() << i;
                same |= left.compare(VectorOperators.EQ, right).toLong() << i;
            }
            long defined = a.defined[w] & b.defined[w];
            greater[w] = more & defined;
            if (less != null) {
                less[w] = ~(more | same) & defined;
            }
            if (same != 0) {
                asked |= rest & -rest;
            }
        }
        return asked;
    }

    /** From the last word to the first, in place. */
    @Override
    void join(Numbers a, Numbers b, int words, long[] above, long[] below) {
        int w = words - WORD_LANES;
        for (; w > 0; w -= WORD_LANES) {
            LongVector greater = LongVector.fromArray(WORDS, above, w);
            LongVector less = LongVector.fromArray(WORDS, below, w);
            LongVector wasGreater = greater.lanewise(VectorOperators.LSHL, 1)
                    .or(LongVector.fromArray(WORDS, above, w - 1).lanewise(VectorOperators.LSHR, 63));
            LongVector wasLess = less.lanewise(VectorOperators.LSHL, 1)
                    .or(LongVector.fromArray(WORDS, below, w - 1).lanewise(VectorOperators.LSHR, 63));
            LongVector unsure = greater.or(less).and(wasGreater.or(wasLess).not());
            if (unsure.compare(VectorOperators.NE, 0).anyTrue()) {
                Crossings.join(a, b, w, w + WORD_LANES, above, below);
            } else {
                greater.and(wasLess).intoArray(above, w);
                less.and(wasGreater).intoArray(below, w);
            }
        }
        Crossings.join(a, b, 0, w + WORD_LANES, above, below);
    }
}
