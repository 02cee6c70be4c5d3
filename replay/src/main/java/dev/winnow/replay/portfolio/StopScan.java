package dev.winnow.replay.portfolio;

/** Looks for the bar that touches a level. Twins with the same outcome. */
sealed interface StopScan permits ScalarStopScan, VectorStopScan {
    /** First bar of from..to-1 whose low is at or under {@code floor} or high at or over {@code ceiling}; else to. */
    int leaves(double[] high, double[] low, int from, int to, double floor, double ceiling);

    /**
     * First bar of from..to-1 that touches the trailing level, or one that stands; else to. All prices times the side
     * (1 or -1), so that one loop does for longs and shorts.
     *
     * @param adverse double[bars]: the lows for a long, the highs for a short
     * @param favourable the others
     * @param best best price before bar {@code from}, times the side; each bar's own counts from the next one on
     * @param trail what the best price is multiplied by
     * @param stop the level that stands, times the side
     * @param target likewise
     */
    int trails(
            double[] adverse,
            double[] favourable,
            int from,
            int to,
            int side,
            double best,
            double trail,
            double stop,
            double target);
}
