package dev.winnow.replay;

import dev.winnow.engine.workload.Footprint;
import dev.winnow.engine.workload.Metric;
import dev.winnow.engine.workload.Oracle;
import dev.winnow.engine.workload.Parameter;
import dev.winnow.engine.workload.Session;
import dev.winnow.engine.workload.Workload;
import dev.winnow.replay.ensemble.FollowedSignal;
import dev.winnow.replay.ensemble.ReferenceEnsemble;
import dev.winnow.replay.ensemble.ScoreSource;
import dev.winnow.replay.ensemble.Votes;
import dev.winnow.replay.expression.BoundStrategy;
import dev.winnow.replay.expression.PlaneCursor;
import dev.winnow.replay.market.Bars;
import dev.winnow.replay.performance.Performance;
import dev.winnow.replay.performance.PerformanceMetric;
import dev.winnow.replay.portfolio.Backtest;
import dev.winnow.replay.portfolio.Execution;
import dev.winnow.replay.portfolio.FastSimulator;
import dev.winnow.replay.portfolio.ReferenceSimulator;
import dev.winnow.replay.portfolio.SimulatorTables;
import dev.winnow.replay.signal.DecisionPlanes;
import dev.winnow.replay.signal.KernelChoice;
import dev.winnow.replay.signal.Signal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An ensemble of kept signals over the bars of one symbol: no indicator is computed, only the signals' combination, the
 * decisions and what they come to.
 */
public final class EnsembleWorkload implements Workload {
    private final Bars bars;
    private final double periodsPerYear;
    private final List<Parameter> parameters;
    private final List<Signal> signals;
    private final EnsembleSettings settings;
    private final @Nullable BoundStrategy regime;
    private final ExecutionSettings execution;
    private final List<PerformanceMetric> performance;
    private final KernelChoice kernels;
    private final SimulatorTables tables;
    private final Function<double[], ScoreSource> sources;
    private final @Nullable Votes votes;
    private final @Nullable WarmUp warmUp;

    /**
     * A workload ready to run.
     *
     * @param periodsPerYear A of the semantics
     * @param parameters in the order of a point's values
     * @param signals over these bars, in the order of their weights
     * @param regime over these bars, whose first plane is where a side may be wanted; null: everywhere
     * @param metrics what a row holds, in order
     * @param kernels what compares columns and simulates; they change no bit
     */
    public EnsembleWorkload(
            Bars bars,
            double periodsPerYear,
            List<Parameter> parameters,
            List<Signal> signals,
            EnsembleSettings settings,
            @Nullable BoundStrategy regime,
            ExecutionSettings execution,
            List<PerformanceMetric> metrics,
            KernelChoice kernels) {
        this(
                bars,
                periodsPerYear,
                parameters,
                signals,
                settings,
                regime,
                execution,
                metrics,
                kernels,
                new SimulatorTables(bars));
    }

    private EnsembleWorkload(
            Bars bars,
            double periodsPerYear,
            List<Parameter> parameters,
            List<Signal> signals,
            EnsembleSettings settings,
            @Nullable BoundStrategy regime,
            ExecutionSettings execution,
            List<PerformanceMetric> metrics,
            KernelChoice kernels,
            SimulatorTables tables) {
        this.bars = bars;
        this.periodsPerYear = periodsPerYear;
        this.parameters = List.copyOf(parameters);
        this.signals = List.copyOf(signals);
        this.settings = settings;
        this.regime = regime;
        this.execution = execution;
        this.performance = List.copyOf(metrics);
        this.kernels = kernels;
        this.tables = tables;
        this.votes = settings instanceof EnsembleSettings.Vote ? new Votes(this.signals) : null;
        this.sources = sources();
        this.warmUp = kernels.gradual()
                ? new WarmUp(
                        () -> session(false, regime == null ? null : regime.scalarCursor()),
                        this::session,
                        metrics.size())
                : null;
    }

    /** The same ensemble of other signals, and in another regime, over the same bars. */
    public EnsembleWorkload of(List<Signal> others, @Nullable BoundStrategy inRegime) {
        return new EnsembleWorkload(
                bars, periodsPerYear, parameters, others, settings, inRegime, execution, performance, kernels, tables);
    }

