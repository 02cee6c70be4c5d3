package dev.winnow.replay.portfolio;

/** The loops over bars on which a position is held. Stateless; every implementation gives the same bits. */
interface HoldKernel {
    /**
     * Marks bars from..to-1 with the position of {@code sums}; {@code from} is at least 1.
     *
     * @return {@code to}, or the first bar whose equity is not above 0, which is left unmarked
     */
    int run(double[] close, int from, int to, HoldSums sums);

    /** First bar of from..to-1 whose low is at or under {@code floor} or high at or over {@code ceiling}; else to. */
    int leaves(double[] high, double[] low, int from, int to, double floor, double ceiling);
}
