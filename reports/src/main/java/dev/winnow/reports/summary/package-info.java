/**
 * The figures behind a report, from the folder of a run: which point is best, how it stands against all others and
 * against luck, which parameters matter. Points are read as primitive columns, never held as objects. Start at
 * {@link dev.winnow.reports.summary.RunSummary}; uses engine.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.reports.summary;
