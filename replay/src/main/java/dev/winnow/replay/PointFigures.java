package dev.winnow.replay;

import dev.winnow.replay.performance.Performance;
import dev.winnow.replay.performance.PerformanceMetric;
import dev.winnow.replay.portfolio.Execution;
import dev.winnow.replay.portfolio.FastSimulator;
import dev.winnow.replay.portfolio.Needs;
import dev.winnow.replay.portfolio.SimulatorTables;
import dev.winnow.replay.portfolio.Tally;
import dev.winnow.replay.signal.DecisionPlanes;
import java.util.List;

/** From a point's planes to its row of metrics, by the fast simulator. One thread's. */
final class PointFigures {
    private final FastSimulator simulator;
    private final PerformanceMetric[] metrics;
    private final Needs needs;
    private final Tally tally = new Tally();

    /** @param vector whether to use the Vector API; the bits are the same */
    PointFigures(SimulatorTables tables, boolean vector, List<PerformanceMetric> metrics) {
        this.simulator = new FastSimulator(tables, vector);
        this.metrics = metrics.toArray(PerformanceMetric[]::new);
        this.needs = Performance.needs(metrics);
    }

    /**
     * Writes the metrics of a point to its row.
     *
     * @param shorts whether {@code planes.enterShort()} may have a bar set
     * @param values double[points * metrics]
     */
    void put(DecisionPlanes planes, boolean shorts, Execution execution, double[] values, int point) {
        simulator.simulate(planes, shorts, execution, needs, tally);
        int row = point * metrics.length;
        for (int m = 0; m < metrics.length; m++) {
            values[row + m] = Performance.value(metrics[m], tally, execution);
        }
    }
}
