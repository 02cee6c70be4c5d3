package dev.winnow.replay.signal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The Vector API twin. Works word by word: 64 bars are compared in vectors whose masks are laid side by side; the bars
 * of an unfinished last word go to {@link ScalarPlaneKernels}. Every comparison stands as a constant in a loop of its
 * own, because the compiler turns only constants into instructions.
 */
final class VectorPlaneKernels implements PlaneKernels {
    private static final VectorSpecies<Double> SPECIES = VectorWidth.DOUBLES;
    private static final int LANES = SPECIES.length();
    private static final VectorSpecies<Short> CODES = VectorSpecies.of(short.class, SPECIES.vectorShape());
    private static final int CODE_LANES = CODES.length();
    private static final VectorSpecies<Long> WORDS = VectorSpecies.of(long.class, SPECIES.vectorShape());
    private static final int WORD_LANES = WORDS.length();
    /** Eight lanes whatever the width: coding is rare, and narrower machines take them apart. */
    private static final VectorSpecies<Double> WIDE = DoubleVector.SPECIES_512;

    private static final VectorSpecies<Integer> STEPS = IntVector.SPECIES_256;
    private static final VectorSpecies<Short> EIGHT_CODES = ShortVector.SPECIES_128;

    static int bits() {
        return SPECIES.vectorBitSize();
    }

    @Override
    public String description() {
        return "vector " + SPECIES.vectorBitSize() + " bits";
    }

    @Override
    public void compare(Comparison comparison, double[] a, double[] b, int bars, long[] out) {
        int full = bars >>> 6;
        switch (comparison) {
            case LESS -> greater(b, a, full, out);
            case LESS_EQUAL -> greaterEqual(b, a, full, out);
            case GREATER -> greater(a, b, full, out);
            case GREATER_EQUAL -> greaterEqual(a, b, full, out);
            case EQUAL -> equal(a, b, full, out);
            case NOT_EQUAL -> notEqual(a, b, full, out);
        }
        if ((bars & 63) != 0) {
            out[full] = ScalarPlaneKernels.word(comparison, a, b, full << 6, bars);
        }
    }

    @Override
    public void compare(Comparison comparison, double[] a, double b, int bars, long[] out) {
        int full = bars >>> 6;
        switch (comparison) {
            case LESS -> less(a, b, full, out);
            case LESS_EQUAL -> lessEqual(a, b, full, out);
            case GREATER -> greater(a, b, full, out);
            case GREATER_EQUAL -> greaterEqual(a, b, full, out);
            case EQUAL -> equal(a, b, full, out);
            case NOT_EQUAL -> notEqual(a, b, full, out);
        }
        if ((bars & 63) != 0) {
            out[full] = ScalarPlaneKernels.word(comparison, a, b, full << 6, bars);
        }
    }

    @Override
    public void compare(Comparison comparison, CodedColumn a, CodedColumn b, int bars, long[] out) {
        switch (comparison) {
            case LESS -> codedGreater(b, a, false, bars, out);
            case LESS_EQUAL -> codedGreater(b, a, true, bars, out);
            case GREATER -> codedGreater(a, b, false, bars, out);
            case GREATER_EQUAL -> codedGreater(a, b, true, bars, out);
            case EQUAL, NOT_EQUAL -> throw new IllegalArgumentException("codes do not tell " + comparison);
        }
    }

    @Override
    public CodedColumn code(CodeScale scale, double[] column) {
        CodedColumn coded = new CodedColumn(column, scale.blocks());
        int full = scale.bars() >>> 6;
        for (int block = 0; block < full; block++) {
            double base = scale.low[block];
            double perUnit = scale.perUnit[block];
            boolean finite = perUnit != 0;
            IntVector least = IntVector.broadcast(STEPS, Short.MAX_VALUE);
            IntVector most = IntVector.broadcast(STEPS, Short.MIN_VALUE);
            for (int t = block * CodeScale.BLOCK; t < (block + 1) * CodeScale.BLOCK; t += WIDE.length()) {
                DoubleVector x = DoubleVector.fromArray(WIDE, column, t);
                finite &= x.test(VectorOperators.IS_FINITE).allTrue();
                IntVector step = (IntVector) x.sub(base).mul(perUnit).convertShape(VectorOperators.D2I, STEPS, 0);
                IntVector code = step.max(0).min(CodeScale.LAST).add(Short.MIN_VALUE);
                least = least.min(code);
                most = most.max(code);
                code.convertShape(VectorOperators.I2S, EIGHT_CODES, 0)
                        .reinterpretAsShorts()
                        .intoArray(coded.codes, t);
            }
            coded.block(block, finite, least.reduceLanes(VectorOperators.MIN), most.reduceLanes(VectorOperators.MAX));
        }
        if (full < scale.blocks()) {
            ScalarPlaneKernels.code(scale, full, coded);
        }
        return coded;
    }

