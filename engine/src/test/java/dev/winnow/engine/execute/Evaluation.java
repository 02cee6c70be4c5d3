package dev.winnow.engine.execute;

import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;

/** What a workload of a test does with a batch. */
interface Evaluation {
    void evaluate(Batch batch, Outcome out);
}
