package dev.winnow.cli.config;

import dev.winnow.replay.recording.SignalSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a spec says for what is done with it. */
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

    /**
     * Strategies whose signals are recorded.
     *
     * @param strategies in the order of the file
     * @param execution what settings are judged by when they are judged alone
     */
    record Recorded(DataSection data, List<SignalSource> strategies, ExecutionSection execution)
            implements WorkloadSection {
        public Recorded {
            strategies = List.copyOf(strategies);
        }
    }

    /**
     * Recorded signals that are combined.
     *
     * @param regime condition on the bars, or null
     * @param judged by the name of a strategy: what its settings are judged by; those not here by the execution
     */
    record Replayed(
            SignalsSection signals,
            CombineSection combine,
            WeightSection weights,
            @Nullable String regime,
            ExecutionSection execution,
            Map<String, ExecutionSection> judged)
            implements WorkloadSection {
        public Replayed {
            judged = Map.copyOf(judged);
        }
    }
}
