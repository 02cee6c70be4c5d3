package dev.winnow.engine.observe;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the time of one worker went, in nanoseconds.
 *
 * @param batches batches it evaluated
 * @param points points of these
 * @param busy inside batches
 * @param writerWait until the writer had made room
 * @param batchWait until a batch before its own was done, when the window was full of later ones
 * @param rest sent home for a while by the search for the fastest number of threads
 * @param endIdle after its last batch, while others were still at work
 * @param meteredBusy inside the batches that were metered; the next three are parts of it
 * @param cpu on a processor
 * @param blocked waiting for a monitor that another thread held
 * @param parked waiting for a lock, a condition, or the end of a sleep
 */
public record WorkerTime(
        long batches,
        long points,
        long busy,
        long writerWait,
        long batchWait,
        long rest,
        long endIdle,
        long meteredBusy,
        long cpu,
        long blocked,
        long parked) {
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("batches", batches);
        facts.put("points", points);
        facts.put("busySeconds", seconds(busy));
        facts.put("writerWaitSeconds", seconds(writerWait));
        facts.put("batchWaitSeconds", seconds(batchWait));
        facts.put("restSeconds", seconds(rest));
        facts.put("endIdleSeconds", seconds(endIdle));
        if (meteredBusy > 0) {
            facts.put("meteredBusySeconds", seconds(meteredBusy));
            facts.put("cpuSeconds", seconds(cpu));
            facts.put("blockedSeconds", seconds(blocked));
            facts.put("parkedSeconds", seconds(parked));
        }
        return facts;
    }

    static double seconds(long nanos) {
        return nanos / 1e9;
    }
}
