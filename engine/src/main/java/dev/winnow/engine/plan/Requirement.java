package dev.winnow.engine.plan;

/** What a point has to meet to rank above those that miss it. */
@FunctionalInterface
public interface Requirement {
    /** Every point meets it. */
    Requirement NONE = row -> true;

    /**
     * Whether the point meets the requirement; follows from the row alone. Used by one thread at a time.
     *
     * @param row double[metrics] of one point that did not fail, NaN where undefined; not to be kept or written
     */
    boolean meets(double[] row);
}
