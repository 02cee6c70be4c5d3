package dev.winnow.cli.bench;

import dev.winnow.engine.space.Axis;
import dev.winnow.engine.space.ListedTuples;
import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;
import dev.winnow.engine.workload.Parameter;
import dev.winnow.engine.workload.ParameterKind;
import dev.winnow.engine.workload.Session;
import dev.winnow.replay.EnsembleSettings;
import dev.winnow.replay.EnsembleWorkload;
import dev.winnow.replay.ExecutionSettings;
import dev.winnow.replay.Setting;
import dev.winnow.replay.expression.SharedValues;
import dev.winnow.replay.expression.StrategySource;
import dev.winnow.replay.market.Bars;
import dev.winnow.replay.recording.BoundSignals;
import dev.winnow.replay.recording.SignalRule;
import dev.winnow.replay.recording.SignalSource;
import dev.winnow.replay.recording.SignalStrategy;
import dev.winnow.replay.signal.DecisionPlanes;
import dev.winnow.replay.signal.KernelChoice;
import dev.winnow.replay.signal.Signal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Five strategies over bars, and combinations of them: drawn weights, one pair of thresholds. One thread's. */
final class EnsembleCase {
    /** What the combinations are made of. */
    enum Kind {
        LONG_ONLY("long only"),
        STOPS("long only, stop-loss and trailing"),
        LONG_AND_SHORT("long and short"),
        SCORES("two scores among them");

        final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    private static final int SIGNALS = 5;
    private static final long SEED = 7;
    private static final long CACHE = 1L << 28;

    private final Bars bars;
    private final List<SignalStrategy> strategies;
    private final double periodsPerYear;
    private final List<Parameter> parameters;
    private final EnsembleSettings settings;
    private final ExecutionSettings execution;
    private final EnsembleWorkload template;
    private final double[] weights;

    /** @param most combinations that are asked for */
    EnsembleCase(Bars bars, double periodsPerYear, Kind kind, int most) {
        this.bars = bars;
        this.periodsPerYear = periodsPerYear;
        this.strategies = sources(kind).stream().map(SignalStrategy::compile).toList();
        List<String> names = IntStream.range(0, SIGNALS).mapToObj(i -> "w" + i).toList();
        ListedTuples tuples = ListedTuples.drawn(names, most, SEED);
        this.weights = new double[most * SIGNALS];
        for (int i = 0; i < most; i++) {
            tuples.put(i, weights, i * SIGNALS);
        }
        this.parameters = tuples.columns().stream()
                .map(axis -> new Parameter(axis, ParameterKind.PREPARE))
                .toList();
        this.settings = new EnsembleSettings.Weighted(
                IntStream.range(0, SIGNALS).mapToObj(Setting::parameter).toList(), Setting.of(0.5), Setting.of(0.2));
        Setting off = Setting.of(0);
        boolean stops = kind == Kind.STOPS;
        this.execution = new ExecutionSettings(
                false,
                Setting.of(10_000),
                Setting.of(0.0005),
                off,
                off,
                Setting.of(1),
                off,
                stops ? Setting.of(0.05) : off,
                off,
                stops ? Setting.of(0.1) : off,
                off,
                off);
        this.template = fresh(signals(bound()));
    }

    private static List<SignalSource> sources(Kind kind) {
        boolean shorts = kind == Kind.LONG_AND_SHORT;
        SignalRule momentum = kind == Kind.SCORES
                ? new SignalRule.Score(Map.of(), "roc(close, 60) / 10")
                : planes("close > lag(close, 60)", "close < lag(close, 60)", shorts);
        SignalRule reversion = kind == Kind.SCORES
                ? new SignalRule.Score(Map.of(), "(50 - rsi(close, 14)) / 50")
                : planes("rsi(close, 14) < 30", "rsi(close, 14) > 60", shorts);
        return List.of(
                source(
                        "trend",
                        planes(
                                "crosses_above(sma(close, 20), sma(close, 100))",
                                "crosses_below(sma(close, 20), sma(close, 100))",
                                shorts)),
                source(
                        "breakout",
                        planes("close > highest(lag(high, 1), 55)", "close < lowest(lag(low, 1), 20)", shorts)),
                source("momentum", momentum),
                source("reversion", reversion),
                source("bands", planes("zscore(close, 50) < -2", "zscore(close, 50) > 0", shorts)));
    }

