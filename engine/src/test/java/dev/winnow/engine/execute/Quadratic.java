package dev.winnow.engine.execute;

import dev.winnow.engine.space.Axes;
import dev.winnow.engine.space.Axis;
import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Metric;
import dev.winnow.engine.workload.Outcome;
import dev.winnow.engine.workload.Parameter;
import dev.winnow.engine.workload.ParameterKind;
import dev.winnow.engine.workload.PointCost;
import dev.winnow.engine.workload.Session;
import dev.winnow.engine.workload.Workload;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The smallest workload with a dear prepare: a table of powers for each {@code base}, of which a replay reads a
 * parabola. Points with {@code shift == base} fail.
 */
public final class Quadratic implements Workload {
    /** Sessions that are open. */
    public final AtomicInteger open = new AtomicInteger();

    /** How often a table was worked out. */
    public final AtomicInteger prepared = new AtomicInteger();

    private final List<Parameter> parameters;
    private PointCost cost = PointCost.UNIFORM;

    public Quadratic(int bases, int shifts) {
        this.parameters = List.of(
                new Parameter(range("shift", shifts), ParameterKind.REPLAY),
                new Parameter(range("base", bases), ParameterKind.PREPARE));
    }

    /** The same with points that are said to cost this. */
    public Quadratic costing(PointCost said) {
        cost = said;
        return this;
    }

    private static Axis range(String name, int count) {
        return Axes.stepped(name, 0, count - 1, 1);
    }

    @Override
    public String name() {
        return "quadratic";
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
                new Metric("value", Metric.Unit.RATIO, Metric.Direction.LOWER, true),
                new Metric("slope", Metric.Unit.RATIO, Metric.Direction.NEITHER, true));
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
    public PointCost pointCost() {
        return cost;
    }

    @Override
    public Session open() {
        open.incrementAndGet();
        return new QuadraticSession();
    }

    /** What a plain loop gives for one point: value and slope. */
    public static double[] plain(double shift, double base) {
        double[] table = table(base);
        double x = table[20] - shift;
        return new double[] {x * x, shift == 3 ? Double.NaN : 2 * x};
    }

    private static double[] table(double base) {
        double[] table = new double[21];
        table[0] = 1;
        for (int i = 1; i < table.length; i++) {
            table[i] = table[i - 1] * (1 + base / 100) + Math.sin(base + i);
        }
        return table;
    }

    private final class QuadraticSession implements Session {
        private double tableBase = Double.NaN;
        private double[] table = {};

        @Override
        public void evaluate(Batch batch, Outcome out) {
            double[] point = new double[2];
            for (int i = 0; i < batch.count(); i++) {
                batch.point(i, point);
                if (point[0] == point[1]) {
                    out.fail(i, "shift equals base " + (long) point[1]);
                    continue;
                }
                if (point[1] != tableBase) {
                    table = table(point[1]);
                    tableBase = point[1];
                    prepared.incrementAndGet();
                }
                double x = table[20] - point[0];
                out.values()[2 * i] = x * x;
                out.values()[2 * i + 1] = point[0] == 3 ? Double.NaN : 2 * x;
            }
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }
}
