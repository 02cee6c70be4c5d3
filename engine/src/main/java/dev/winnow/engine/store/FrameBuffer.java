package dev.winnow.engine.store;

import dev.winnow.engine.plan.BatchSize;
import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;

/** Collects consecutive points of a group, up to a full frame. */
final class FrameBuffer {
    /** Points of a full frame. */
    static final int POINTS = BatchSize.FRAME;

    private final int axes;
    private final double[] values;
    private final Outcome outcome;
    private int count;

    FrameBuffer(ResultsLayout layout) {
        this.axes = layout.axes().size();
        this.values = new double[POINTS * axes];
        this.outcome = new Outcome(POINTS, layout.metrics().size());
    }

    int count() {
        return count;
    }

    void clear() {
        outcome.failures().clear();
        count = 0;
    }

    /** Appends points {@code from} to {@code to} (exclusive) of the batch, for which there is room. */
    void add(Batch batch, Outcome found, int from, int to) {
        int metrics = outcome.metrics();
        System.arraycopy(batch.values(), from * axes, values, count * axes, (to - from) * axes);
        System.arraycopy(found.values(), from * metrics, outcome.values(), count * metrics, (to - from) * metrics);
        int shift = count - from;
        found.failures().forEach((position, cause) -> {
            if (from <= position && position < to) {
                outcome.fail(position + shift, cause);
            }
        });
        count += to - from;
    }

    /** The points from this position on, {@code first} being the index of position 0; valid until the next change. */
    FrameRows rows(int group, long first, int from) {
        return new FrameRows(group, new Batch(first, count, axes, values), outcome, from, count);
    }
}
