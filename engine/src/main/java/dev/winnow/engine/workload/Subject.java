package dev.winnow.engine.workload;

import java.util.Map;
import java.util.function.Supplier;

/**
 * One of the things that a sweep runs the same points over: a symbol of a backtest.
 *
 * @param name unique in the sweep
 * @param digest of everything but the spec and the engine's code that its results follow from
 * @param facts what the record of a run says of it: strings, numbers, booleans
 * @param note what a reader of the results should know of it, in one line; empty: nothing
 * @param workload makes the workload, which may take a while
 */
public record Subject(
        String name, String digest, Map<String, Object> facts, String note, Supplier<? extends Workload> workload) {
    public Subject {
        facts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(facts));
    }
}
