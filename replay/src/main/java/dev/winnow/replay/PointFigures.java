package dev.winnow.replay;

import dev.winnow.replay.performance.Performance;
import dev.winnow.replay.performance.PerformanceMetric;
import dev.winnow.replay.portfolio.Execution;
import dev.winnow.replay.portfolio.FastSimulator;
import dev.winnow.replay.portfolio.SimulatorTables;
import dev.winnow.replay.portfolio.Tally;
import dev.winnow.replay.signal.DecisionPlanes;
import java.util.List;

/** From points' planes to their rows of metrics, by the fast simulator. One thread's. */
final class PointFigures {
    private final FastSimulator simulator;
    private final PerformanceMetric[] metrics;
    private final FastSimulator.Results rows = this::write;
    private double[] values = {};

    /** @param vector whether to use the Vector API; the bits are the same */
    PointFigures(SimulatorTables tables, boolean vector, List<PerformanceMetric> metrics) {
        this.simulator = new FastSimulator(tables, vector, Performance.needs(metrics));
        this.metrics = metrics.toArray(PerformanceMetric[]::new);
    }

    /**
     * Begins a batch, and forgets the last one if it was broken off.
     *
     * @param values double[points * metrics]: where the rows go
     */
    void begin(double[] values) {
        this.values = values;
        simulator.begin();
    }

    /**
     * Writes the metrics of a point to its row, at once or when enough others wait with it.
     *
     * @param shorts whether {@code planes.enterShort()} may have a bar set
     */
    void put(DecisionPlanes planes, boolean shorts, Execution execution, int point) {
        simulator.add(point, planes, shorts, execution, rows);
    }

    /** Writes the rows that wait. */
    void finish() {
        simulator.finish(rows);
    }

    private void write(int point, Execution execution, Tally tally) {
        int row = point * metrics.length;
        for (int m = 0; m < metrics.length; m++) {
            values[row + m] = Performance.value(metrics[m], tally, execution);
        }
    }
}
