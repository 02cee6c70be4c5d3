package dev.winnow.cli.ready;

import dev.winnow.cli.config.SweepSpec;
import dev.winnow.cli.config.WorkloadSection;
import dev.winnow.cli.console.Console;
import dev.winnow.engine.space.Axis;
import dev.winnow.engine.workload.Metric;
import dev.winnow.replay.ExecutionSettings;
import dev.winnow.replay.expression.ScalarExpression;
import dev.winnow.replay.market.LoadedBars;
import dev.winnow.replay.performance.PerformanceMetric;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A spec over bars, of which a point can be evaluated again in full: trades and equity, bar by bar. */
public sealed interface BarSweep extends ReadySweep permits ReadySpec, ReadyReplay {
    /**
     * A backtest, or a replay of a recording that is there.
     *
     * @throws dev.winnow.engine.UserError with every problem of the spec at its place, or when it is of another kind
     */
    static BarSweep of(SweepSpec spec, Console console) {
        return spec.section() instanceof WorkloadSection.Replayed ? ReadyReplay.of(spec, console) : ReadySpec.of(spec);
    }

    /** What is computed of every point: what is reported, what is best, what is required. */
    default List<PerformanceMetric> performance() {
        Set<String> names = new LinkedHashSet<>(spec().metrics());
        names.add(spec().objective().metric());
        ScalarExpression require = require();
        if (require != null) {
            names.addAll(require.names());
        }
        return names.stream().map(PerformanceMetric::of).toList();
    }

    @Override
    default List<Metric> metrics() {
        return performance().stream().map(PerformanceMetric::metric).toList();
    }

    @Override
    default List<String> knownMetrics() {
        return PerformanceMetric.names();
    }

    /** The parameters in the order of a point's values. */
    List<Axis> axes();

    /** How points are executed, by the parameters of {@link #axes}. */
    ExecutionSettings execution();

    /** Bars of every symbol. */
    List<LoadedBars> loaded(Console console);

    /** What tells the data of a symbol from others, as the identity of a run has it. */
    String digest(LoadedBars loaded);

    /**
     * One point in full.
     *
     * @param loaded one of the symbols
     * @throws dev.winnow.engine.UserError when the point fails
     */
    PointRun point(LoadedBars loaded, double[] point);
}
