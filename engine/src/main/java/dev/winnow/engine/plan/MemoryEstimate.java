package dev.winnow.engine.plan;

import dev.winnow.engine.workload.Footprint;

/**
 * What a sweep takes of the heap at its peak, judged before it starts; in bytes. The program itself comes on top.
 *
 * @param inputs inputs and tables that all sessions read
 * @param artifacts artifacts that are kept
 * @param sessions scratch of the sessions
 * @param batches batches under way and outcomes that wait to be written
 * @param listed points that are held to be listed
 */
public record MemoryEstimate(long inputs, long artifacts, long sessions, long batches, long listed) {
    /** A listed point's place in the ranking, its metrics apart. */
    private static final long LISTED_BYTES = 64;

    /**
     * The estimate of a sweep.
     *
     * @param threads sessions that are open at once
     * @param axes values of a point
     * @param metrics metrics of a point
     * @param batchPoints points of all batches that are in memory at once
     * @param listed points that are held to be listed
     */
    public static MemoryEstimate of(
            Footprint footprint, int threads, int axes, int metrics, long batchPoints, long listed) {
        long pointBytes = pointBytes(footprint, axes, metrics);
        return new MemoryEstimate(
                footprint.inputBytes(),
                footprint.artifactBytes(),
                threads * footprint.sessionBytes(),
                times(batchPoints, pointBytes),
                times(listed, LISTED_BYTES + (long) Double.BYTES * metrics));
    }

    /** What a point takes while its batch is under way or waits: values and metrics, as they are and packed, and scratch. */
    public static long pointBytes(Footprint footprint, int axes, int metrics) {
        return 2L * Double.BYTES * (axes + metrics) + footprint.pointBytes();
    }

    /** All of it together; saturates. */
    public long total() {
        double sum = (double) inputs + artifacts + sessions + batches + listed;
        return (long) sum;
    }

    private static long times(long count, long bytes) {
        return (long) ((double) count * bytes);
    }
}