    /** {@code a > b}, or {@code a >= b}: blocks whose codes do not overlap are decided as a whole. */
    private static void codedGreater(CodedColumn a, CodedColumn b, boolean orEqual, int bars, long[] out) {
        int words = BitPlanes.words(bars);
        for (int group = 0; group < words; group += Long.SIZE) {
            long greater = greater(a.least, b.most, group);
            long less = greater(b.least, a.most, group);
            int end = Math.min(words, group + Long.SIZE);
            spread(greater, group, end, out);
            int place = group >>> 6;
            long undecided = a.undecided[place] | b.undecided[place];
            long open = ~(greater | less | a.absent[place] | b.absent[place]) & BitPlanes.tailMask(end);
            for (; open != 0; open &= open - 1) {
                int w = group + Long.numberOfTrailingZeros(open);
                int from = w << 6;
                long ours = valid(from, bars);
                long same = (undecided >>> w & 1) != 0 ? ours : same(a.codes, b.codes, from) & ours;
                long word = greater(a.codes, b.codes, from) & ~same;
                if (same != 0) {
                    word |= (orEqual ? greaterEqual(a, b, from, bars) : greater(a, b, from, bars)) & same;
                }
                out[w] = word;
            }
        }
        if (words != 0) {
            out[words - 1] &= BitPlanes.tailMask(bars);
        }
    }

    /** The bars of a word that are there. */
    private static long valid(int from, int bars) {
        return bars - from >= Long.SIZE ? -1 : BitPlanes.tailMask(bars);
    }

    /** A word of {@code a > b} by the numbers. */
    private static long greater(CodedColumn a, CodedColumn b, int from, int bars) {
        return bars - from >= Long.SIZE
                ? greater(a.values, b.values, from)
                : ScalarPlaneKernels.word(Comparison.GREATER, a.values, b.values, from, bars);
    }

    private static long greaterEqual(CodedColumn a, CodedColumn b, int from, int bars) {
        return bars - from >= Long.SIZE
                ? greaterEqual(a.values, b.values, from)
                : ScalarPlaneKernels.word(Comparison.GREATER_EQUAL, a.values, b.values, from, bars);
    }

    private static long greater(short[] a, short[] b, int from) {
        long word = 0;
        for (int i = 0; i < 64; i += CODE_LANES) {
            ShortVector left = ShortVector.fromArray(CODES, a, from + i);
            ShortVector right = ShortVector.fromArray(CODES, b, from + i);
            word |= left.compare(VectorOperators.GT, right).toLong() << i;
        }
        return word;
    }

    private static long same(short[] a, short[] b, int from) {
        long word = 0;
        for (int i = 0; i < 64; i += CODE_LANES) {
            ShortVector left = ShortVector.fromArray(CODES, a, from + i);
            ShortVector right = ShortVector.fromArray(CODES, b, from + i);
            word |= left.compare(VectorOperators.EQ, right).toLong() << i;
        }
        return word;
    }

    private static long greater(double[] a, double[] b, int from) {
        long word = 0;
        for (int i = 0; i < 64; i += LANES) {
            DoubleVector left = DoubleVector.fromArray(SPECIES, a, from + i);
            DoubleVector right = DoubleVector.fromArray(SPECIES, b, from + i);
            word |= left.compare(VectorOperators.GT, right).toLong() << i;
        }
        return word;
    }

