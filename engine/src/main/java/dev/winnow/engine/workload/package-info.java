/**
 * What the engine can run: parameters, metrics, and sessions that evaluate batches. Start at {@link dev.winnow.engine.workload.Workload}; knows no trading.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.engine.workload;
