package dev.winnow.engine.plan;

import dev.winnow.engine.UserError;

/** How many points a batch holds at most; never changes a result. */
public final class BatchSize {
    /** No batch that the engine sizes holds more points. */
    public static final int MAX = 1 << 16;

    /**
     * Larger batches end at multiples of this where they may: there the frames of kept results end, and a frame that lies
     * in one batch is packed by the worker that has evaluated it.
     */
    public static final int FRAME = 4096;

    /** A measured search starts no higher. */
    private static final int MAX_START = FRAME;

    private static final int BATCHES_PER_THREAD = 16;

    /** Share of the free memory that batches may take. */
    private static final double SHARE_OF_FREE = 0.8;

    /** Points that the widest vectors evaluate side by side. */
    private static final int LANES = 8;

    private BatchSize() {}

    /** Where to start: at least 16 batches a thread, at most 4096 points, whole groups of 8 where there are that many. */
    static int choose(long points, int threads) {
        long share = Math.ceilDiv(points, (long) threads * BATCHES_PER_THREAD);
        long whole = share <= LANES ? share : share / LANES * LANES;
        return Math.clamp(whole, 1, MAX_START);
    }

    /**
     * The most points for which {@code batches} of them take no more than 0.8 of the free memory.
     *
     * @param freeBytes bytes not yet in use
     * @param pointBytes bytes of a point: values, metrics, scratch
     * @param batches batches that are in memory at once
     */
    public static int fitting(long freeBytes, long pointBytes, int batches) {
        double points = SHARE_OF_FREE * freeBytes / ((double) Math.max(1, pointBytes) * batches);
        return (int) Math.clamp(points, 1, MAX);
    }

    /** Where a batch from {@code first} on that may go to {@code end} does end: at a frame's end if it holds as much as one. */
    static long even(long first, long end) {
        return end - first < FRAME ? end : end / FRAME * FRAME;
    }

    static int require(int asked) {
        if (asked < 1) {
            throw new UserError("batch " + asked + " is below 1; give the points of a batch, or leave it out");
        }
        return asked;
    }
}
