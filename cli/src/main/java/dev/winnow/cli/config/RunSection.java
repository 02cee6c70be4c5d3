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
    /** What the program itself keeps on the heap, and needs free to go on. */
    private static final long PROGRAM_BYTES = 64L << 20;

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

    /** Bytes that a sweep may take in all: the memory that is given or, if none is, what the program leaves of the heap. */
    public long sweepBytes() {
        return memory == 0 ? Math.max(0, memoryBytes() - PROGRAM_BYTES) : memoryBytes();
    }

    /** Bytes to ask for, for a heap that leaves so many to a sweep: part of what is asked for is never handed out. */
    public static long heapBytes(long sweepBytes) {
        return (sweepBytes + PROGRAM_BYTES) / 15 * 16;
    }

    /**
     * Bytes for artifacts: half of the memory or, if none is given, what is left of the heap where that is less.
     *
     * @param beside bytes that a sweep takes without its artifacts
     */
    public long artifactBytes(long beside) {
        long half = memoryBytes() / 2;
        return memory == 0 ? Math.clamp(sweepBytes() - beside, 0, half) : half;
    }

    /** What runs a sweep as these knobs say. */
    public SweepExecutor executor() {
        return new SweepExecutor(threadRange(), memoryBytes(), maxFailures.policy());
    }

    private ThreadRange threadRange() {
        return threads == 0 ? ThreadRange.auto() : ThreadRange.fixed(threads);
    }
}
