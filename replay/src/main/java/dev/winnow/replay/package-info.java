/**
 * The backtest workload. Start at {@link dev.winnow.replay.BacktestWorkload}; may use the engine, never the reports or
 * the command line.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.replay;
