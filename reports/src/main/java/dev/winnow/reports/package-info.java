/**
 * What a run found, for people and for programs. Start at {@link dev.winnow.reports.SweepReport}; uses engine.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.reports;
