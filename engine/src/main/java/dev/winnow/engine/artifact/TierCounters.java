package dev.winnow.engine.artifact;

import java.util.concurrent.atomic.LongAdder;

/** The running counts of a tier. */
final class TierCounters {
    private static final double NANOS_PER_SECOND = 1e9;

    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder promotions = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAdder damaged = new LongAdder();
    private final LongAdder bypassed = new LongAdder();
    private final LongAdder bytesRead = new LongAdder();
    private final LongAdder bytesWritten = new LongAdder();
    private final LongAdder savedNanos = new LongAdder();

    void hit(long bytes, long computeNanos) {
        hits.increment();
        bytesRead.add(bytes);
        savedNanos.add(computeNanos);
    }

    void miss() {
        misses.increment();
    }

    void kept(long bytes, boolean promoted) {
        bytesWritten.add(bytes);
        if (promoted) {
            promotions.increment();
        }
    }

    void error() {
        errors.increment();
    }

    void damaged() {
        damaged.increment();
    }

    void bypassed() {
        bypassed.increment();
    }

    TierCounts counts() {
        return new TierCounts(
                hits.sum(),
                misses.sum(),
                promotions.sum(),
                errors.sum(),
                damaged.sum(),
                bypassed.sum(),
                bytesRead.sum(),
                bytesWritten.sum(),
                savedNanos.sum() / NANOS_PER_SECOND);
    }
}
