package dev.winnow.replay.portfolio;

/** Plain Java, block by block like its twin {@link VectorHoldKernel}. */
final class ScalarHoldKernel implements HoldKernel {
    @Override
    public int run(double[] close, int from, int to, HoldSums sums) {
        double[] equity = sums.equity;
        int t = from;
        for (; t + HoldSums.LANES <= to; t += HoldSums.LANES) {
            double least = Double.POSITIVE_INFINITY;
            double most = 0;
            for (int i = 0; i < HoldSums.LANES; i++) {
                double e = sums.rest + sums.quantity * close[t + i];
                equity[i] = e;
                least = e < least ? e : least;
                most = e > most ? e : most;
            }
            if (least <= 0) {
                break;
            }
            double before = sums.before;
            for (int i = 0; i < HoldSums.LANES; i++) {
                sums.add(Tally.change(equity[i], before), i);
                before = equity[i];
            }
            sums.before = before;
            if (most < sums.floor()) {
                sums.markBelow(least);
            } else {
                for (int i = 0; i < HoldSums.LANES; i++) {
                    sums.mark(equity[i]);
                }
            }
        }
        return tail(close, t, to, sums);
    }

    /** The bars that fill no block, and those of a block in which the ruin lies. */
    static int tail(double[] close, int from, int to, HoldSums sums) {
        for (int t = from; t < to; t++) {
            double equity = sums.rest + sums.quantity * close[t];
            if (equity <= 0) {
                return t;
            }
            sums.add(Tally.change(equity, sums.before), t - from);
            sums.before = equity;
            sums.mark(equity);
        }
        return to;
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
