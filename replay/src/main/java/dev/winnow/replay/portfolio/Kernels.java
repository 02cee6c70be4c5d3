package dev.winnow.replay.portfolio;

import jdk.incubator.vector.DoubleVector;

/**
 * The inner loops that exist twice, in plain Java and by the Vector API, with the same outcome to the bit.
 *
 * @param hold sums the bars of a walked point
 * @param stops looks for the bar that touches a level
 * @param bits lists the set bits of a word
 * @param lanes sums points side by side
 */
record Kernels(HoldKernel hold, StopScan stops, SetBits bits, LaneKernel lanes) {
    static Kernels scalar() {
        return new Kernels(new ScalarHoldKernel(), new ScalarStopScan(), new ScalarSetBits(), new ScalarLaneKernel());
    }

    static Kernels vector() {
        return new Kernels(new VectorHoldKernel(), new VectorStopScan(), new VectorSetBits(), new VectorLaneKernel());
    }

    /**
     * The vector ones where the machine's registers are 512 bits wide: narrower ones would be taken apart, but for those
     * that sum points side by side or look for a level, which take any width.
     */
    static Kernels forMachine() {
        return DoubleVector.SPECIES_PREFERRED.length() >= HoldSums.LANES
                ? vector()
                : new Kernels(
                        new ScalarHoldKernel(), new VectorStopScan(), new ScalarSetBits(), new VectorLaneKernel());
    }
}
