package dev.winnow.replay;

import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;
import dev.winnow.engine.workload.Session;
import dev.winnow.replay.expression.PlaneCursor;
import dev.winnow.replay.expression.PointFailure;
import dev.winnow.replay.performance.Performance;
import dev.winnow.replay.performance.PerformanceMetric;
import dev.winnow.replay.portfolio.Execution;
import dev.winnow.replay.portfolio.FastGroup;
import dev.winnow.replay.portfolio.FastSimulator;
import dev.winnow.replay.portfolio.Needs;
import dev.winnow.replay.portfolio.Tally;
import dev.winnow.replay.signal.DecisionPlanes;
import org.jspecify.annotations.Nullable;

/** One worker's planes, simulator and sums. */
final class BacktestSession implements Session {
    private final BacktestWorkload workload;
    private final PlaneCursor cursor;
    private final FastSimulator simulator;
    private final PerformanceMetric[] metrics;
    private final Needs needs;
    private final Tally tally = new Tally();
    private final FastGroup group;
    private final boolean grouped;
    /** Positions in the batch of the group's points. */
    private final int[] positions = new int[FastGroup.SLOTS];

    private @Nullable Execution constant;

    BacktestSession(BacktestWorkload workload, PlaneCursor cursor, FastSimulator simulator) {
        this.workload = workload;
        this.cursor = cursor;
        this.simulator = simulator;
        this.metrics = workload.performance().toArray(PerformanceMetric[]::new);
        this.needs = Performance.needs(workload.performance());
        this.group = simulator.group(needs);
        this.grouped = workload.unitsPerPoint() >= FastGroup.WORTHWHILE_BARS;
    }

    @Override
    public void evaluate(Batch batch, Outcome out) {
        double[] point = new double[batch.axes()];
        for (int i = 0; i < batch.count(); i++) {
            batch.point(i, point);
            try {
                Execution execution = execution(point);
                DecisionPlanes planes = cursor.planes(point);
                if (grouped && FastSimulator.jumps(execution, workload.shorts())) {
                    positions[group.size()] = i;
                    group.add(planes, execution);
                    if (group.size() == FastGroup.SLOTS) {
                        passGroup(batch, out);
                    }
                } else {
                    simulator.simulate(planes, workload.shorts(), execution, needs, tally);
                    report(i, execution, out);
                }
            } catch (PointFailure failure) {
                out.fail(i, String.valueOf(failure.getMessage()));
            }
        }
        passGroup(batch, out);
    }

    private void passGroup(Batch batch, Outcome out) {
        group.run();
        double[] point = new double[batch.axes()];
        for (int slot = 0; slot < group.size(); slot++) {
            Execution execution = group.execution(slot);
            if (!group.finish(slot, tally)) {
                batch.point(positions[slot], point);
                simulator.simulate(cursor.planes(point), workload.shorts(), execution, needs, tally);
            }
            report(positions[slot], execution, out);
        }
        group.clear();
    }

    private void report(int position, Execution execution, Outcome out) {
        int row = position * metrics.length;
        for (int m = 0; m < metrics.length; m++) {
            out.values()[row + m] = Performance.value(metrics[m], tally, execution);
        }
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
