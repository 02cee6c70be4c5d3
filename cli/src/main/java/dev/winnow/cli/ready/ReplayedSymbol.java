package dev.winnow.cli.ready;

import dev.winnow.engine.workload.Parameter;
import dev.winnow.engine.workload.ParameterKind;
import dev.winnow.engine.workload.Subject;
import dev.winnow.replay.EnsembleWorkload;
import dev.winnow.replay.RecordedSignals;
import dev.winnow.replay.expression.BoundStrategy;
import dev.winnow.replay.expression.SharedValues;
import dev.winnow.replay.expression.StrategyPlan;
import dev.winnow.replay.market.LoadedBars;
import dev.winnow.replay.performance.PerformanceMetric;
import dev.winnow.replay.recording.Recording;
import dev.winnow.replay.recording.SignalStrategy;
import dev.winnow.replay.signal.KernelChoice;
import dev.winnow.replay.signal.Signal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One symbol of a replay: its signals as they were recorded, or worked out anew from its bars.
 *
 * @param ordinal among the symbols of the recording
 */
record ReplayedSymbol(ReadyReplay replay, int ordinal) {
    LoadedBars loaded() {
        return replay.bars().get(ordinal);
    }

    /** What tells its data and its signals from others. */
    String digest() {
        return digest(signalsDigest());
    }

    private String digest(String signals) {
        return loaded().summary().digest() + " " + signals;
    }

    private String signalsDigest() {
        return new RecordedSignals(replay.recording()).digest(ordinal, replay.chosen());
    }

    Subject subject() {
        String signals = signalsDigest();
        Map<String, Object> facts = new LinkedHashMap<>(BarFacts.of(loaded()));
        facts.put("signals", signals);
        return new Subject(loaded().bars().symbol(), digest(signals), facts, BarFacts.note(loaded()), this::workload);
    }

    /** Of the recorded signals, with the metrics that the spec asks for. */
    EnsembleWorkload workload() {
        List<Signal> recorded = new RecordedSignals(replay.recording()).signals(ordinal, replay.chosen());
        return workload(recorded, replay.performance());
    }

    /** The same of signals that are worked out anew. */
    EnsembleWorkload anew(EnsembleWorkload recorded) {
        return recorded.of(signalsAnew(), regime());
    }

    /** One point in full, of signals that are worked out anew from the raw bars. */
    PointRun point(double[] point) {
        EnsembleWorkload full = workload(signalsAnew(), List.of(PerformanceMetric.values()));
        return PointRun.of(full, point, full.backtest(point));
    }

    private EnsembleWorkload workload(List<Signal> signals, List<PerformanceMetric> metrics) {
        LoadedBars loaded = loaded();
        double barPoints = (double) replay.space().gridSize() * loaded.bars().size();
        return new EnsembleWorkload(
                loaded.bars(),
                loaded.summary().periodsPerYear(),
                parameters(),
                signals,
                replay.settings(),
                regime(),
                replay.execution(),
                metrics,
                KernelChoice.forWork(barPoints));
    }

    private List<Parameter> parameters() {
        List<String> execution = replay.spec().replayed().execution().parameters();
        return replay.axes().stream()
                .map(axis -> new Parameter(
                        axis, execution.contains(axis.name()) ? ParameterKind.REPLAY : ParameterKind.PREPARE))
                .toList();
    }

    private @Nullable BoundStrategy regime() {
        StrategyPlan regime = replay.regime();
        return regime == null
                ? null
                : regime.bind(loaded().bars(), replay.spec().run().memoryBytes() / 2, SharedValues.COMPUTED);
    }

    /** The chosen signals from the texts of the recording and the raw bars. */
    private List<Signal> signalsAnew() {
        Recording recording = replay.recording();
        return replay.chosen().stream()
                .map(one -> recording.asKept(
                        SignalStrategy.compile(recording.head().strategies().get(one.strategy()))
                                .bind(loaded().bars(), 0, SharedValues.COMPUTED)
                                .cursor()
                                .signal(one.values())))
                .toList();
    }
}
