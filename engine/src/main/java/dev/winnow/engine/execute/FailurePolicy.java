package dev.winnow.engine.execute;

/**
 * How many failed points a run puts up with before it stops; those of an earlier sitting do not count.
 *
 * @param most the most points that may fail
 * @param mostShare the most that may fail as a share of the space's points, 1 for any
 * @param sameAtStart how many points from the space's first on all have to fail in the same way for the run to stop at once
 */
public record FailurePolicy(long most, double mostShare, int sameAtStart) {
    private static final int SAME_AT_START = 100;

    /** However many fail, unless all of the first 100 fail in the same way. */
    public static final FailurePolicy PATIENT = atMost(Long.MAX_VALUE);

    /** At most this many, and not all of the first 100 in the same way. */
    public static FailurePolicy atMost(long points) {
        return new FailurePolicy(points, 1, SAME_AT_START);
    }

    /** At most this share of all points, 0 to 1, and not all of the first 100 in the same way. */
    public static FailurePolicy atMostShare(double share) {
        return new FailurePolicy(Long.MAX_VALUE, share, SAME_AT_START);
    }
}
