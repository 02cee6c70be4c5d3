/**
 * One point in full: metrics, trades and equity over bars that are there, or bar by bar as they come. Start at
 * {@link dev.winnow.cli.point.PointResult}.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.cli.point;
