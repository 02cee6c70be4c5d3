/**
 * Stored runs as rows and in SQL. Start at {@link dev.winnow.reports.runs.RunDatabase}; uses the engine's store, and
 * DuckDB, which is loaded only by what asks for it.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.reports.runs;
