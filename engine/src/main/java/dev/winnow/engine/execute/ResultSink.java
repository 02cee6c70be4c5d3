package dev.winnow.engine.execute;

import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;

/**
 * Takes the outcomes of a run in the order of their batches, always on the same thread. A slow sink slows the workers.
 * Batch and outcome are the sink's to keep and nobody's to write any more.
 */
@FunctionalInterface
public interface ResultSink {
    /** Takes the outcome of one batch; an exception stops the run. */
    void accept(Batch batch, Outcome outcome);

    /** A sink that hands each outcome to this one, then to the other. */
    default ResultSink andThen(ResultSink next) {
        return (batch, outcome) -> {
            accept(batch, outcome);
            next.accept(batch, outcome);
        };
    }
}
