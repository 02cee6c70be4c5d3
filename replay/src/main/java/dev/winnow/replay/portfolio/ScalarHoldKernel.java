package dev.winnow.replay.portfolio;

/** Plain Java: the twin of {@link VectorHoldKernel}. */
final class ScalarHoldKernel implements HoldKernel {
    @Override
    public boolean sum(double[] close, Stretches stretches, HoldSums sums) {
        return sums.add(close, stretches, stretches.bars);
    }
}
