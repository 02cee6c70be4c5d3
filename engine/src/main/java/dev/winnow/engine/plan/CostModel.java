package dev.winnow.engine.plan;

/**
 * What batches take, learnt from those that have run: time against cost and bytes against points, each a line by
 * ordinary least squares. Not thread-safe.
 */
public final class CostModel {
    private final OnlineLine nanos = new OnlineLine();
    private final OnlineLine bytes = new OnlineLine();

    /** Learns from a batch how long a worker took for it. */
    public void timed(double cost, long batchNanos) {
        nanos.add(cost, (double) batchNanos);
    }

    /** Learns from a batch how many bytes were allocated for it. */
    public void allocated(int points, long batchBytes) {
        bytes.add(points, (double) batchBytes);
    }

    /** Nanoseconds of one worker for {@code batches} batches that cost this together; NaN before the first. */
    public double nanos(double cost, double batches) {
        return nanos.sum(cost, batches);
    }

    /** Bytes allocated for {@code batches} batches of so many points together; NaN before the first. */
    public double bytes(double points, double batches) {
        return bytes.sum(points, batches);
    }
}
