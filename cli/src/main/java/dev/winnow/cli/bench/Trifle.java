package dev.winnow.cli.bench;

import dev.winnow.engine.plan.SweepPlan;
import dev.winnow.engine.space.Axes;
import dev.winnow.engine.space.Constraint;
import dev.winnow.engine.space.Space;
import dev.winnow.engine.store.ResultsLayout;
import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Metric;
import dev.winnow.engine.workload.Metric.Direction;
import dev.winnow.engine.workload.Metric.Unit;
import dev.winnow.engine.workload.Outcome;
import dev.winnow.engine.workload.Parameter;
import dev.winnow.engine.workload.ParameterKind;
import dev.winnow.engine.workload.Session;
import dev.winnow.engine.workload.Workload;
import java.util.List;

/**
 * A workload of two parameters that are prepared for, one that is not and four metrics, two of which differ from point
 * to point, one seldom and one from 250 to 250. A point takes about two nanoseconds: what is timed is the engine.
 */
final class Trifle implements Workload {
    private static final int PREPARED = 100 * 200;

    private final List<Parameter> parameters;

    /** @param points how many points at most, by whole values of the third parameter */
    Trifle(long points) {
        this.parameters = List.of(
                new Parameter(Axes.stepped("fast", 5, 104, 1), ParameterKind.PREPARE),
                new Parameter(Axes.stepped("slow", 120, 319, 1), ParameterKind.PREPARE),
                new Parameter(
                        Axes.stepped("fee", 1, (double) Math.max(1, points / PREPARED), 1), ParameterKind.REPLAY));
    }

    Space space() {
        return SweepPlan.order(parameters, Constraint.NONE, "");
    }

    ResultsLayout layout() {
        Space space = space();
        return new ResultsLayout(
                List.of(name()),
                space.size(),
                space.axes(),
                metrics().stream().map(Metric::name).toList());
    }

    @Override
    public String name() {
        return "trifle";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                new Metric("gain", Unit.FRACTION, Direction.HIGHER, true),
                new Metric("ratio", Unit.RATIO, Direction.HIGHER, true),
                new Metric("fall", Unit.FRACTION, Direction.LOWER, true),
                new Metric("trades", Unit.COUNT, Direction.NEITHER, true));
    }

    @Override
    public String kernel() {
        return "plain";
    }

    @Override
    public long unitsPerPoint() {
        return 1;
    }

    @Override
    public Session open() {
        return Trifle::evaluate;
    }

    private static void evaluate(Batch batch, Outcome out) {
        double[] point = batch.values();
        double[] row = out.values();
        for (int i = 0, p = 0, r = 0; i < batch.count(); i++, p += 3, r += 4) {
            double signal = point[p] * 0.37 - point[p + 1] * 0.11;
            double fee = point[p + 2] * 1e-4;
            row[r] = signal * signal * 1e-3 - signal * fee;
            row[r + 1] = 1.7 - signal * 0.013 - fee * 3.1 * signal;
            row[r + 2] = Math.min(0.3 + 1e-3 * signal, 0.35);
            row[r + 3] = point[p + 1] - point[p];
        }
    }
}
