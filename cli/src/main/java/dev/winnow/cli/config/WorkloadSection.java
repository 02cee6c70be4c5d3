package dev.winnow.cli.config;

import java.util.Map;

/** What a spec says for the workload that runs its points. */
public sealed interface WorkloadSection {
    /** A backtest. */
    record Backtest(DataSection data, StrategySection strategy, ExecutionSection execution)
            implements WorkloadSection {}

    /**
     * A workload of the user's own.
     *
     * @param workload its name
     * @param settings strings, doubles, booleans, lists and maps of them
     */
    record Own(String workload, Map<String, Object> settings) implements WorkloadSection {}
}
