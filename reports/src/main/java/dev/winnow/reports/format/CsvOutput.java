package dev.winnow.reports.format;

import dev.winnow.engine.space.Axis;
import dev.winnow.engine.workload.Metric;
import dev.winnow.reports.Listing;
import dev.winnow.reports.Listing.Column;
import dev.winnow.reports.SweepReport;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Rows as CSV. Numbers have the fewest digits that read back to them; what is undefined is empty. */
public final class CsvOutput {
    private CsvOutput() {}

    /**
     * Writes a sweep's points, best first: symbol, parameters, metrics. What they are written to stays open.
     *
     * @throws UncheckedIOException when writing fails
     */
    public static void write(SweepReport report, OutputStream out) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("symbol")));
        report.parameters().forEach(axis -> columns.add(Column.text(axis.name())));
        for (Metric metric : report.metrics()) {
            columns.add(Column.number(metric.name()));
        }
        Iterable<List<Object>> rows = () -> StreamSupport.stream(report.rows().spliterator(), false)
                .map(row -> values(report, row))
                .iterator();
        write(new Listing(columns, rows), out);
    }

    private static List<Object> values(SweepReport report, SweepReport.Row row) {
        List<Object> values = new ArrayList<>(List.of(row.symbol()));
        int a = 0;
        for (Axis axis : report.parameters()) {
            values.add(axis.text(row.parameters()[a++]));
        }
        for (double metric : row.metrics()) {
            values.add(metric);
        }
        return values;
    }

    /**
     * Writes header and rows; what they are written to stays open.
     *
     * @throws UncheckedIOException when writing fails
     */
    public static void write(Listing listing, OutputStream out) {
        CsvTable.write(
                listing.columns().stream().map(Column::name).toList(),
                () -> StreamSupport.stream(listing.rows().spliterator(), false)
                        .map(row -> row.stream().map(CsvOutput::field).toList())
                        .iterator(),
                out);
    }

    private static String field(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Double number -> CsvTable.number(number);
            case Object other -> other.toString();
        };
    }
}
