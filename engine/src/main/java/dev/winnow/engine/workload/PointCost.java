package dev.winnow.engine.workload;

/**
 * How dear a point's evaluation is next to the other points', so that dear points start first and batches of them are
 * small. Only ratios count; a wrong guess costs time and never changes a result.
 */
@FunctionalInterface
public interface PointCost {
    /** All points cost about the same. */
    PointCost UNIFORM = values -> 1;

    /**
     * The cost of one point; pure and thread-safe.
     *
     * @param values double[axes], in the order of the parameters; not to be kept or written
     * @return finite and above 0
     */
    double of(double[] values);
}
