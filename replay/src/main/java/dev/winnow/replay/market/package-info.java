/**
 * Bar columns: loading, checks, resampling, synthetic bars. Start at {@link dev.winnow.replay.market.Bars}.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.replay.market;
