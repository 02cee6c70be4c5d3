/**
 * Runs a plan's batches on threads and hands the outcomes on in order. Start at
 * {@link dev.winnow.engine.execute.SweepExecutor}; uses plan and workload.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.engine.execute;
