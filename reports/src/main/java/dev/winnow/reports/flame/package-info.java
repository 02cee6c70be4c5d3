/**
 * Flame graphs: from collapsed stacks to HTML that needs no network. Start at
 * {@link dev.winnow.reports.flame.FlameGraph}; {@link dev.winnow.reports.flame.Stacks} reads and writes the stacks.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.reports.flame;
