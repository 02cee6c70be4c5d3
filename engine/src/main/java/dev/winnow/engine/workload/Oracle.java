package dev.winnow.engine.workload;

/** A plain, slow way to a point's metrics, by other code than the sessions': what they are checked against. */
@FunctionalInterface
public interface Oracle {
    /**
     * The metrics of one point.
     *
     * @param point double[axes], in the order of the parameters
     * @return double[metrics], NaN where undefined
     */
    double[] metrics(double[] point);
}
