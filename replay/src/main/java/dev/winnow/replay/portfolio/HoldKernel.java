package dev.winnow.replay.portfolio;

/** Sums the bars of a walked point. Stateless; every implementation gives the same bits. */
interface HoldKernel {
    /**
     * Adds the returns and the drawdown of all bars. Returns of bars from 1 on go to the running sums in turn. False
     * when equity is not above 0 on some bar: the sums are then worth nothing.
     */
    boolean sum(double[] close, Stretches stretches, HoldSums sums);
}
