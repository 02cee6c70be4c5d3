package dev.winnow.engine.store;

import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;
import java.util.SortedMap;

/**
 * Consecutive points of one group, by column.
 *
 * @param group ordinal of the symbol
 * @param first index of the first point
 * @param count number of points
 * @param columns double[axes + metrics][count]: the parameters' values, then the metrics, NaN where undefined
 * @param failures cause by position in the frame
 */
public record Frame(int group, long first, int count, double[][] columns, SortedMap<Integer, String> failures) {
    /** Index of the point after the last. */
    public long end() {
        return first + count;
    }

    /** The points as they were evaluated, the first {@code axes} columns being their parameters. */
    public Batch batch(int axes) {
        double[] values = new double[count * axes];
        rows(0, axes, values);
        return new Batch(first, count, axes, values);
    }

    /** What was found of the points, the columns after the first {@code axes} being their metrics. */
    public Outcome outcome(int axes) {
        int metrics = columns.length - axes;
        Outcome outcome = new Outcome(count, metrics);
        rows(axes, metrics, outcome.values());
        failures.forEach(outcome::fail);
        return outcome;
    }

    private void rows(int from, int width, double[] rows) {
        for (int c = 0; c < width; c++) {
            double[] column = columns[from + c];
            for (int i = 0; i < count; i++) {
                rows[i * width + c] = column[i];
            }
        }
    }
}
