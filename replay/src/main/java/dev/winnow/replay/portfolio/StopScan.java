package dev.winnow.replay.portfolio;

/** Looks for the bar that touches a level. Twins with the same outcome. */
sealed interface StopScan permits ScalarStopScan, VectorStopScan {
    /** First bar of from..to-1 whose low is at or under {@code floor} or high at or over {@code ceiling}; else to. */
    int leaves(double[] high, double[] low, int from, int to, double floor, double ceiling);

    /**
     * First bar of from..to-1 that touches the trailing level, or one that stands; else to.
     *
     * @param adverse double[bars]: the lows for a long, the highs for a short
     * @param favourable the others
     * @param side 1 for a long, -1 for a short
     * @param best best price before bar {@code from}; each bar's own counts from the next one on
     * @param trail what the best price is multiplied by
     * @param stop the level that stands
     * @param target the price to be reached
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
