package dev.winnow.cli.bench;

import dev.winnow.engine.space.Axis;
import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;
import dev.winnow.replay.BacktestWorkload;
import dev.winnow.replay.ExecutionSettings;
import dev.winnow.replay.Setting;
import dev.winnow.replay.expression.IndicatorLookup;
import dev.winnow.replay.expression.StrategyPlan;
import dev.winnow.replay.expression.StrategySource;
import dev.winnow.replay.indicator.Indicators;
import dev.winnow.replay.market.Bars;
import dev.winnow.replay.performance.PerformanceMetric;
import dev.winnow.replay.signal.KernelChoice;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The same grid through the engine: compile, share columns, evaluate, one thread. With the kernels that are fastest once
 * warm: a single run of so small a grid would take the scalar ones.
 */
public final class EngineGrid {
    /** What a point is asked and how it trades. */
    public enum Task {
        /** Long only, four metrics. */
        FOUR_METRICS,
        /** Long only, every metric of the semantics. */
        ALL_METRICS,
        /** Long and short, stop-loss, trailing stop and whole shares; four metrics. */
        STOPS_SHORTS_LOTS
    }

    static final List<PerformanceMetric> FOUR = List.of(
            PerformanceMetric.TOTAL_RETURN,
            PerformanceMetric.SHARPE,
            PerformanceMetric.MAX_DRAWDOWN,
            PerformanceMetric.TRADES);

    private static final String ABOVE = "crosses_above(sma(close, fast), sma(close, slow))";
    private static final String BELOW = "crosses_below(sma(close, fast), sma(close, slow))";

    private final Bars bars;
    private final Task task;
    private final List<Axis> axes;
    private final List<PerformanceMetric> metrics;
    private final ExecutionSettings settings;
    private final Batch batch;

    EngineGrid(Bars bars, Grid grid, double fee, Task task) {
        this.bars = bars;
        this.task = task;
        this.axes = List.of(
                Axis.numbers("fast", windows(grid.from(), grid.fastTo())),
                Axis.numbers("slow", windows(grid.slowFrom(), grid.to())));
        this.metrics = task == Task.ALL_METRICS ? List.of(PerformanceMetric.values()) : FOUR;
        Setting off = Setting.of(0);
        boolean stops = task == Task.STOPS_SHORTS_LOTS;
        this.settings = new ExecutionSettings(
                true,
                Setting.of(10_000),
                Setting.of(fee),
                off,
                off,
                Setting.of(1),
                stops ? Setting.of(1) : off,
                stops ? Setting.of(0.05) : off,
                off,
                stops ? Setting.of(0.1) : off,
                off,
                off);
        this.batch = new Batch(0, grid.points(), 2, grid.values());
    }

    private static double[] windows(int from, int to) {
        return IntStream.rangeClosed(from, to).asDoubleStream().toArray();
    }

    /** double[points * metrics]. */
    double[] run() {
        boolean shorts = task == Task.STOPS_SHORTS_LOTS;
        StrategyPlan plan = StrategyPlan.compile(
                new StrategySource(Map.of(), ABOVE, BELOW, shorts ? BELOW : null, shorts ? ABOVE : null, null),
                axes,
                IndicatorLookup.of(Indicators.all()));
        BacktestWorkload workload = new BacktestWorkload(
                bars, 365, axes, plan, plan.bind(bars, KernelChoice.best(), 1L << 30), settings, metrics);
        Outcome outcome = new Outcome(batch.count(), metrics.size());
        workload.open().evaluate(batch, outcome);
        return outcome.values();
    }
}
