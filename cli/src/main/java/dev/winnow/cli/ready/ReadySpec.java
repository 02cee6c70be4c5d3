package dev.winnow.cli.ready;

import dev.winnow.cli.config.Problems;
import dev.winnow.cli.config.SweepSpec;
import dev.winnow.cli.console.Caches;
import dev.winnow.cli.console.Console;
import dev.winnow.engine.ExactNumber;
import dev.winnow.engine.artifact.Artifacts;
import dev.winnow.engine.plan.SweepPlan;
import dev.winnow.engine.space.Axis;
import dev.winnow.engine.space.Constraint;
import dev.winnow.engine.space.Space;
import dev.winnow.engine.workload.Metric;
import dev.winnow.engine.workload.Subject;
import dev.winnow.replay.BacktestWorkload;
import dev.winnow.replay.ExecutionSettings;
import dev.winnow.replay.expression.IndicatorLookup;
import dev.winnow.replay.expression.ScalarExpression;
import dev.winnow.replay.expression.SharedValues;
import dev.winnow.replay.expression.StrategyPlan;
import dev.winnow.replay.indicator.Indicators;
import dev.winnow.replay.market.DataSummary;
import dev.winnow.replay.market.LoadedBars;
import dev.winnow.replay.market.MarketData;
import dev.winnow.replay.performance.PerformanceMetric;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** @throws UserError with every problem of every expression at its place in the file */
    public static ReadySpec of(SweepSpec spec) {
        Problems problems = new Problems();
        Compilation compilation = new Compilation(spec, problems);
        compilation.data(spec.data());
        List<Axis> axes = spec.axes();
        StrategyPlan plan = compilation.of(
                "strategy",
                () -> StrategyPlan.compile(spec.strategy().source(), axes, IndicatorLookup.of(Indicators.all())));
        Constraint where = compilation.where(axes);
        ScalarExpression require = compilation.require(PerformanceMetric.names());
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

    /** Bars of every symbol. */
    public List<LoadedBars> bars(Console console) {
        return MarketData.load(spec.data().spec(), spec.folder(), Caches.columns(console));
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
        return bars(console);
    }

    @Override
    public String digest(LoadedBars loaded) {
        return loaded.summary().digest();
    }

    @Override
    public PointRun point(LoadedBars loaded, double[] point) {
        return PointRun.of(this, loaded, point);
    }

    @Override
    public Space space() {
        String text = spec.where();
        return SweepPlan.order(BacktestWorkload.parameters(spec.axes(), plan), where, text == null ? "" : text);
    }

    @Override
    public List<Metric> metrics() {
        return performance().stream().map(PerformanceMetric::metric).toList();
    }

    @Override
    public List<String> knownMetrics() {
        return PerformanceMetric.names();
    }

    /** What has to be computed of every point: what is reported, what is best, what is required. */
    private List<PerformanceMetric> performance() {
        return performance(spec, require);
    }

    /** What has to be computed of every point of a spec. */
    static List<PerformanceMetric> performance(SweepSpec spec, @Nullable ScalarExpression require) {
        Set<String> names = new LinkedHashSet<>(spec.metrics());
        names.add(spec.objective().metric());
        if (require != null) {
            names.addAll(require.names());
        }
        return names.stream().map(PerformanceMetric::of).toList();
    }

    @Override
    public List<Subject> subjects(Console console, Artifacts artifacts) {
        List<PerformanceMetric> performance = performance();
        return bars(console).stream()
                .map(loaded -> new Subject(
                        loaded.bars().symbol(),
                        digest(loaded),
                        facts(loaded),
                        note(loaded),
                        () -> workload(loaded, performance, artifacts)))
                .toList();
    }

    /** What a reader should know of a symbol's bars, in one line. */
    static String note(LoadedBars loaded) {
        return String.format(
                Locale.ROOT,
                "%,d bars, %s periods a year (%s)",
                loaded.bars().size(),
                ExactNumber.text(loaded.summary().periodsPerYear()),
                loaded.summary().periodsPerYearReason());
    }

    /** What the record of a run says of a symbol's bars. */
    static Map<String, Object> facts(LoadedBars loaded) {
        DataSummary summary = loaded.summary();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("source", summary.source());
        facts.put("bars", loaded.bars().size());
        facts.put("first", summary.firstTimeText());
        facts.put("last", summary.lastTimeText());
        facts.put("spacing", summary.medianSpacingText());
        facts.put("gaps", summary.gaps());
        facts.put("largestGapAfter", summary.largestGapText());
        facts.put("droppedRows", summary.droppedRows());
        facts.put("periodsPerYear", summary.periodsPerYear());
        return facts;
    }

    @Override
    public List<String> notes() {
        return spec.execution().fill().equals("close") ? List.of(OPTIMISTIC) : List.of();
    }

    @Override
    public void explain(Subject subject, Console console) {
        PlanTable.print(plan, (int) subject.facts().get("bars"), console);
    }

    /** The backtest of one symbol. */
    BacktestWorkload workload(LoadedBars loaded, List<PerformanceMetric> metrics, Artifacts artifacts) {
        return new BacktestWorkload(
                loaded.bars(),
                loaded.summary().periodsPerYear(),
                spec.axes(),
                plan,
                execution(),
                metrics,
                spec.run().memoryBytes() / 2,
                new SharedValues(
                        artifacts, ArtifactSource.version(), loaded.summary().digest()));
    }
}
