package dev.winnow.engine.observe;

import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** How long batches took, to two digits, and which took longest. Not thread-safe. */
public final class BatchTimes {
    private static final int DIGITS = 2;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Histogram nanos = new Histogram(DIGITS);
    private long slowestNanos;
    private long slowestFirst;
    private int slowestCount;

    /**
     * Hears of a batch.
     *
     * @param first index of its first point
     * @param count its points
     */
    public void add(long first, int count, long batchNanos) {
        nanos.recordValue(batchNanos);
        if (batchNanos > slowestNanos) {
            slowestNanos = batchNanos;
            slowestFirst = first;
            slowestCount = count;
        }
    }

    /** Number, mean, percentiles and the slowest, in milliseconds. */
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("count", nanos.getTotalCount());
        facts.put("meanMillis", nanos.getMean() / NANOS_PER_MILLI);
        facts.put("p50Millis", nanos.getValueAtPercentile(50) / NANOS_PER_MILLI);
        facts.put("p90Millis", nanos.getValueAtPercentile(90) / NANOS_PER_MILLI);
        facts.put("p99Millis", nanos.getValueAtPercentile(99) / NANOS_PER_MILLI);
        facts.put("slowestMillis", slowestNanos / NANOS_PER_MILLI);
        facts.put("slowestFirstPoint", slowestFirst);
        facts.put("slowestPoints", slowestCount);
        return facts;
    }
}
