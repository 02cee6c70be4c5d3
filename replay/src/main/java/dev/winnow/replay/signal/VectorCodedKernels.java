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
    private static final VectorSpecies<Short> EIGHT_CODES = ShortVector.SPECIES_128;

    @Override
    void code(CodeScale scale, CodedColumn coded) {
        ScalarCodedKernels.Room room = new ScalarCodedKernels.Room();
        double[] numbers = room.numbers();
        int full = scale.bars() >>> 6;
        for (int block = 0; block < full; block++) {
            coded.numbers.readByVectors(block << 6, (block + 1) << 6, numbers);
            double low = scale.low[block];
            double perUnit = scale.perUnit[block];
            // a factor that is NaN or infinite makes NaN of a zero for good
            DoubleVector zero = DoubleVector.zero(WIDE);
            for (int quarter = 0; quarter < 4; quarter++) {
                DoubleVector x = DoubleVector.fromArray(WIDE, numbers, 16 * quarter);
                DoubleVector y = DoubleVector.fromArray(WIDE, numbers, 16 * quarter + 8);
                zero = zero.add(x.mul(0)).add(y.mul(0));
                IntVector first = steps(x, low, perUnit);
                IntVector second = steps(y, low, perUnit);
                int place = CodedColumn.LONGS * block + 4 * quarter;
                store(first, coded.codes, place);
                store(second, coded.codes, place + 2);
                room.least()[quarter] = least(first.min(second));
                room.most()[quarter] = most(first.max(second));
            }
            boolean whole = zero.compare(VectorOperators.EQ, 0).allTrue();
            long defined = whole ? -1 : ScalarCodedKernels.defined(numbers, CodeScale.BLOCK);
            coded.block(block, defined, room.least(), room.most());
        }
        if (full < scale.blocks()) {
            ScalarCodedKernels.code(scale, full, coded, room);
        }
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

    /** The least lane, by shuffles: the Vector API's own reduction is slower. */
    private static int least(IntVector steps) {
        IntVector four = steps.min(steps.rearrange(BY_FOUR));
        IntVector two = four.min(four.rearrange(BY_TWO));
        return two.min(two.rearrange(BY_ONE)).lane(0);
    }

    private static int most(IntVector steps) {
        IntVector four = steps.max(steps.rearrange(BY_FOUR));
        IntVector two = four.max(four.rearrange(BY_TWO));
        return two.max(two.rearrange(BY_ONE)).lane(0);
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
