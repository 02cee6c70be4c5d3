package dev.winnow.engine.plan;

import dev.winnow.engine.UserError;

/** How many points a batch holds at most; never changes a result. */
final class BatchSize {
    private static final int MAX = 4096;
    private static final int BATCHES_PER_THREAD = 16;

    /** Points that the widest vectors evaluate side by side. */
    private static final int LANES = 8;

    private BatchSize() {}

    /** Small enough for at least 16 batches a thread, at most 4096, whole groups of 8 where there are that many. */
    static int choose(long points, int threads) {
        long share = Math.ceilDiv(points, (long) threads * BATCHES_PER_THREAD);
        long whole = share <= LANES ? share : share / LANES * LANES;
        return Math.clamp(whole, 1, MAX);
    }

    static int require(int asked) {
        if (asked < 1) {
            throw new UserError("batch " + asked + " is below 1; give the points of a batch, or leave it out");
        }
        return asked;
    }
}
