package dev.winnow.engine.execute;

import dev.winnow.engine.observe.Observation;
import dev.winnow.engine.plan.Forecast;

/**
 * How a run went.
 *
 * @param points points of the plan
 * @param evaluated points evaluated and delivered, failed ones included; fewer than {@code points} after a stop
 * @param failed points that failed
 * @param threads the most worker threads used
 * @param elapsedNanos nanoseconds from the start to the last delivery
 * @param stopped why the run stopped itself; empty when it did not
 * @param forecast what was predicted of it while it ran
 * @param bytes bytes allocated for the points evaluated, by those that were measured; NaN when none was
 * @param observation where the time went
 */
public record Execution(
        long points,
        long evaluated,
        long failed,
        int threads,
        long elapsedNanos,
        String stopped,
        Forecast forecast,
        double bytes,
        Observation observation) {
    /** Whether every point was evaluated. */
    public boolean complete() {
        return evaluated == points;
    }
}
