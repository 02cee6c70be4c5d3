/**
 * The backtest workload. Start at the market package; may use the engine, never the reports or the command line.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.replay;
