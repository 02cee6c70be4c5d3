package dev.winnow.replay.portfolio;

/** Plain Java: the twin of {@link VectorHoldKernel}. */
final class ScalarHoldKernel implements HoldKernel {
    @Override
    public boolean sum(double[] close, Stretches stretches, HoldSums sums) {
        return sums.add(close, stretches, 0, stretches.bars, 0);
    }

    @Override
    public int leaves(double[] high, double[] low, int from, int to, double floor, double ceiling) {
        for (int t = from; t < to; t++) {
            if (low[t] <= floor || high[t] >= ceiling) {
                return t;
            }
        }
        return to;
    }
}
