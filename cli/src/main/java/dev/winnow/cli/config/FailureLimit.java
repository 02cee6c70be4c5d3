package dev.winnow.cli.config;

import dev.winnow.engine.execute.FailurePolicy;

/**
 * How many points may fail before a run stops.
 *
 * @param points the most points; {@link Long#MAX_VALUE}: any number
 * @param share the most as a share of all points, 0 to 1
 */
public record FailureLimit(long points, double share) {
    static final FailureLimit ANY = new FailureLimit(Long.MAX_VALUE, 1);

    /** As the engine wants it. */
    public FailurePolicy policy() {
        return share < 1 ? FailurePolicy.atMostShare(share) : FailurePolicy.atMost(points);
    }
}
