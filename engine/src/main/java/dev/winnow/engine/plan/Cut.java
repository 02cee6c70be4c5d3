package dev.winnow.engine.plan;

/**
 * A batch before its values are worked out.
 *
 * @param first index in the space of the first point
 * @param count number of consecutive points
 * @param cost what its points cost together, in the workload's own unit
 * @param block tells the stretch of points with equal slow values that it belongs to: the index at which that ends;
 *     {@link #NO_BLOCK} where stretches are too short to matter
 */
public record Cut(long first, int count, double cost, long block) {
    /** No stretch. */
    public static final long NO_BLOCK = -1;
}
