package dev.winnow.engine.plan;

/**
 * A point and its place.
 *
 * @param rank from 1 for the best
 * @param group the group it was accepted with: the ordinal of a symbol
 * @param point its index in the space of its group
 * @param standing how it stands to the requirement
 * @param metrics double[metrics], all NaN when it failed
 */
public record Ranked(int rank, int group, long point, Standing standing, double[] metrics) {
    /** How a point stands to the requirement, better first. */
    public enum Standing {
        MEETS,
        MISSES,
        FAILED
    }
}
