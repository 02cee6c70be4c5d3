package dev.winnow.engine.workload;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a batch's evaluation found: one row of metrics a point, and the cause of each point that failed. Owned by one
 * thread at a time; a row of NaN with no failure is a legal result (all metrics undefined).
 */
public final class Outcome {
    private final int metrics;
    private final double[] values;
    private final Map<Integer, String> failures = new TreeMap<>();

    public Outcome(int points, int metrics) {
        this.metrics = metrics;
        this.values = new double[points * metrics];
    }

    /** Metrics a point. */
    public int metrics() {
        return metrics;
    }

    /** double[points * metrics], row-major, written by the session. */
    public double[] values() {
        return values;
    }

    public double value(int point, int metric) {
        return values[point * metrics + metric];
    }

    /** Records that the point failed, with its cause in one line; its row becomes NaN. */
    public void fail(int point, String cause) {
        failures.put(point, cause);
        java.util.Arrays.fill(values, point * metrics, (point + 1) * metrics, Double.NaN);
    }

    /** Takes over the rows and failures of another outcome, of points from position {@code at} on. */
    public void copy(Outcome part, int at) {
        System.arraycopy(part.values, 0, values, at * metrics, part.values.length);
        part.failures.forEach((point, cause) -> failures.put(at + point, cause));
    }

    /** Cause by position in the batch, in order. */
    public Map<Integer, String> failures() {
        return failures;
    }
}