    /** The signals at a point: always the same, but for the one that is followed by a window. */
    private Function<double[], ScoreSource> sources() {
        return switch (settings) {
            case EnsembleSettings.Vote vote ->
                point -> {
                    throw new IllegalStateException("a vote sums nothing");
                };
            case EnsembleSettings.Weighted weighted -> {
                ScoreSource source = ScoreSource.of(signals, kernels.kernels());
                yield point -> source;
            }
            case EnsembleSettings.BestOf best -> {
                Map<Integer, ScoreSource> byWindow = new ConcurrentHashMap<>();
                yield point -> byWindow.computeIfAbsent(
                        (int) best.window().at(point),
                        window -> ScoreSource.of(
                                List.of(FollowedSignal.of(signals, bars.close(), window, best.by())),
                                kernels.kernels()));
            }
        };
    }

    @Override
    public String name() {
        return "ensemble";
    }

    /** Changes whenever a result may change. */
    @Override
    public String version() {
        return "3";
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public List<Metric> metrics() {
        return performance.stream().map(PerformanceMetric::metric).toList();
    }

    /** How signals become decisions, in a few words. */
    public String combination() {
        return switch (settings) {
            case EnsembleSettings.Weighted weighted ->
                sources.apply(new double[0]).description();
            case EnsembleSettings.Vote vote -> Objects.requireNonNull(votes).description();
            case EnsembleSettings.BestOf best -> "the best signal of late, made once a window";
        };
    }

    @Override
    public String kernel() {
        return FastSimulator.CHOICE + "; " + combination() + "; planes " + kernels;
    }

    @Override
    public long unitsPerPoint() {
        return bars.size();
    }

    @Override
    public Footprint footprint() {
        long kept = votes != null ? votes.bytes() : (long) signals.size() * Double.BYTES * bars.size();
        return new Footprint(
                0,
                0,
                Bars.BAR_BYTES * bars.size() + SimulatorTables.bytes(bars.size()) + kept,
                ScoreWindow.bytes() + FastSimulator.bytes(bars.size()),
                0);
    }

    /** The plain combination and the plain simulator on the same signals. */
    @Override
    public Optional<Oracle> oracle() {
        return Optional.of(point -> {
            Execution at = execution(point);
            Backtest backtest = backtest(point);
            return performance.stream()
                    .mapToDouble(metric -> Performance.of(backtest, at, metric))
                    .toArray();
        });
    }

    @Override
    public Session open() {
        return warmUp == null ? session() : warmUp.open();
    }

    /** A session by the chosen kernels. */
    EnsembleSession session() {
        return session(kernels.vector(), regime == null ? null : regime.cursor());
    }

    private EnsembleSession session(boolean vector, @Nullable PlaneCursor regimeCursor) {
        return new EnsembleSession(
                window(),
                regimeCursor == null ? null : new RegimeGate(regimeCursor, bars.size()),
                new PointExecution(execution, periodsPerYear),
                new PointFigures(tables, vector, performance));
    }

    private PlaneWindow window() {
        Setting one = Setting.of(1);
        return switch (settings) {
            case EnsembleSettings.Vote vote -> new VoteWindow(Objects.requireNonNull(votes), vote.votes(), bars.size());
            case EnsembleSettings.Weighted weighted ->
                new ScoreWindow(
                        bars.size(),
                        weighted.weights().toArray(Setting[]::new),
                        weighted.enter(),
                        weighted.exit(),
                        sources);
            case EnsembleSettings.BestOf best ->
                new ScoreWindow(bars.size(), new Setting[] {one}, best.enter(), best.exit(), sources);
        };
    }

    /** One point in full, by the plain references: equity and trades. */
    public Backtest backtest(double[] point) {
        return ReferenceSimulator.run(bars, plainly(point), execution(point));
    }

    /** What the signals decide at a point, by the plain reference. */
    DecisionPlanes plainly(double[] point) {
        return ReferenceEnsemble.decide(
                signals,
                bars.close(),
                settings.at(point),
                regime == null ? null : regime.cursor().planes(point).enterLong());
    }

    Bars bars() {
        return bars;
    }

    Execution execution(double[] point) {
        return execution.at(point, periodsPerYear);
    }

    List<PerformanceMetric> performance() {
        return performance;
    }
}