    private static long greaterEqual(double[] a, double[] b, int from) {
        long word = 0;
        for (int i = 0; i < 64; i += LANES) {
            DoubleVector left = DoubleVector.fromArray(SPECIES, a, from + i);
            DoubleVector right = DoubleVector.fromArray(SPECIES, b, from + i);
            word |= left.compare(VectorOperators.GE, right).toLong() << i;
        }
        return word;
    }

    /**
     * The hot one. Blocks whose codes do not overlap are decided 64 at once, the words of the others by their codes,
     * and the few that hold equal codes by the numbers.
     */
    @Override
    public void crosses(CodedColumn a, CodedColumn b, int bars, long[] above, long[] below) {
        int words = BitPlanes.words(bars);
        for (int group = 0; group < words; group += Long.SIZE) {
            long greater = greater(a.least, b.most, group);
            long less = greater(b.least, a.most, group);
            int place = group >>> 6;
            int end = Math.min(words, group + Long.SIZE);
            spread(greater, group, end, above);
            spread(less, group, end, below);
            long open = ~(greater | less | a.absent[place] | b.absent[place]) & BitPlanes.tailMask(end);
            long undecided = a.undecided[place] | b.undecided[place];
            long asked = order(a.codes, b.codes, group, open, above, below) | (open & undecided);
            for (; asked != 0; asked &= asked - 1) {
                byNumbers(a, b, group + Long.numberOfTrailingZeros(asked), undecided, bars, above, below);
            }
        }
        join(a.values, b.values, words, above, below);
    }

    /** All ones where a block's bit is set, from word {@code group} on. */
    private static void spread(long blocks, int group, int end, long[] words) {
        LongVector none = LongVector.zero(WORDS);
        int w = group;
        for (; w <= end - WORD_LANES; w += WORD_LANES) {
            none.blend(-1, VectorMask.fromLong(WORDS, blocks >>> w)).intoArray(words, w);
        }
        for (; w < end; w++) {
            words[w] = -(blocks >>> w & 1);
        }
    }

    /**
     * Some words of greater and less by the codes.
     *
     * @param group the word that the first bit of {@code open} stands for
     * @return of {@code open}, the words that have equal codes
     */
    private static long order(short[] a, short[] b, int group, long open, long[] greater, long[] less) {
        long asked = 0;
        for (long rest = open; rest != 0; rest &= rest - 1) {
            int w = group + Long.numberOfTrailingZeros(rest);
            int from = w << 6;
            long more = 0;
            long same = 0;
            for (int i = 0; i < 64; i += CODE_LANES) {
                ShortVector left = ShortVector.fromArray(CODES, a, from + i);
                ShortVector right = ShortVector.fromArray(CODES, b, from + i);
                more |= left.compare(VectorOperators.GT, right).toLong() << i;
                same |= left.compare(VectorOperators.EQ, right).toLong() << i;
            }
            greater[w] = more;
            less[w] = ~(more | same);
            if (same != 0) {
                asked |= rest & -rest;
            }
        }
        return asked;
    }

    /** Decides by the numbers what the codes leave open in a word. */
    private static void byNumbers(
            CodedColumn a, CodedColumn b, int w, long undecided, int bars, long[] greater, long[] less) {
        int from = w << 6;
        long ours = bars - from >= Long.SIZE ? -1 : BitPlanes.tailMask(bars);
        long same = (undecided >>> w & 1) != 0 ? ours : same(a.codes, b.codes, from) & ours;
        greater[w] = greater[w] & ~same & ours;
        less[w] = less[w] & ~same & ours;
        if (same != 0) {
            greater[w] |= greater(a, b, from, bars) & same;
            less[w] |= greater(b, a, from, bars) & same;
        }
    }

