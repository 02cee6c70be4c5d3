package dev.winnow.cli.ready;

import dev.winnow.cli.config.SweepSpec;
import dev.winnow.cli.console.Caches;
import dev.winnow.cli.console.Console;
import dev.winnow.engine.UserError;
import dev.winnow.engine.artifact.Artifacts;
import dev.winnow.engine.space.Axis;
import dev.winnow.engine.space.Space;
import dev.winnow.engine.store.RunIdentity;
import dev.winnow.engine.workload.Subject;
import dev.winnow.replay.ChosenSignal;
import dev.winnow.replay.EnsembleSettings;
import dev.winnow.replay.ExecutionSettings;
import dev.winnow.replay.expression.ScalarExpression;
import dev.winnow.replay.expression.StrategyPlan;
import dev.winnow.replay.market.LoadedBars;
import dev.winnow.replay.recording.Recording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The spec of a replay with the signals that it combines.
 *
 * @param recording open for as long as the process lives
 * @param bars that the signals were recorded over, in the order of the recording's symbols
 * @param chosen the signals, in the order of their weights
 * @param settings how they are combined
 * @param regime where a side may be wanted; null: everywhere
 * @param space the points
 * @param require which points are good enough; null: all are
 */
public record ReadyReplay(
        SweepSpec spec,
        Recording recording,
        List<LoadedBars> bars,
        List<ChosenSignal> chosen,
        EnsembleSettings settings,
        @Nullable StrategyPlan regime,
        Space space,
        @Nullable ScalarExpression require)
        implements BarSweep {
    /**
     * Of a recording that is there.
     *
     * @throws UserError with every problem of the spec at its place, or what is wrong with the recording or its bars
     */
    public static ReadyReplay of(SweepSpec spec, Console console) {
        Recording recording = Recording.open(folder(spec)).requireComplete();
        List<LoadedBars> bars = recording.bars(Caches.columns(console));
        List<ChosenSignal> chosen = new SignalResolver(spec, recording).resolve(bars);
        return new ReplayCompilation(spec, chosen).over(recording, bars);
    }

    /** The folder of the recording that a spec replays. */
    public static Path folder(SweepSpec spec) {
        return spec.folder().resolve(spec.replayed().signals().path()).normalize();
    }

    /** In the order of the recording. */
    List<ReplayedSymbol> symbols() {
        return IntStream.range(0, bars.size())
                .mapToObj(symbol -> new ReplayedSymbol(this, symbol))
                .toList();
    }

    private ReplayedSymbol symbol(LoadedBars loaded) {
        return new ReplayedSymbol(this, bars.indexOf(loaded));
    }

    @Override
    public List<Axis> axes() {
        return space.axes();
    }

    @Override
    public ExecutionSettings execution() {
        return spec.replayed().execution().settings(space.axes());
    }

    @Override
    public List<LoadedBars> loaded(Console console) {
        return bars;
    }

    @Override
    public String digest(LoadedBars loaded) {
        return symbol(loaded).digest();
    }

    /** Of signals that are worked out anew from the raw bars. */
    @Override
    public PointRun point(LoadedBars loaded, double[] point) {
        return symbol(loaded).point(point);
    }

    @Override
    public List<Subject> subjects(Console console, Artifacts artifacts) {
        return symbols().stream().map(ReplayedSymbol::subject).toList();
    }

    @Override
    public Map<String, String> signals() {
        return SignalWords.of(
                recording.head(), chosen, spec.replayed().signals().select().by());
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        signals().forEach((name, words) -> notes.add(SignalWords.note(name, words)));
        if (spec.replayed().signals().settings().isEmpty()) {
            notes.add("the settings were selected on these same bars: what is best here may not be so later");
        }
        if (spec.replayed().execution().fill().equals("close")) {
            notes.add(ReadySpec.OPTIMISTIC);
        }
        return notes;
    }

    @Override
    public void explain(Subject subject, Console console) {
        notes().forEach(note -> console.out().println(note));
    }

    @Override
    public Proof prove(int points, RunIdentity identity) {
        return ReplayProofs.of(this, points, identity);
    }
}
