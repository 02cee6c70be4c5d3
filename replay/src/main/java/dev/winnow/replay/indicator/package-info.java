/**
 * Indicator definitions, each with formula, first defined bar and source. Start at {@link dev.winnow.replay.indicator.Indicator}.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.replay.indicator;
