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
        double most = best;
        for (int t = from; t < to; t++) {
            double worst = side * adverse[t];
            double good = side * favourable[t];
            if (worst <= stop | worst <= most * trail | good >= target) {
                return t;
            }
            most = good > most ? good : most;
        }
        return Math.max(from, to);
    }
}
