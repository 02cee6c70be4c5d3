package dev.winnow.replay.expression;

import dev.winnow.replay.market.Bar;

/** One node of a strategy on its way along the bars. */
@FunctionalInterface
interface BarStep {
    /**
     * The node's value at the bar that comes next; booleans are 0 and 1.
     *
     * @param values double[nodes], this bar's value of every node before this one
     */
    double next(Bar bar, double[] values);
}
