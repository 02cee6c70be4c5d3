package dev.winnow.engine.plan;

/**
 * What makes one point better than another.
 *
 * @param metric position of the metric in an outcome's row
 * @param maximize whether more is better; NaN is worst either way
 */
public record Objective(int metric, boolean maximize) {
    public Objective {
        if (metric < 0) {
            throw new IllegalArgumentException("metric " + metric);
        }
    }

    /** The score of the row that begins at {@code offset}: its value turned so that more is better; NaN stays NaN, -0 is 0. */
    double score(double[] rows, int offset) {
        double value = rows[offset + metric] + 0.0;
        return maximize ? value : 0.0 - value;
    }
}
