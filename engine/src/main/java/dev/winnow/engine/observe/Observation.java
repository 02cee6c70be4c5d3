package dev.winnow.engine.observe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was counted while a run went on.
 *
 * @param wallNanos from its start to its end
 * @param workers where the time of each worker went
 * @param writer what the writer did, see {@link WriterClock#facts}
 * @param batches how long batches took, see {@link BatchTimes#facts}
 * @param memory what collecting garbage took, see {@link MemoryMeter#facts}; empty for a run too short to be metered
 */
public record Observation(
        long wallNanos,
        List<WorkerTime> workers,
        Map<String, Object> writer,
        Map<String, Object> batches,
        Map<String, Object> memory) {
    /** Of workers that have ended. */
    public static Observation of(
            long wallNanos, List<WorkerClock> clocks, WriterClock writer, BatchTimes batches, MemoryMeter memory) {
        long last = clocks.stream().mapToLong(WorkerClock::ended).max().orElse(0);
        return new Observation(
                wallNanos,
                clocks.stream().map(clock -> clock.time(last)).toList(),
                writer.facts(),
                batches.facts(),
                memory.facts());
    }

    /** The section {@code observed} of a run's manifest. */
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("wallSeconds", WorkerTime.seconds(wallNanos));
        facts.put("workers", workers.stream().map(WorkerTime::facts).toList());
        facts.put("writer", writer);
        facts.put("batches", batches);
        facts.put("memory", memory);
        return facts;
    }
}
