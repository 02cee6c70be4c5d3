package dev.winnow.replay.portfolio;

import jdk.incubator.vector.DoubleVector;

/**
 * The inner loops that exist twice, in plain Java and by the Vector API, with the same outcome to the bit.
 *
 * @param hold sums the bars of an open position
 * @param bits lists the set bits of a word
 * @param lanes sums points side by side
 */
record Kernels(HoldKernel hold, SetBits bits, LaneKernel lanes) {
    static Kernels scalar() {
        return new Kernels(new ScalarHoldKernel(), new ScalarSetBits(), new ScalarLaneKernel());
    }

    static Kernels vector() {
        return new Kernels(new VectorHoldKernel(), new VectorSetBits(), new VectorLaneKernel());
    }

    /**
     * The vector ones where the machine's registers are 512 bits wide: narrower ones would be taken apart, but for those
     * that sum points side by side, which take any width.
     */
    static Kernels forMachine() {
        return DoubleVector.SPECIES_PREFERRED.length() >= HoldSums.LANES
                ? vector()
                : new Kernels(new ScalarHoldKernel(), new ScalarSetBits(), new VectorLaneKernel());
    }
}
