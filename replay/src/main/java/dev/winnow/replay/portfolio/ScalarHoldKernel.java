package dev.winnow.replay.portfolio;

/** Plain Java: the twin of {@link VectorHoldKernel}. */
final class ScalarHoldKernel implements HoldKernel {
    @Override
    public void sum(double[] close, int from, int to, HoldSums sums) {
        double before = sums.before;
        for (int t = from; t < to; t++) {
            double equity = sums.rest + sums.quantity * close[t];
            sums.add(Tally.change(equity, before), (t - from) & (HoldSums.LANES - 1));
            before = equity;
        }
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
