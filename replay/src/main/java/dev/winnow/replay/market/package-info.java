/**
 * Bar columns: loading, checks, resampling, synthetic bars. Start at {@link dev.winnow.replay.market.Bars} for what a
 * bar is and at {@link dev.winnow.replay.market.MarketData} for where bars come from. Uses the engine's errors only.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.replay.market;
