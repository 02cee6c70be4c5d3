package dev.winnow.replay.signal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The Vector API twin. Works word by word: 64 bars are compared in vectors whose masks are laid side by side; the bars
 * of an unfinished last word go to {@link ScalarPlaneKernels}. Every comparison stands as a constant in a loop of its
 * own, because the compiler turns only constants into instructions.
 */
final class VectorPlaneKernels implements PlaneKernels {
    private static final VectorSpecies<Double> SPECIES = species();
    private static final int LANES = SPECIES.length();

    private static VectorSpecies<Double> species() {
        String bits = System.getProperty("winnow.vector.bits");
        return bits == null
                ? DoubleVector.SPECIES_PREFERRED
                : VectorSpecies.of(double.class, VectorShape.forBitSize(Integer.parseInt(bits)));
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

    /**
     * Two masks a vector suffice: a step from below to above crosses, a step from above stays above, and only where the
     * bar before was neither (equal or NaN, both rare) are the numbers looked at again.
     */
    @Override
    public void crosses(double[] a, double[] b, int bars, long[] above, long[] below) {
        int full = bars >>> 6;
        long greaterBefore = 0;
        long lessBefore = 0;
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
            long wasGreater = greater << 1 | greaterBefore;
            long wasLess = less << 1 | lessBefore;
            long up = greater & wasLess;
            long down = less & wasGreater;
            long unsure = (greater | less) & ~(wasGreater | wasLess);
            if (unsure != 0) {
                long equal = equalBefore(a, b, from, unsure);
                up |= greater & equal;
                down |= less & equal;
            }
            above[w] = up;
            below[w] = down;
            greaterBefore = greater >>> 63;
            lessBefore = less >>> 63;
        }
        if ((bars & 63) != 0) {
            above[full] = ScalarPlaneKernels.above(a, b, full << 6, bars);
            below[full] = ScalarPlaneKernels.above(b, a, full << 6, bars);
        }
    }

    @Override
    public void crosses(double[] a, double b, int bars, long[] above, long[] below) {
        int full = bars >>> 6;
        long greaterBefore = 0;
        long lessBefore = 0;
        for (int w = 0; w < full; w++) {
            int from = w << 6;
            long greater = 0;
            long less = 0;
            DoubleVector right = DoubleVector.broadcast(SPECIES, b);
            for (int i = 0; i < 64; i += LANES) {
                DoubleVector left = DoubleVector.fromArray(SPECIES, a, from + i);
                greater |= left.compare(VectorOperators.GT, right).toLong() << i;
                less |= left.compare(VectorOperators.LT, right).toLong() << i;
            }
            long wasGreater = greater << 1 | greaterBefore;
            long wasLess = less << 1 | lessBefore;
            long up = greater & wasLess;
            long down = less & wasGreater;
            long unsure = (greater | less) & ~(wasGreater | wasLess);
            if (unsure != 0) {
                long equal = equalBefore(a, b, from, unsure);
                up |= greater & equal;
                down |= less & equal;
            }
            above[w] = up;
            below[w] = down;
            greaterBefore = greater >>> 63;
            lessBefore = less >>> 63;
        }
        if ((bars & 63) != 0) {
            above[full] = ScalarPlaneKernels.above(a, b, full << 6, bars);
            below[full] = ScalarPlaneKernels.below(a, b, full << 6, bars);
        }
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

    /** Of the bars in {@code asked}, those whose bar before had equal numbers. */
    private static long equalBefore(double[] a, double[] b, int from, long asked) {
        long equal = 0;
        for (long rest = asked; rest != 0; rest &= rest - 1) {
            int t = from + Long.numberOfTrailingZeros(rest);
            if (t > 0 && a[t - 1] == b[t - 1]) {
                equal |= rest & -rest;
            }
        }
        return equal;
    }

    private static long equalBefore(double[] a, double b, int from, long asked) {
        long equal = 0;
        for (long rest = asked; rest != 0; rest &= rest - 1) {
            int t = from + Long.numberOfTrailingZeros(rest);
            if (t > 0 && a[t - 1] == b) {
                equal |= rest & -rest;
            }
        }
        return equal;
    }

    private static void greater(double[] a, double[] b, int words, long[] out) {
        for (int w = 0; w < words; w++) {
            long word = 0;
            for (int i = 0; i < 64; i += LANES) {
                DoubleVector left = DoubleVector.fromArray(SPECIES, a, (w << 6) + i);
                DoubleVector right = DoubleVector.fromArray(SPECIES, b, (w << 6) + i);
                word |= left.compare(VectorOperators.GT, right).toLong() << i;
            }
            out[w] = word;
        }
    }

    private static void greaterEqual(double[] a, double[] b, int words, long[] out) {
        for (int w = 0; w < words; w++) {
            long word = 0;
            for (int i = 0; i < 64; i += LANES) {
                DoubleVector left = DoubleVector.fromArray(SPECIES, a, (w << 6) + i);
                DoubleVector right = DoubleVector.fromArray(SPECIES, b, (w << 6) + i);
                word |= left.compare(VectorOperators.GE, right).toLong() << i;
            }
            out[w] = word;
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
