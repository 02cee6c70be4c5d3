package dev.winnow.replay.portfolio;

import java.util.Optional;

/** The loops over bars on which a position is held. Stateless; every implementation gives the same bits. */
interface HoldKernel {
    /**
     * Marks bars from..to-1 with the position of {@code sums}; {@code from} is at least 1.
     *
     * @return {@code to}, or the first bar whose equity is not above 0, which is left unmarked
     */
    int run(double[] close, int from, int to, HoldSums sums);

    /** First bar of from..to-1 whose low is at or under {@code floor} or high at or over {@code ceiling}; else to. */
    int leaves(double[] high, double[] low, int from, int to, double floor, double ceiling);

    /** The kernel for this machine: eight lanes where the module is there and registers hold them, else plain Java. */
    static HoldKernel chosen() {
        return Chosen.KERNEL;
    }

    /** Holder: the choice is made once, when first needed. */
    final class Chosen {
        static final HoldKernel KERNEL = choose();

        private Chosen() {}

        private static HoldKernel choose() {
            boolean off = Optional.ofNullable(System.getProperty("winnow.vector"))
                    .filter("off"::equals)
                    .isPresent();
            boolean present =
                    ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
            return !off && present && VectorHoldKernel.fits() ? new VectorHoldKernel() : new ScalarHoldKernel();
        }
    }
}