    private static SignalSource source(String name, SignalRule rule) {
        return new SignalSource(name, List.<Axis>of(), null, rule);
    }

    private static SignalRule planes(String enter, String exit, boolean shorts) {
        return new SignalRule.Planes(
                new StrategySource(Map.of(), enter, exit, shorts ? exit : null, shorts ? enter : null, null));
    }

    int bars() {
        return bars.size();
    }

    /** Columns and planes are worked out by the first that asks. */
    List<BoundSignals> bound() {
        return strategies.stream()
                .map(strategy -> strategy.bind(bars, CACHE, SharedValues.COMPUTED))
                .toList();
    }

    static List<Signal> signals(List<BoundSignals> bound) {
        return bound.stream().map(one -> one.cursor().signal(new double[0])).toList();
    }

    /** An ensemble with simulator tables of its own. */
    private EnsembleWorkload fresh(List<Signal> signals) {
        return new EnsembleWorkload(
                bars,
                periodsPerYear,
                parameters,
                signals,
                settings,
                null,
                execution,
                EngineGrid.FOUR,
                KernelChoice.best());
    }

    /** The ensemble of these signals; the simulator's tables are shared. */
    EnsembleWorkload workload(List<Signal> signals) {
        return template.of(signals, null);
    }

    /** Replays kept signals: what they have in common is worked out once. double[combinations * metrics]. */
    double[] replay(List<Signal> kept, int combinations) {
        return evaluate(workload(kept), 0, combinations);
    }

    /** Backtests each combination from raw bars: indicators, planes and the simulator's tables are its own. */
    double[] fromRawBars(int combinations) {
        return each(combinations, () -> fresh(signals(bound())));
    }

    /** Backtests each combination with the columns, planes and tables of all worked out once. */
    double[] sharingIndicators(int combinations) {
        List<BoundSignals> bound = bound();
        return each(combinations, () -> workload(signals(bound)));
    }

    private double[] each(int combinations, Supplier<EnsembleWorkload> workloads) {
        int metrics = EngineGrid.FOUR.size();
        double[] rows = new double[combinations * metrics];
        for (int i = 0; i < combinations; i++) {
            System.arraycopy(evaluate(workloads.get(), i, 1), 0, rows, i * metrics, metrics);
        }
        return rows;
    }

    private double[] evaluate(EnsembleWorkload workload, int first, int count) {
        Outcome outcome = new Outcome(count, EngineGrid.FOUR.size());
        try (Session session = workload.open()) {
            session.evaluate(batch(first, count), outcome);
        }
        return outcome.values();
    }

    private Batch batch(int first, int count) {
        double[] values = new double[count * SIGNALS];
        System.arraycopy(weights, first * SIGNALS, values, 0, values.length);
        return new Batch(first, count, SIGNALS, values);
    }

    /** A session of these signals that has evaluated so many combinations. */
    Session session(List<Signal> signals, int combinations) {
        Session session = workload(signals).open();
        session.evaluate(batch(0, combinations), new Outcome(combinations, EngineGrid.FOUR.size()));
        return session;
    }

    /** The signal in arrays of its own, as a recording gives it. */
    static Signal alone(Signal signal) {
        return switch (signal) {
            case Signal.Score score -> new Signal.Score(score.values().clone());
            case Signal.Planes planes ->
                new Signal.Planes(new DecisionPlanes(
                        planes.bars(),
                        planes.planes().enterLong().clone(),
                        planes.planes().exitLong().clone(),
                        planes.planes().enterShort().clone(),
                        planes.planes().exitShort().clone()));
        };
    }
}
