/**
 * Metrics of an equity path. Start at {@link dev.winnow.replay.performance.PerformanceMetric}; {@link
 * dev.winnow.replay.performance.Performance} holds their definitions. May use the portfolio package.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.replay.performance;
