package dev.winnow.engine.execute;

import dev.winnow.engine.plan.Ranking;
import dev.winnow.engine.plan.Sieve;
import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;
import java.util.function.Supplier;

/**
 * Takes the outcomes of a run in the order of their batches, always on the same thread. A slow sink slows the workers.
 * Batch and outcome are the sink's to keep and nobody's to write any more. What a sink can do with a batch by itself it
 * leaves to a {@link Preparer}, so that all workers do it and not the one thread.
 */
@FunctionalInterface
public interface ResultSink {
    /** One worker's part of a sink: owns scratch memory, used by one thread at a time. */
    @FunctionalInterface
    interface Preparer {
        /** Does what needs no other batch, in any order; what it returns does the rest, in the order of the batches. */
        Runnable prepare(Batch batch, Outcome outcome);
    }

    /** Takes the outcome of one batch; an exception stops the run. */
    void accept(Batch batch, Outcome outcome);

    /** A new worker's part of this sink. */
    default Preparer preparer() {
        return (batch, outcome) -> () -> accept(batch, outcome);
    }

    /** A sink whose batches are prepared so. */
    static ResultSink prepared(Supplier<Preparer> preparers) {
        return new ResultSink() {
            @Override
            public void accept(Batch batch, Outcome outcome) {
                preparer().prepare(batch, outcome).run();
            }

            @Override
            public Preparer preparer() {
                return preparers.get();
            }
        };
    }

    /** A sink that ranks a group's points; each worker leaves out those that cannot rank. */
    static ResultSink into(Ranking ranking, int group) {
        return prepared(() -> {
            Sieve sieve = ranking.sieve();
            return (batch, outcome) -> {
                int[] picked = sieve.pick(group, batch, outcome);
                return () -> ranking.accept(group, batch, outcome, picked);
            };
        });
    }

    /** A sink that hands each outcome to this one, then to the other. */
    default ResultSink andThen(ResultSink next) {
        return prepared(() -> {
            Preparer here = preparer();
            Preparer there = next.preparer();
            return (batch, outcome) -> {
                Runnable first = here.prepare(batch, outcome);
                Runnable second = there.prepare(batch, outcome);
                return () -> {
                    first.run();
                    second.run();
                };
            };
        });
    }
}
