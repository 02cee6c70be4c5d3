package dev.winnow.replay.signal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
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
            case LESS -> codedGreater(b, a, bars, out);
            case LESS_EQUAL -> codedGreaterEqual(b, a, bars, out);
            case GREATER -> codedGreater(a, b, bars, out);
            case GREATER_EQUAL -> codedGreaterEqual(a, b, bars, out);
            case EQUAL, NOT_EQUAL -> throw new IllegalArgumentException("codes do not tell " + comparison);
        }
        int full = bars >>> 6;
        if ((bars & 63) != 0) {
            out[full] = ScalarPlaneKernels.word(comparison, a.values, b.values, full << 6, bars);
        }
    }

    @Override
    public CodedColumn code(CodeScale scale, double[] column) {
        CodedColumn coded = new CodedColumn(column, scale.blocks());
        for (int block = 0; block < scale.blocks(); block++) {
            double base = scale.low[block];
            double perUnit = scale.perUnit[block];
            boolean finite = perUnit != 0;
            for (int t = block * CodeScale.BLOCK; t < (block + 1) * CodeScale.BLOCK; t += WIDE.length()) {
                DoubleVector x = DoubleVector.fromArray(WIDE, column, t);
                finite &= x.test(VectorOperators.IS_FINITE).allTrue();
                IntVector step = (IntVector) x.sub(base).mul(perUnit).convertShape(VectorOperators.D2I, STEPS, 0);
                step.max(0)
                        .min(CodeScale.LAST)
                        .add(Short.MIN_VALUE)
                        .convertShape(VectorOperators.I2S, EIGHT_CODES, 0)
                        .reinterpretAsShorts()
                        .intoArray(coded.codes, t);
            }
            if (!finite) {
                BitPlanes.set(coded.undecided, block);
            }
        }
        return coded;
    }

    private static void codedGreater(CodedColumn a, CodedColumn b, int bars, long[] out) {
        for (int w = 0; w < bars >>> 6; w++) {
            int from = w << 6;
            long same = undecided(a, b, w) ? -1 : same(a.codes, b.codes, from);
            long word = greater(a.codes, b.codes, from) & ~same;
            if (same != 0) {
                word |= greater(a.values, b.values, from) & same;
            }
            out[w] = word;
        }
    }

    private static void codedGreaterEqual(CodedColumn a, CodedColumn b, int bars, long[] out) {
        for (int w = 0; w < bars >>> 6; w++) {
            int from = w << 6;
            long same = undecided(a, b, w) ? -1 : same(a.codes, b.codes, from);
            long word = greater(a.codes, b.codes, from) & ~same;
            if (same != 0) {
                word |= greaterEqual(a.values, b.values, from) & same;
            }
            out[w] = word;
        }
    }

    private static boolean undecided(CodedColumn a, CodedColumn b, int block) {
        return ((a.undecided[block >>> 6] | b.undecided[block >>> 6]) >>> block & 1) != 0;
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

    /** The hot one: does what {@link Crossings#join} does while the words are still in registers. */
    @Override
    public void crosses(CodedColumn a, CodedColumn b, int bars, long[] above, long[] below) {
        int full = bars >>> 6;
        long greaterBefore = 0;
        long lessBefore = 0;
        for (int w = 0; w < full; w++) {
            int from = w << 6;
            long same = 0;
            long greater = 0;
            for (int i = 0; i < 64; i += CODE_LANES) {
                ShortVector left = ShortVector.fromArray(CODES, a.codes, from + i);
                ShortVector right = ShortVector.fromArray(CODES, b.codes, from + i);
                greater |= left.compare(VectorOperators.GT, right).toLong() << i;
                same |= left.compare(VectorOperators.EQ, right).toLong() << i;
            }
            if (undecided(a, b, w)) {
                same = -1;
                greater = 0;
            }
            long less = ~(greater | same);
            if (same != 0) {
                greater |= greater(a.values, b.values, from) & same;
                less |= greater(b.values, a.values, from) & same;
            }
            long wasGreater = greater << 1 | greaterBefore;
            long wasLess = less << 1 | lessBefore;
            long unsure = (greater | less) & ~(wasGreater | wasLess);
            long equal = unsure == 0 ? 0 : Crossings.equalBefore(a.values, b.values, from, unsure);
            above[w] = greater & (wasLess | equal);
            below[w] = less & (wasGreater | equal);
            greaterBefore = greater >>> 63;
            lessBefore = less >>> 63;
        }
        if ((bars & 63) != 0) {
            above[full] = ScalarPlaneKernels.above(a.values, b.values, full << 6, bars);
            below[full] = ScalarPlaneKernels.above(b.values, a.values, full << 6, bars);
        }
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
