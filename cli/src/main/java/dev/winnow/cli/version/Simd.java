package dev.winnow.cli.version;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Apart from its caller, so that the caller loads where the Vector API's module is absent. */
final class Simd {
    private Simd() {}

    /** Such as "512 bits (8 doubles)". */
    static String species() {
        VectorSpecies<Double> species = DoubleVector.SPECIES_PREFERRED;
        return species.vectorBitSize() + " bits (" + species.length() + " doubles)";
    }
}
