/**
 * Reports of stored runs: figures and verdicts read from the run's folder, its best point evaluated again from the bars.
 * Start at {@link dev.winnow.cli.report.RunReports}.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.cli.report;
