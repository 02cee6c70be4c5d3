package dev.winnow.cli.ready;

import dev.winnow.cli.config.Compilation;
import dev.winnow.cli.config.Problems;
import dev.winnow.cli.config.SweepSpec;
import dev.winnow.cli.config.WorkloadSection;
import dev.winnow.cli.console.Caches;
import dev.winnow.cli.console.Console;
import dev.winnow.replay.market.LoadedBars;
import dev.winnow.replay.market.MarketData;
import dev.winnow.replay.recording.SignalSource;
import dev.winnow.replay.recording.SignalStrategy;
import java.util.ArrayList;
import java.util.List;

/**
 * A spec of strategies to be recorded, its expressions compiled.
 *
 * @param strategies in the order of the file
 */
public record ReadyRecording(SweepSpec spec, List<SignalStrategy> strategies) {
    /**
     * Compiles the strategies of the spec.
     *
     * @throws dev.winnow.engine.UserError with every problem of every expression at its place in the file
     */
    public static ReadyRecording of(SweepSpec spec) {
        WorkloadSection.Recorded recorded = spec.recorded();
        Problems problems = new Problems();
        Compilation compilation = new Compilation(spec.effective(), problems);
        compilation.data(recorded.data());
        List<SignalStrategy> strategies = new ArrayList<>();
        for (SignalSource source : recorded.strategies()) {
            SignalStrategy strategy = compilation.strategy(source);
            if (strategy != null) {
                compilation.everyParameterIsRead(
                        "strategies." + source.name(),
                        source.axes(),
                        strategy.parameters(),
                        strategy.name() + " does not read it");
                strategies.add(strategy);
            }
        }
        problems.check();
        return new ReadyRecording(spec, List.copyOf(strategies));
    }

    /** Bars of every symbol. */
    public List<LoadedBars> bars(Console console) {
        return MarketData.load(spec.recorded().data().spec(), spec.folder(), Caches.columns(console));
    }
}
