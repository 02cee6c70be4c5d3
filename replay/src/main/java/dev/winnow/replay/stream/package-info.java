/**
 * A backtest on bars that come one by one and are not kept. Start at {@link dev.winnow.replay.stream.StreamedBacktest};
 * may use the strategy language, the portfolio and the metrics.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.replay.stream;
