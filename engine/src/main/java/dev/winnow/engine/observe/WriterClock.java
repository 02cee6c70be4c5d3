package dev.winnow.engine.observe;

import java.util.LinkedHashMap;
import java.util.Map;

/** Counts where the writer's time goes and what waits for it. Used by the writer alone. */
public final class WriterClock {
    private long batches;
    private long busy;
    private long slowest;
    private double backlogSum;
    private long backlogMost;

    /**
     * Hears that an outcome is written.
     *
     * @param nanos how long that took
     * @param backlog points of the outcomes that could have been written next
     */
    public void wrote(long nanos, long backlog) {
        batches++;
        busy += nanos;
        slowest = Math.max(slowest, nanos);
        backlogSum += backlog;
        backlogMost = Math.max(backlogMost, backlog);
    }

    /** Batches, seconds, and the points that waited to be written. */
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("batches", batches);
        facts.put("busySeconds", WorkerTime.seconds(busy));
        facts.put("meanMillis", busy / 1e6 / batches);
        facts.put("slowestMillis", slowest / 1e6);
        facts.put("backlogMeanPoints", backlogSum / batches);
        facts.put("backlogMostPoints", backlogMost);
        return facts;
    }
}
