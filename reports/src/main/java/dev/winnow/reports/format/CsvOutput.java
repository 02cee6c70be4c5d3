package dev.winnow.reports.format;

import dev.winnow.engine.space.Axis;
import dev.winnow.engine.workload.Metric;
import dev.winnow.reports.Listing;
import dev.winnow.reports.Listing.Column;
import dev.winnow.reports.SweepReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Rows as CSV with a header. Numbers have the fewest digits that read back to them; what is undefined is empty. Fields
 * are quoted as RFC 4180 has it, lines end in a line feed.
 */
public final class CsvOutput {
    private CsvOutput() {}

    /**
     * Writes a sweep's points, best first: symbol, parameters, metrics; what they are written to stays open.
     *
     * @throws UncheckedIOException when writing fails
     */
    public static void write(SweepReport report, Appendable out) {
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
    public static void write(Listing listing, Appendable out) {
        try {
            StringBuilder line = new StringBuilder();
            writeRow(listing.columns().stream().map(Column::name).toList(), line, out);
            for (List<? extends @Nullable Object> row : listing.rows()) {
                writeRow(row, line, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeRow(List<? extends @Nullable Object> values, StringBuilder line, Appendable out)
            throws IOException {
        line.setLength(0);
        for (int c = 0; c < values.size(); c++) {
            line.append(c == 0 ? "" : ",");
            switch (values.get(c)) {
                case null -> {}
                case Double number -> number(line, number);
                case Object value -> field(line, value.toString());
            }
        }
        out.append(line.append('\n'));
    }

    private static void number(StringBuilder line, double value) {
        if (Double.isNaN(value)) {
            return;
        }
        if (value == (long) value && Math.abs(value) < 1e15 && (value != 0 || 1 / value > 0)) {
            line.append((long) value);
        } else {
            line.append(value);
        }
    }

    private static void field(StringBuilder line, String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        if (plain) {
            line.append(text);
        } else {
            line.append('"').append(text.replace("\"", "\"\"")).append('"');
        }
    }
}
