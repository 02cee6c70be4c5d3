package dev.winnow.cli.sweep;

import dev.winnow.engine.execute.ResultSink;
import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The first few points of a run that failed, to be told of at its end; the run folder holds them all. */
final class FirstFailures implements ResultSink {
    private static final int TOLD = 5;

    /** A failed point of the space and why. */
    record Failure(long point, String cause) {}

    private final List<Failure> failures = new ArrayList<>();
    private long count;

    @Override
    public void accept(Batch batch, Outcome outcome) {
        count += outcome.failures().size();
        for (Map.Entry<Integer, String> failure : outcome.failures().entrySet()) {
            if (failures.size() == TOLD) {
                return;
            }
            failures.add(new Failure(batch.first() + failure.getKey(), failure.getValue()));
        }
    }

    /** How many points failed. */
    long count() {
        return count;
    }

    /** The first of them. */
    List<Failure> list() {
        return List.copyOf(failures);
    }
}
