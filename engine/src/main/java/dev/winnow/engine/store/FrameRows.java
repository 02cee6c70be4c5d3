package dev.winnow.engine.store;

import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Consecutive points of one group, by row, to be packed into a frame.
 *
 * @param group ordinal of the symbol
 * @param batch the points among others
 * @param outcome what was found of the batch
 * @param from position of the first of the points in the batch
 * @param to position after the last
 */
record FrameRows(int group, Batch batch, Outcome outcome, int from, int to) {
    int count() {
        return to - from;
    }

    /** Index of the first point. */
    long first() {
        return batch.first() + from;
    }

    int columns() {
        return batch.axes() + outcome.metrics();
    }

    /** Cause by position among these points. */
    SortedMap<Integer, String> failures() {
        if (outcome.failures().isEmpty()) {
            return Collections.emptySortedMap();
        }
        SortedMap<Integer, String> causes = new TreeMap<>();
        outcome.failures().forEach((position, cause) -> {
            if (from <= position && position < to) {
                causes.put(position - from, cause);
            }
        });
        return causes;
    }
}
