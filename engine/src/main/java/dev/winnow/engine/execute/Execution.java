package dev.winnow.engine.execute;

/**
 * How a run went.
 *
 * @param points points of the plan
 * @param evaluated points evaluated and delivered, failed ones included; fewer than {@code points} after a stop
 * @param failed points that failed
 * @param threads worker threads used
 * @param elapsedNanos nanoseconds from the start to the last delivery
 */
public record Execution(long points, long evaluated, long failed, int threads, long elapsedNanos) {
    /** Whether every point was evaluated. */
    public boolean complete() {
        return evaluated == points;
    }
}
