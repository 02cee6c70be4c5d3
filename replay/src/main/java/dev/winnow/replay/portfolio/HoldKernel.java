package dev.winnow.replay.portfolio;

/** The loops over the bars of a walked point. Stateless; every implementation gives the same bits. */
interface HoldKernel {
    /**
     * Adds the returns and the drawdown of all bars. Returns of bars from 1 on go to the running sums in turn. False
     * when equity is not above 0 on some bar: the sums are then worth nothing.
     */
    boolean sum(double[] close, Stretches stretches, HoldSums sums);

    /** First bar of from..to-1 whose low is at or under {@code floor} or high at or over {@code ceiling}; else to. */
    int leaves(double[] high, double[] low, int from, int to, double floor, double ceiling);
}
