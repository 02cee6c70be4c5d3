/** Reports for people. Start at {@link dev.winnow.reports.table.SweepTable}. */
@org.jspecify.annotations.NullMarked
package dev.winnow.reports.table;
