package dev.winnow.replay.signal;

import jdk.incubator.vector.DoubleVector;
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

    private final CodedKernels coded = new VectorCodedKernels();

    static int bits() {
        return SPECIES.vectorBitSize();
    }

    @Override
    public String description() {
        return "vector " + SPECIES.vectorBitSize() + " bits";
    }

    @Override
    public CodedKernels coded() {
        return coded;
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
        Crossings.join(Numbers.of(a), Numbers.of(b), bars, above, below);
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
        Crossings.join(Numbers.of(a), Numbers.of(b), bars, above, below);
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
