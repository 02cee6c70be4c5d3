package dev.winnow.replay.portfolio;

/** The loops over bars on which a position is held. Stateless; every implementation gives the same bits. */
interface HoldKernel {
    /**
     * Adds the returns of bars from..to-1 with the position of {@code sums}, whose equity is above 0 on all of them;
     * {@code from} is at least 1. The first return is against {@code sums.before}.
     */
    void sum(double[] close, int from, int to, HoldSums sums);

    /** First bar of from..to-1 whose low is at or under {@code floor} or high at or over {@code ceiling}; else to. */
    int leaves(double[] high, double[] low, int from, int to, double floor, double ceiling);
}
