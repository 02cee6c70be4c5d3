package dev.winnow.cli.ready;

import dev.winnow.cli.config.Compilation;
import dev.winnow.cli.config.Problems;
import dev.winnow.cli.config.RunSection;
import dev.winnow.cli.config.SweepSpec;
import dev.winnow.cli.console.Caches;
import dev.winnow.cli.console.Console;
import dev.winnow.engine.artifact.Artifacts;
import dev.winnow.engine.plan.SweepPlan;
import dev.winnow.engine.space.Axis;
import dev.winnow.engine.space.Constraint;
import dev.winnow.engine.space.Space;
import dev.winnow.engine.workload.Footprint;
import dev.winnow.engine.workload.Subject;
import dev.winnow.replay.BacktestWorkload;
import dev.winnow.replay.ExecutionSettings;
import dev.winnow.replay.expression.ScalarExpression;
import dev.winnow.replay.expression.SharedValues;
import dev.winnow.replay.expression.StrategyPlan;
import dev.winnow.replay.market.LoadedBars;
import dev.winnow.replay.market.MarketData;
import dev.winnow.replay.performance.PerformanceMetric;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The spec of a backtest, its expressions compiled.
 *
 * @param plan the strategy
 * @param where which points are in the space
 * @param require which points are good enough, read from a row of all metrics; null: all are
 */
public record ReadySpec(
        SweepSpec spec,
        StrategyPlan plan,
        Constraint where,
        @Nullable ScalarExpression require) implements BarSweep {
    /** What to know of fills at the close. */
    static final String OPTIMISTIC = "fills at the deciding bar's close: optimistic";

    /**
     * Compiles the expressions of the spec.
     *
     * @throws UserError with every problem of every expression at its place in the file
     */
    public static ReadySpec of(SweepSpec spec) {
        Problems problems = new Problems();
        Compilation compilation = new Compilation(spec.effective(), problems);
        compilation.data(spec.data());
        List<Axis> axes = spec.axes();
        StrategyPlan plan = compilation.strategy(spec.strategy().source(), axes);
        Constraint where = compilation.where(spec.where(), axes);
        ScalarExpression require = compilation.require(spec.require(), PerformanceMetric.names());
        if (plan != null) {
            Set<String> read = new LinkedHashSet<>(plan.parameters());
            read.addAll(spec.execution().parameters());
            compilation.everyParameterIsRead("", axes, read, "neither the strategy nor the execution reads it");
        }
        problems.check();
        if (plan == null) {
            throw new IllegalStateException("no plan and no problem");
        }
        return new ReadySpec(spec, plan, where, require);
    }

    @Override
    public List<Axis> axes() {
        return spec.axes();
    }

    @Override
    public ExecutionSettings execution() {
        return spec.execution().settings(spec.axes());
    }

    @Override
    public List<LoadedBars> loaded(Console console) {
        return MarketData.load(spec.data().spec(), spec.folder(), Caches.columns(console));
    }

    @Override
    public String digest(LoadedBars loaded) {
        return loaded.summary().digest();
    }

    @Override
    public PointRun point(LoadedBars loaded, double[] point) {
        BacktestWorkload full = workload(loaded, List.of(PerformanceMetric.values()), Artifacts.NONE);
        return PointRun.of(full, point, full.backtest(point));
    }

    @Override
    public Space space() {
        String text = spec.where();
        return SweepPlan.order(BacktestWorkload.parameters(spec.axes(), plan), where, text == null ? "" : text);
    }

    @Override
    public List<Subject> subjects(Console console, Artifacts artifacts) {
        List<PerformanceMetric> performance = performance();
        return loaded(console).stream()
                .map(loaded -> new Subject(
                        loaded.bars().symbol(),
                        digest(loaded),
                        BarFacts.of(loaded),
                        BarFacts.note(loaded),
                        () -> workload(loaded, performance, artifacts)))
                .toList();
    }

    @Override
    public List<String> notes() {
        return spec.execution().fill().equals("close") ? List.of(OPTIMISTIC) : List.of();
    }

    @Override
    public void explain(Subject subject, Console console) {
        PlanTable.print(plan, (int) subject.facts().get("bars"), console);
    }

    /** The backtest of one symbol, with as much memory for what points share as all else leaves. */
    private BacktestWorkload workload(LoadedBars loaded, List<PerformanceMetric> metrics, Artifacts artifacts) {
        RunSection run = spec.run();
        long most = run.artifactBytes(0);
        BacktestWorkload workload = workload(loaded, metrics, artifacts, most);
        Footprint footprint = workload.footprint();
        long left = run.artifactBytes(footprint.inputBytes() + run.workers() * footprint.sessionBytes());
        return left < footprint.artifactBytes() ? workload(loaded, metrics, artifacts, left) : workload;
    }

    private BacktestWorkload workload(
            LoadedBars loaded, List<PerformanceMetric> metrics, Artifacts artifacts, long artifactBytes) {
        return new BacktestWorkload(
                loaded.bars(),
                loaded.summary().periodsPerYear(),
                spec.axes(),
                plan,
                execution(),
                metrics,
                artifactBytes,
                new SharedValues(
                        artifacts, ArtifactSource.version(), loaded.summary().digest()));
    }
}
