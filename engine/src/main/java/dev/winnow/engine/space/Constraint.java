package dev.winnow.engine.space;

/** Which points of the full grid belong to the space. */
@FunctionalInterface
public interface Constraint {
    /** Every point of the grid. */
    Constraint NONE = values -> true;

    /**
     * Whether the point belongs to the space; must be pure and thread-safe.
     *
     * @param values double[axes], the point's values in axis order
     */
    boolean allows(double[] values);
}
