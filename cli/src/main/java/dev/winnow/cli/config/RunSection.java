package dev.winnow.cli.config;

import dev.winnow.engine.UserError;
import dev.winnow.engine.execute.SweepExecutor;
import dev.winnow.engine.execute.ThreadRange;

/**
 * Knobs that never change a result.
 *
 * @param threads worker threads; 0: one a core at first, then as many as are fastest
 * @param batch points a batch; 0: chosen by the engine
 * @param memory bytes of heap that the sweep may take; 0: all
 * @param maxFailures how many points may fail before the run stops
 * @param cache where prepared values are kept: "none", "file" or the URL of a Redis server
 * @param output "table", "json" or "csv"
 * @param top points to list; {@link Long#MAX_VALUE}: all
 */
public record RunSection(
        int threads, int batch, long memory, FailureLimit maxFailures, String cache, String output, long top) {
    /** Worker threads to start with. */
    public int workers() {
        return threadRange().start();
    }

    /**
     * Bytes of heap that the sweep may take.
     *
     * @throws UserError when the heap is smaller
     */
    public long memoryBytes() {
        long heap = Runtime.getRuntime().maxMemory();
        if (memory > heap) {
            throw new UserError("--memory " + Bytes.text(memory) + ": the heap has only " + Bytes.text(heap)
                    + "; give less, or a larger heap by WINNOW_OPTS=-Xmx" + Bytes.text(memory));
        }
        return memory == 0 ? heap : memory;
    }

    /** What runs a sweep as these knobs say. */
    public SweepExecutor executor() {
        return new SweepExecutor(threadRange(), memoryBytes(), maxFailures.policy());
    }

    private ThreadRange threadRange() {
        return threads == 0 ? ThreadRange.auto() : ThreadRange.fixed(threads);
    }
}