    /** {@link Crossings#join} from the last word to the first, by vectors. */
    private static void join(double[] a, double[] b, int words, long[] above, long[] below) {
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

    @Override
    public void crosses(double[] a, double[] b, int bars, long[] above, long[] below) {
        int full = bars >>> 6;
        for (int w = 0; w < full; w++) {
            int from = w << 6;
            long greater = 0;
            long less = 0;
            for (int i = 0; i < 64; i += LANES) {
                DoubleVector left = DoubleVector.fromArray(SPECIES, a, from + i);
                DoubleVector right = DoubleVector.fromArray(SPECIES, b, from + i);
                greater |= left.compare(VectorOperators.GT, right).toLong() << i;
                less |= left.compare(VectorOperators.LT, right).toLong() << i;
            }
            above[w] = greater;
            below[w] = less;
        }
        if ((bars & 63) != 0) {
            ScalarPlaneKernels.order(a, b, full << 6, bars, above, below);
        }
        Crossings.join(a, b, bars, above, below);
    }

    @Override
    public void crosses(double[] a, double b, int bars, long[] above, long[] below) {
        int full = bars >>> 6;
        for (int w = 0; w < full; w++) {
            long greater = 0;
            long less = 0;
            DoubleVector right = DoubleVector.broadcast(SPECIES, b);
            for (int i = 0; i < 64; i += LANES) {
                DoubleVector left = DoubleVector.fromArray(SPECIES, a, (w << 6) + i);
                greater |= left.compare(VectorOperators.GT, right).toLong() << i;
                less |= left.compare(VectorOperators.LT, right).toLong() << i;
            }
            above[w] = greater;
            below[w] = less;
        }
        if ((bars & 63) != 0) {
            ScalarPlaneKernels.order(a, b, full << 6, bars, above, below);
        }
        Crossings.join(a, b, bars, above, below);
    }

    @Override
    public void crossesAbove(double[] a, double[] b, int bars, long[] above) {
        int full = bars >>> 6;
        long carry = 0;
        for (int w = 0; w < full; w++) {
            int from = w << 6;
            long greater = 0;
            long lessEqual = 0;
            for (int i = 0; i < 64; i += LANES) {
                DoubleVector left = DoubleVector.fromArray(SPECIES, a, from + i);
                DoubleVector right = DoubleVector.fromArray(SPECIES, b, from + i);
                greater |= left.compare(VectorOperators.GT, right).toLong() << i;
                lessEqual |= left.compare(VectorOperators.LE, right).toLong() << i;
            }
            above[w] = greater & (lessEqual << 1 | carry);
            carry = lessEqual >>> 63;
        }
        if ((bars & 63) != 0) {
            above[full] = ScalarPlaneKernels.above(a, b, full << 6, bars);
        }
    }

    @Override
    public void crossesAbove(double[] a, double b, int bars, long[] above) {
        int full = bars >>> 6;
        long carry = 0;
        for (int w = 0; w < full; w++) {
            int from = w << 6;
            long greater = 0;
            long lessEqual = 0;
            DoubleVector right = DoubleVector.broadcast(SPECIES, b);
            for (int i = 0; i < 64; i += LANES) {
                DoubleVector left = DoubleVector.fromArray(SPECIES, a, from + i);
                greater |= left.compare(VectorOperators.GT, right).toLong() << i;
                lessEqual |= left.compare(VectorOperators.LE, right).toLong() << i;
            }
            above[w] = greater & (lessEqual << 1 | carry);
            carry = lessEqual >>> 63;
        }
        if ((bars & 63) != 0) {
            above[full] = ScalarPlaneKernels.above(a, b, full << 6, bars);
        }
    }

    @Override
    public void crossesBelow(double[] a, double b, int bars, long[] below) {
        int full = bars >>> 6;
        long carry = 0;
        for (int w = 0; w < full; w++) {
            int from = w << 6;
            long less = 0;
            long greaterEqual = 0;
            DoubleVector right = DoubleVector.broadcast(SPECIES, b);
            for (int i = 0; i < 64; i += LANES) {
                DoubleVector left = DoubleVector.fromArray(SPECIES, a, from + i);
                less |= left.compare(VectorOperators.LT, right).toLong() << i;
                greaterEqual |= left.compare(VectorOperators.GE, right).toLong() << i;
            }
            below[w] = less & (greaterEqual << 1 | carry);
            carry = greaterEqual >>> 63;
        }
        if ((bars & 63) != 0) {
            below[full] = ScalarPlaneKernels.below(a, b, full << 6, bars);
        }
    }

    private static void greater(double[] a, double[] b, int words, long[] out) {
        for (int w = 0; w < words; w++) {
            out[w] = greater(a, b, w << 6);
        }
    }

    private static void greaterEqual(double[] a, double[] b, int words, long[] out) {
        for (int w = 0; w < words; w++) {
            out[w] = greaterEqual(a, b, w << 6);
        }
    }

    private static void equal(double[] a, double[] b, int words, long[] out) {
        for (int w = 0; w < words; w++) {
            long word = 0;
            for (int i = 0; i < 64; i += LANES) {
                DoubleVector left = DoubleVector.fromArray(SPECIES, a, (w << 6) + i);
                DoubleVector right = DoubleVector.fromArray(SPECIES, b, (w << 6) + i);
                word |= left.compare(VectorOperators.EQ, right).toLong() << i;
            }
            out[w] = word;
        }
    }

    /** Less or greater: the processor's own "not equal" would let NaN through. */
    private static void notEqual(double[] a, double[] b, int words, long[] out) {
        for (int w = 0; w < words; w++) {
            long word = 0;
            for (int i = 0; i < 64; i += LANES) {
                DoubleVector left = DoubleVector.fromArray(SPECIES, a, (w << 6) + i);
                DoubleVector right = DoubleVector.fromArray(SPECIES, b, (w << 6) + i);
                long less = left.compare(VectorOperators.LT, right).toLong();
                long greater = left.compare(VectorOperators.GT, right).toLong();
                word |= (less | greater) << i;
            }
            out[w] = word;
        }
    }

    private static void less(double[] a, double b, int words, long[] out) {
        for (int w = 0; w < words; w++) {
            long word = 0;
            DoubleVector right = DoubleVector.broadcast(SPECIES, b);
            for (int i = 0; i < 64; i += LANES) {
                DoubleVector left = DoubleVector.fromArray(SPECIES, a, (w << 6) + i);
                word |= left.compare(VectorOperators.LT, right).toLong() << i;
            }
            out[w] = word;
        }
    }

    private static void lessEqual(double[] a, double b, int words, long[] out) {
        for (int w = 0; w < words; w++) {
            long word = 0;
            DoubleVector right = DoubleVector.broadcast(SPECIES, b);
            for (int i = 0; i < 64; i += LANES) {
                DoubleVector left = DoubleVector.fromArray(SPECIES, a, (w << 6) + i);
                word |= left.compare(VectorOperators.LE, right).toLong() << i;
            }
            out[w] = word;
        }
    }

    private static void greater(double[] a, double b, int words, long[] out) {
        for (int w = 0; w < words; w++) {
            long word = 0;
            DoubleVector right = DoubleVector.broadcast(SPECIES, b);
            for (int i = 0; i < 64; i += LANES) {
                DoubleVector left = DoubleVector.fromArray(SPECIES, a, (w << 6) + i);
                word |= left.compare(VectorOperators.GT, right).toLong() << i;
            }
            out[w] = word;
        }
    }

    private static void greaterEqual(double[] a, double b, int words, long[] out) {
        for (int w = 0; w < words; w++) {
            long word = 0;
            DoubleVector right = DoubleVector.broadcast(SPECIES, b);
            for (int i = 0; i < 64; i += LANES) {
                DoubleVector left = DoubleVector.fromArray(SPECIES, a, (w << 6) + i);
                word |= left.compare(VectorOperators.GE, right).toLong() << i;
            }
            out[w] = word;
        }
    }

    private static void equal(double[] a, double b, int words, long[] out) {
        for (int w = 0; w < words; w++) {
            long word = 0;
            DoubleVector right = DoubleVector.broadcast(SPECIES, b);
            for (int i = 0; i < 64; i += LANES) {
                DoubleVector left = DoubleVector.fromArray(SPECIES, a, (w << 6) + i);
                word |= left.compare(VectorOperators.EQ, right).toLong() << i;
            }
            out[w] = word;
        }
    }

    private static void notEqual(double[] a, double b, int words, long[] out) {
        for (int w = 0; w < words; w++) {
            long word = 0;
            DoubleVector right = DoubleVector.broadcast(SPECIES, b);
            for (int i = 0; i < 64; i += LANES) {
                DoubleVector left = DoubleVector.fromArray(SPECIES, a, (w << 6) + i);
                long less = left.compare(VectorOperators.LT, right).toLong();
                long greater = left.compare(VectorOperators.GT, right).toLong();
                word |= (less | greater) << i;
            }
            out[w] = word;
        }
    }
}
