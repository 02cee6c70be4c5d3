package dev.winnow.reports;

import dev.winnow.engine.space.Axis;
import dev.winnow.engine.workload.Metric;
import java.util.List;

/**
 * A sweep's summary and its listed points.
 *
 * @param run the run's name
 * @param folder where the run is kept
 * @param points points of the sweep
 * @param evaluated points evaluated, failed ones included
 * @param kept how many of those an earlier sitting had left, outside {@code wallSeconds}
 * @param failed points that failed
 * @param objective the objective as text: {@code maximize sharpe}
 * @param kernel which code evaluated the points, and why
 * @param threads worker threads
 * @param wallSeconds seconds from start to end
 * @param barPointsPerSecond bars times points over the wall time
 * @param parameters the axes, in the order of a row's values
 * @param metrics the metrics, in the order of a row's values
 * @param objectiveMetric position in {@code metrics} of the one that ranks, -1 when there is none
 * @param rows the listed points, best first; may be read more than once and need not be held in memory
 * @param notes what a reader of the table should know, a line each
 */
public record SweepReport(
        String run,
        String folder,
        long points,
        long evaluated,
        long kept,
        long failed,
        String objective,
        String kernel,
        int threads,
        double wallSeconds,
        double barPointsPerSecond,
        List<Axis> parameters,
        List<Metric> metrics,
        int objectiveMetric,
        Iterable<Row> rows,
        List<String> notes) {
    public SweepReport {
        notes = List.copyOf(notes);
        parameters = List.copyOf(parameters);
        metrics = List.copyOf(metrics);
        if (objectiveMetric < -1 || objectiveMetric >= metrics.size()) {
            throw new IllegalArgumentException("objective " + objectiveMetric + " of " + metrics.size() + " metrics");
        }
    }

    /** Points evaluated over the wall time; NaN when none were. */
    public double pointsPerSecond() {
        return (evaluated - kept) / wallSeconds;
    }

    /**
     * One listed point.
     *
     * @param rank from 1 for the best
     * @param symbol what it was evaluated on
     * @param parameters double[parameters], in axis order
     * @param metrics double[metrics], NaN where undefined
     * @param meets whether it meets what is required; those that do not are marked
     */
    public record Row(int rank, String symbol, double[] parameters, double[] metrics, boolean meets) {}
}
