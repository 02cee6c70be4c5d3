package dev.winnow.replay;

import dev.winnow.engine.space.Axis;
import dev.winnow.engine.workload.Footprint;
import dev.winnow.engine.workload.Metric;
import dev.winnow.engine.workload.Oracle;
import dev.winnow.engine.workload.Parameter;
import dev.winnow.engine.workload.ParameterKind;
import dev.winnow.engine.workload.Session;
import dev.winnow.engine.workload.Workload;
import dev.winnow.replay.expression.BoundStrategy;
import dev.winnow.replay.expression.PlaneCursor;
import dev.winnow.replay.expression.SharedValues;
import dev.winnow.replay.expression.StrategyPlan;
import dev.winnow.replay.market.Bars;
import dev.winnow.replay.performance.Performance;
import dev.winnow.replay.performance.PerformanceMetric;
import dev.winnow.replay.portfolio.Backtest;
import dev.winnow.replay.portfolio.Execution;
import dev.winnow.replay.portfolio.FastSimulator;
import dev.winnow.replay.portfolio.ReferenceSimulator;
import dev.winnow.replay.portfolio.SimulatorTables;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A strategy over the bars of one symbol: indicator columns and planes are shared by all points that agree in the
 * parameters they depend on, the simulation is each point's own.
 */
public final class BacktestWorkload implements Workload {
    private final Bars bars;
    private final double periodsPerYear;
    private final List<Axis> axes;
    private final StrategyPlan plan;
    private final BoundStrategy strategy;
    private final ExecutionSettings settings;
    private final List<PerformanceMetric> performance;
    private final SimulatorTables tables;
    private final @Nullable WarmUp warmUp;

    /**
     * A workload ready to run, with the plane kernels that are fastest for a sweep of the full grid, start-up included.
     *
     * @param periodsPerYear A of the semantics
     * @param axes the parameters, in the order of a point's values
     * @param plan compiled for these axes
     * @param metrics what a row holds, in order
     * @param cacheBytes bytes that shared columns and planes may take
     * @param values where those are looked for
     */
    public BacktestWorkload(
            Bars bars,
            double periodsPerYear,
            List<Axis> axes,
            StrategyPlan plan,
            ExecutionSettings settings,
            List<PerformanceMetric> metrics,
            long cacheBytes,
            SharedValues values) {
        this(bars, periodsPerYear, axes, plan, plan.bind(bars, cacheBytes, values), settings, metrics);
    }

    /** The same over a strategy that is bound already, to bars that are these. */
    public BacktestWorkload(
            Bars bars,
            double periodsPerYear,
            List<Axis> axes,
            StrategyPlan plan,
            BoundStrategy strategy,
            ExecutionSettings settings,
            List<PerformanceMetric> metrics) {
        this.bars = bars;
        this.periodsPerYear = periodsPerYear;
        this.axes = List.copyOf(axes);
        this.plan = plan;
        this.strategy = strategy;
        this.settings = settings;
        this.performance = List.copyOf(metrics);
        this.tables = new SimulatorTables(bars);
        this.warmUp = strategy.kernels().gradual()
                ? new WarmUp(
                        () -> session(strategy.scalarCursor(), false),
                        () -> session(strategy.cursor(), true),
                        metrics.size())
                : null;
    }

    @Override
    public String name() {
        return "backtest";
    }

    /** Changes whenever a result may change. */
    @Override
    public String version() {
        return "4";
    }

    @Override
    public List<Parameter> parameters() {
        return parameters(axes, plan);
    }

    /** Parameters of the strategy prepare planes; those of the execution section alone only replay them. */
    public static List<Parameter> parameters(List<Axis> axes, StrategyPlan plan) {
        Set<String> read = Set.copyOf(plan.parameters());
        return axes.stream()
                .map(axis ->
                        new Parameter(axis, read.contains(axis.name()) ? ParameterKind.PREPARE : ParameterKind.REPLAY))
                .toList();
    }

    @Override
    public List<Metric> metrics() {
        return performance.stream().map(PerformanceMetric::metric).toList();
    }

    private Execution execution(double[] point) {
        return settings.at(point, periodsPerYear);
    }

    @Override
    public String kernel() {
        return simulator() + "; planes " + strategy.kernels();
    }

    private String simulator() {
        if (settings.varies()) {
            return FastSimulator.CHOICE;
        }
        double[] anywhere = new double[axes.size()];
        return FastSimulator.jumps(execution(anywhere), plan.entersShort())
                ? "jump, or lanes where a point trades often (long only, all the cash, no stops)"
                : "walk (shorts, stops, lots, fixed fees or part of the cash)";
    }

    @Override
    public long unitsPerPoint() {
        return bars.size();
    }

    /** Columns and planes are artifacts; what a thread computes for itself is its session's. */
    @Override
    public Footprint footprint() {
        PlanFootprint shared = PlanFootprint.of(strategy.explain(), strategy.cacheBytes());
        return new Footprint(
                shared.artifacts(),
                shared.artifactBytes(),
                Bars.BAR_BYTES * bars.size() + SimulatorTables.bytes(bars.size()),
                shared.scratchBytes() + FastSimulator.bytes(bars.size()),
                0);
    }

    /** The plain reference simulator on the same planes. */
    @Override
    public Optional<Oracle> oracle() {
        return Optional.of(point -> {
            Backtest backtest = backtest(point);
            Execution execution = execution(point);
            return performance.stream()
                    .mapToDouble(metric -> Performance.of(backtest, execution, metric))
                    .toArray();
        });
    }

    @Override
    public Session open() {
        return warmUp == null ? session(strategy.cursor(), strategy.kernels().vector()) : warmUp.open();
    }

    private Session session(PlaneCursor cursor, boolean vector) {
        return new BacktestSession(
                TileOrder.of(axes, plan, bars.size()),
                cursor,
                plan.entersShort(),
                new PointExecution(settings, periodsPerYear),
                new PointFigures(tables, vector, performance));
    }

    /** One point in full, by the plain reference: equity and trades. */
    public Backtest backtest(double[] point) {
        return ReferenceSimulator.run(bars, strategy.cursor().planes(point), execution(point));
    }
}
