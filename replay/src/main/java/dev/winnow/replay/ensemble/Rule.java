package dev.winnow.replay.ensemble;

/** How one point combines its signals. */
public sealed interface Rule {
    /**
     * The sum of the weighted signals against two thresholds.
     *
     * @param weights double[signals]
     * @param enter {@code > 0}; a position opens where the sum is as far from 0
     * @param exit {@code < enter}; a position closes where the sum is no farther on its side
     */
    record Weighted(double[] weights, double enter, double exit) implements Rule {}

    /**
     * A side that at least so many signals want, and fewer than so many the other.
     *
     * @param votes at least 1
     */
    record Vote(int votes) implements Rule {}

    /**
     * At each bar the signal that earned most of late, against two thresholds as a sum of weighted signals.
     *
     * @param window bars that it is judged by, at least 1
     * @param by what is most
     */
    record BestOf(int window, Trailing by, double enter, double exit) implements Rule {}
}
