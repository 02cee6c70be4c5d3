package dev.winnow.cli.command;

import dev.winnow.cli.config.Overrides;
import dev.winnow.cli.config.Problems;
import dev.winnow.cli.config.SignalsSection;
import dev.winnow.cli.config.SpecReader;
import dev.winnow.cli.config.SweepSpec;
import dev.winnow.cli.config.WeightSection;
import dev.winnow.cli.config.WorkloadSection;
import dev.winnow.engine.UserError;
import dev.winnow.engine.artifact.Artifacts;
import dev.winnow.engine.execute.StopSignal;
import dev.winnow.engine.space.Axis;
import dev.winnow.engine.space.Constraint;
import dev.winnow.engine.space.Dimension;
import dev.winnow.engine.space.Space;
import dev.winnow.engine.store.RunIdentity;
import dev.winnow.engine.workload.Metric;
import dev.winnow.engine.workload.Parameter;
import dev.winnow.engine.workload.ParameterKind;
import dev.winnow.engine.workload.Subject;
import dev.winnow.replay.ChosenSignal;
import dev.winnow.replay.EnsembleSettings;
import dev.winnow.replay.EnsembleWorkload;
import dev.winnow.replay.ExecutionSettings;
import dev.winnow.replay.RecordedSignals;
import dev.winnow.replay.ReplayProof;
import dev.winnow.replay.Setting;
import dev.winnow.replay.expression.BoundStrategy;
import dev.winnow.replay.expression.IndicatorLookup;
import dev.winnow.replay.expression.ScalarExpression;
import dev.winnow.replay.expression.SharedValues;
import dev.winnow.replay.expression.StrategyPlan;
import dev.winnow.replay.indicator.Indicators;
import dev.winnow.replay.market.LoadedBars;
import dev.winnow.replay.performance.PerformanceMetric;
import dev.winnow.replay.recording.RecordedSetting;
import dev.winnow.replay.recording.Recording;
import dev.winnow.replay.recording.RecordingHead;
import dev.winnow.replay.recording.SignalStrategy;
import dev.winnow.replay.signal.KernelChoice;
import dev.winnow.replay.signal.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
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
record ReadyReplay(
        SweepSpec spec,
        Recording recording,
        List<LoadedBars> bars,
        List<ChosenSignal> chosen,
        EnsembleSettings settings,
        @Nullable StrategyPlan regime,
        Space space,
        @Nullable ScalarExpression require)
        implements ReadySweep, BarSweep {
    /** @throws UserError with every problem of the spec at its place, or what is wrong with the recording or its bars */
    static ReadyReplay of(SweepSpec spec, Console console) {
        return of(spec, recording(spec, console), console);
    }

    /** The same of a recording that is there; none is made. */
    static ReadyReplay recorded(SweepSpec spec, Console console) {
        return of(spec, Recording.open(path(spec)).requireComplete(), console);
    }

    private static Path path(SweepSpec spec) {
        return spec.folder().resolve(spec.replayed().signals().path()).normalize();
    }

    private static ReadyReplay of(SweepSpec spec, Recording recording, Console console) {
        List<LoadedBars> bars = recording.bars(Caches.columns(console));
        List<ChosenSignal> chosen = new SignalResolver(spec, recording).resolve(bars);
        return of(spec, recording, bars, chosen);
    }

    /** The recording, made first where there is none and the spec says of what. */
    private static Recording recording(SweepSpec spec, Console console) {
        SignalsSection signals = spec.replayed().signals();
        Path path = path(spec);
        String record = signals.record();
        if (record != null && Files.notExists(path)) {
            Overrides plain = new Overrides(null, console.environment(), List.of(), List.of());
            ReadyRecording ready = ReadyRecording.of(
                    SpecReader.read(spec.folder().resolve(record).normalize(), plain));
            try {
                long settings = new RecordingRun(ready, ready.bars(console), path, 0, Artifacts.NONE)
                        .record(new StopSignal(), console);
                console.err().println("recorded " + settings + " settings of " + record + " into " + path);
            } catch (IOException e) {
                throw new UserError("recording " + path + " cannot be kept (" + e.getMessage()
                        + "); make room, or name another folder by signals.path");
            }
        }
        return Recording.open(path).requireComplete();
    }

    private static ReadyReplay of(
            SweepSpec spec, Recording recording, List<LoadedBars> bars, List<ChosenSignal> chosen) {
        WorkloadSection.Replayed replayed = spec.replayed();
        Problems problems = new Problems();
        Compilation compilation = new Compilation(spec, problems);
        List<Dimension> dimensions = dimensions(spec, chosen, problems);
        List<Axis> axes = Space.of(dimensions).axes();
        List<Setting> weights = IntStream.range(0, chosen.size())
                .mapToObj(i -> axes.size() > spec.axes().size() ? Setting.parameter(i) : Setting.of(0))
                .toList();
        EnsembleSettings settings = replayed.combine().settings(weights, axes);
        String condition = replayed.regime();
        StrategyPlan regime = condition == null
                ? null
                : compilation.of(
                        "",
                        () -> StrategyPlan.compileCondition(
                                "regime", condition, axes, IndicatorLookup.of(Indicators.all())));
        String where = spec.where();
        ScalarExpression inSpace =
                where == null ? null : compilation.of("", () -> ScalarExpression.ofParameters("where", where, axes));
        String require = spec.require();
        ScalarExpression good = require == null
                ? null
                : compilation.of("", () -> ScalarExpression.ofMetrics("require", require, PerformanceMetric.names()));
        everyParameterIsRead(spec, settings, regime, axes, problems);
        problems.check();
        Thresholds thresholds = Thresholds.of(settings, inSpace == null ? Constraint.NONE : inSpace);
        Space space = Space.of(dimensions, thresholds.constraint(), thresholds.text(where));
        return new ReadyReplay(spec, recording, bars, chosen, settings, regime, space, good);
    }

    /** The weights vary slowest, then what combines, then the execution: as dear as each is to change. */
    private static List<Dimension> dimensions(SweepSpec spec, List<ChosenSignal> chosen, Problems problems) {
        List<Dimension> dimensions = new ArrayList<>();
        WeightSection weights = spec.replayed().weights();
        if (spec.replayed().combine().weighs()) {
            try {
                dimensions.add(weights.dimension(
                        chosen.stream().map(ChosenSignal::name).toList()));
            } catch (UserError mistake) {
                mistake.problems().forEach(problem -> problems.add(spec.placeOf("weights", 0), problem));
            }
        } else if (!(weights instanceof WeightSection.Equal)) {
            problems.add(spec.placeOf("weights", 0), "weights change nothing unless combine is weighted; drop them");
        }
        problems.check();
        dimensions.addAll(spec.axes());
        return dimensions;
    }

    private static void everyParameterIsRead(
            SweepSpec spec,
            EnsembleSettings settings,
            @Nullable StrategyPlan regime,
            List<Axis> axes,
            Problems problems) {
        List<String> read = new ArrayList<>(spec.replayed().execution().parameters());
        settings.settings().stream()
                .filter(setting -> setting.axis() >= 0)
                .forEach(setting -> read.add(axes.get(setting.axis()).name()));
        if (regime != null) {
            read.addAll(regime.parameters());
        }
        for (Axis axis : spec.axes()) {
            if (!read.contains(axis.name())) {
                problems.add(
                        spec.placeOf("parameters." + axis.name(), 0),
                        "parameter '" + axis.name() + "' changes nothing: neither the regime, the combination nor the"
                                + " execution reads it; use it or drop it");
            }
        }
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
        return digest(loaded, new RecordedSignals(recording).digest(bars.indexOf(loaded), chosen));
    }

    private static String digest(LoadedBars loaded, String signals) {
        return loaded.summary().digest() + " " + signals;
    }

    /** Of signals that are worked out anew from the raw bars. */
    @Override
    public PointRun point(LoadedBars loaded, double[] point) {
        int symbol = bars.indexOf(loaded);
        EnsembleWorkload full = workload(symbol, anew(symbol), List.of(PerformanceMetric.values()));
        return PointRun.of(full, point, full.backtest(point));
    }

    @Override
    public List<Metric> metrics() {
        return performance().stream().map(PerformanceMetric::metric).toList();
    }

    @Override
    public List<String> knownMetrics() {
        return PerformanceMetric.names();
    }

    private List<PerformanceMetric> performance() {
        return ReadySpec.performance(spec, require);
    }

    @Override
    public List<Subject> subjects(Console console, Artifacts artifacts) {
        RecordedSignals recorded = new RecordedSignals(recording);
        return IntStream.range(0, bars.size())
                .mapToObj(symbol -> subject(symbol, recorded.digest(symbol, chosen)))
                .toList();
    }

    private Subject subject(int symbol, String signals) {
        LoadedBars loaded = bars.get(symbol);
        Map<String, Object> facts = new LinkedHashMap<>(ReadySpec.facts(loaded));
        facts.put("signals", signals);
        return new Subject(
                loaded.bars().symbol(), digest(loaded, signals), facts, ReadySpec.note(loaded), () -> workload(symbol));
    }

    private EnsembleWorkload workload(int symbol) {
        return workload(symbol, new RecordedSignals(recording).signals(symbol, chosen), performance());
    }

    private EnsembleWorkload workload(int symbol, List<Signal> signals, List<PerformanceMetric> metrics) {
        LoadedBars loaded = bars.get(symbol);
        double barPoints = (double) space.gridSize() * loaded.bars().size();
        return new EnsembleWorkload(
                loaded.bars(),
                loaded.summary().periodsPerYear(),
                space.axes().stream()
                        .map(axis -> new Parameter(
                                axis,
                                spec.replayed().execution().parameters().contains(axis.name())
                                        ? ParameterKind.REPLAY
                                        : ParameterKind.PREPARE))
                        .toList(),
                signals,
                settings,
                regime(loaded),
                execution(),
                metrics,
                KernelChoice.forWork(barPoints));
    }

    private @Nullable BoundStrategy regime(LoadedBars loaded) {
        return regime == null ? null : regime.bind(loaded.bars(), spec.run().memoryBytes() / 2, SharedValues.COMPUTED);
    }

    @Override
    public Map<String, String> signals() {
        Map<String, String> signals = new LinkedHashMap<>();
        RecordingHead head = recording.head();
        for (ChosenSignal one : chosen) {
            String parameters = head.parametersText(new RecordedSetting(0, one.strategy(), one.values()));
            signals.put(
                    one.name(),
                    head.strategies().get(one.strategy()).name()
                            + (parameters.isEmpty() ? "" : " " + parameters)
                            + (Double.isNaN(one.alone())
                                    ? ""
                                    : String.format(
                                            Locale.ROOT,
                                            " (%s alone: %.3f)",
                                            spec.replayed().signals().select().by(),
                                            one.alone())));
        }
        return signals;
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        signals().forEach((name, text) -> notes.add(RunRecord.signalNote(name, text)));
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
        SplittableRandom random = new SplittableRandom(Long.parseUnsignedLong(identity.key(), 16));
        double worst = 0;
        int proved = 0;
        for (int symbol = 0; symbol < bars.size(); symbol++) {
            EnsembleWorkload replay = workload(symbol);
            ReplayProof proof = new ReplayProof(replay, replay.of(anew(symbol), regime(bars.get(symbol))));
            for (int i = 0; i < points; i++) {
                long index = random.nextLong(space.size());
                Optional<String> difference = proof.difference(space.point(index));
                proved++;
                worst = Math.max(worst, proof.worst());
                if (difference.isPresent()) {
                    return new Proof(
                            proved,
                            worst,
                            bars.get(symbol).bars().symbol() + ", " + space.describe(index) + ": " + difference.get());
                }
            }
        }
        return new Proof(proved, worst, "");
    }

    /** The chosen signals from the texts of the recording and the raw bars of a symbol. */
    private List<Signal> anew(int symbol) {
        return chosen.stream()
                .map(one -> recording.asKept(
                        SignalStrategy.compile(recording.head().strategies().get(one.strategy()))
                                .bind(bars.get(symbol).bars(), 0, SharedValues.COMPUTED)
                                .cursor()
                                .signal(one.values())))
                .toList();
    }
}
