package dev.winnow.engine.plan;

/**
 * What was predicted of a run while it ran.
 *
 * @param points points evaluated when the prediction was made; 0: none was made
 * @param nanos predicted nanoseconds of the whole run
 * @param bytes predicted bytes allocated for all its batches, NaN when they were not measured
 */
public record Forecast(long points, long nanos, double bytes) {
    /** The run ended before a prediction was worth making. */
    public static final Forecast NONE = new Forecast(0, 0, Double.NaN);

    /** Whether a prediction was made. */
    public boolean made() {
        return points > 0;
    }

    /** By how much of the actual time the prediction was too long (above 0) or too short: 0.1 is 10 %. */
    public double error(long actualNanos) {
        return (double) nanos / actualNanos - 1;
    }
}
