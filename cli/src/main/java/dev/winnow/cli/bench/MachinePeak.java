package dev.winnow.cli.bench;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * What one thread of this machine could do at most, measured in about a second.
 *
 * @param gflops 10^9 floating-point operations a second: independent fused multiply-adds on vectors, two operations each
 * @param gbs 10^9 bytes a second between memory and core: the triad a = b + s c of STREAM (McCalpin 1995), 24 bytes an
 *     element, over arrays that no cache holds
 */
record MachinePeak(double gflops, double gbs) {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int CHAINS = 8;
    private static final int STEPS = 2_000_000;
    private static final int ELEMENTS = 1 << 23;
    private static final int ROUNDS = 12;

    /** The best of some rounds, the first of which warm it up. */
    static MachinePeak measure() {
        double arithmetic = Double.POSITIVE_INFINITY;
        double memory = Double.POSITIVE_INFINITY;
        double[] a = new double[ELEMENTS];
        double[] b = new double[ELEMENTS];
        double[] c = new double[ELEMENTS];
        Arrays.fill(b, 1);
        Arrays.fill(c, 2);
        double kept = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            kept += multiplyAdds();
            long middle = System.nanoTime();
            triad(a, b, c, round);
            long ended = System.nanoTime();
            kept += a[round];
            arithmetic = Math.min(arithmetic, (double) (middle - began));
            memory = Math.min(memory, (double) (ended - middle));
        }
        if (Double.isNaN(kept)) {
            throw new IllegalStateException("finite sums became NaN");
        }
        return new MachinePeak(
                2.0 * CHAINS * STEPS * SPECIES.length() / arithmetic, 3.0 * Double.BYTES * ELEMENTS / memory);
    }

    /** As many chains as hide the latency of one; written out, since only locals stay in registers. */
    private static double multiplyAdds() {
        DoubleVector by = DoubleVector.broadcast(SPECIES, 0.999);
        DoubleVector plus = DoubleVector.broadcast(SPECIES, 0.001);
        DoubleVector v0 = plus;
        DoubleVector v1 = plus;
        DoubleVector v2 = plus;
        DoubleVector v3 = plus;
        DoubleVector v4 = plus;
        DoubleVector v5 = plus;
        DoubleVector v6 = plus;
        DoubleVector v7 = plus;
        for (int step = 0; step < STEPS; step++) {
            v0 = v0.fma(by, plus);
            v1 = v1.fma(by, plus);
            v2 = v2.fma(by, plus);
            v3 = v3.fma(by, plus);
            v4 = v4.fma(by, plus);
            v5 = v5.fma(by, plus);
            v6 = v6.fma(by, plus);
            v7 = v7.fma(by, plus);
        }
        return v0.add(v1).add(v2).add(v3).add(v4).add(v5).add(v6).add(v7).lane(0);
    }

    private static void triad(double[] a, double[] b, double[] c, double factor) {
        for (int i = 0; i < a.length; i++) {
            a[i] = b[i] + factor * c[i];
        }
    }
}
