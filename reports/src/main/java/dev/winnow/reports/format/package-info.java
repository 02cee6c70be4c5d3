/**
 * Reports for programs, streamed row by row. Start at {@link dev.winnow.reports.format.JsonOutput} and
 * {@link dev.winnow.reports.format.CsvOutput}.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.reports.format;
