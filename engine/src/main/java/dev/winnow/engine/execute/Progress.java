package dev.winnow.engine.execute;

/**
 * Hears how far a run is: at most ten times a second and once at its end, on the thread that called the executor.
 */
@FunctionalInterface
public interface Progress {
    /** Hears nothing. */
    Progress NONE = (evaluated, points, failed, elapsedNanos) -> {};

    /**
     * Hears how far the run is.
     *
     * @param evaluated points evaluated so far, failed ones included
     * @param points points of the run
     * @param failed points that failed so far
     * @param elapsedNanos nanoseconds since the run began
     */
    void advanced(long evaluated, long points, long failed, long elapsedNanos);
}
