package dev.winnow.replay.portfolio;

/** Plain Java: the twin of {@link VectorStopScan}. */
final class ScalarStopScan implements StopScan {
    @Override
    public int leaves(double[] high, double[] low, int from, int to, double floor, double ceiling) {
        for (int t = from; t < to; t++) {
            if (low[t] <= floor || high[t] >= ceiling) {
                return t;
            }
        }
        return to;
    }

    @Override
    public int trails(
            double[] adverse,
            double[] favourable,
            int from,
            int to,
            int side,
            double best,
            double trail,
            double stop,
            double target) {
        double reached = best;
        for (int t = from; t < to; t++) {
            double price = side * adverse[t];
            if (price <= side * stop | price <= side * (reached * trail) | side * favourable[t] >= side * target) {
                return t;
            }
            reached = side > 0 ? Math.max(reached, favourable[t]) : Math.min(reached, favourable[t]);
        }
        return to;
    }
}
