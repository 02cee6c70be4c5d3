package dev.winnow.replay.signal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The lane width of the Vector API kernels: the machine's preferred one or the one that was asked for. */
public final class VectorWidth {
    /** Vectors of doubles of that width. */
    public static final VectorSpecies<Double> DOUBLES = doubles();

    private VectorWidth() {}

    private static VectorSpecies<Double> doubles() {
        int bits = KernelChoice.forcedBits();
        return bits == 0
                ? DoubleVector.SPECIES_PREFERRED
                : VectorSpecies.of(double.class, VectorShape.forBitSize(bits));
    }
}
