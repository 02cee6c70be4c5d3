package dev.winnow.engine.observe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;

/**
 * Where the time of all workers went, as shares of workers times seconds; they sum to 1. Processor, locks, collections
 * and the rest of the time in batches are judged by the batches that were metered, and NaN where none was.
 *
 * @param batches in batches, which the next four are parts of
 * @param processor on a processor
 * @param locks waiting for monitors, locks and conditions inside batches
 * @param collections stopped by the garbage collector
 * @param elsewhere in batches and none of these: reading, or waiting for a core
 * @param queue waiting for the writer to make room
 * @param imbalance waiting for the batches of others: for one before their own, or at the end
 * @param rest sent home by the search for the fastest number of threads
 * @param start everything else: starting, sharing out
 */
public record Shares(
        double batches,
        double processor,
        double locks,
        double collections,
        double elsewhere,
        double queue,
        double imbalance,
        double rest,
        double start) {
    /** Of what the manifest says was observed of a run, see {@link Observation#facts}. */
    public static Shares of(JsonNode observed) {
        double whole = observed.path("wallSeconds").asDouble()
                * observed.path("workers").size();
        double batches = sum(observed, "busySeconds") / whole;
        double metered = sum(observed, "meteredBusySeconds");
        JsonNode memory = observed.path("memory");
        double locks = batches * share(sum(observed, "blockedSeconds") + sum(observed, "parkedSeconds"), metered);
        double processor = batches * share(sum(observed, "cpuSeconds"), metered);
        double pause = memory.path("pauseSeconds").asDouble(Double.NaN)
                / memory.path("measuredSeconds").asDouble(Double.NaN);
        double collections = metered > 0 ? Math.min(pause, Math.max(0, batches - processor - locks)) : Double.NaN;
        double queue = sum(observed, "writerWaitSeconds") / whole;
        double imbalance = (sum(observed, "batchWaitSeconds") + sum(observed, "endIdleSeconds")) / whole;
        double rest = sum(observed, "restSeconds") / whole;
        return new Shares(
                batches,
                processor,
                locks,
                collections,
                Math.max(0, batches - processor - locks - collections),
                queue,
                imbalance,
                rest,
                Math.max(0, 1 - batches - queue - imbalance - rest));
    }

    private static double share(double seconds, double metered) {
        return metered > 0 ? Math.min(1, seconds / metered) : Double.NaN;
    }

    private static double sum(JsonNode observed, String field) {
        return StreamSupport.stream(observed.path("workers").spliterator(), false)
                .mapToDouble(worker -> worker.path(field).asDouble())
                .sum();
    }
}
