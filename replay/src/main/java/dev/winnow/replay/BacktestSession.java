package dev.winnow.replay;

import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;
import dev.winnow.engine.workload.Session;
import dev.winnow.replay.expression.PlaneCursor;
import dev.winnow.replay.expression.PointFailure;
import dev.winnow.replay.performance.Performance;
import dev.winnow.replay.performance.PerformanceMetric;
import dev.winnow.replay.portfolio.Execution;
import dev.winnow.replay.portfolio.FastSimulator;
import org.jspecify.annotations.Nullable;

/** One worker's planes, simulator and sums. */
final class BacktestSession implements Session {
    private final BacktestWorkload workload;
    private final PlaneCursor cursor;
    private final FastSimulator simulator;
    private final PerformanceMetric[] metrics;
    private @Nullable Execution constant;

    BacktestSession(BacktestWorkload workload, PlaneCursor cursor, FastSimulator simulator) {
        this.workload = workload;
        this.cursor = cursor;
        this.simulator = simulator;
        this.metrics = workload.performance().toArray(PerformanceMetric[]::new);
    }

    @Override
    public void evaluate(Batch batch, Outcome out) {
        double[] point = new double[batch.axes()];
        double[] values = out.values();
        FastSimulator.Results results = (i, execution, tally) -> {
            int row = i * metrics.length;
            for (int m = 0; m < metrics.length; m++) {
                values[row + m] = Performance.value(metrics[m], tally, execution);
            }
        };
        simulator.begin();
        for (int i = 0; i < batch.count(); i++) {
            batch.point(i, point);
            try {
                simulator.add(i, cursor.planes(point), workload.shorts(), execution(point), results);
            } catch (PointFailure failure) {
                out.fail(i, String.valueOf(failure.getMessage()));
            }
        }
        simulator.finish(results);
    }

    private Execution execution(double[] point) {
        if (constant != null) {
            return constant;
        }
        Execution execution = workload.execution(point);
        if (!workload.executionVaries()) {
            constant = execution;
        }
        return execution;
    }
}
