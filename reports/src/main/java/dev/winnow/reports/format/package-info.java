/**
 * Reports for programs, streamed row by row. Start at {@link dev.winnow.reports.format.JsonOutput} and
 * {@link dev.winnow.reports.format.CsvOutput} for sweeps, at {@link dev.winnow.reports.format.PrettyJson} and
 * {@link dev.winnow.reports.format.CsvTable} for anything else.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.reports.format;
