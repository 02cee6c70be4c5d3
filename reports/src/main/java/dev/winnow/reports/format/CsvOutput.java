package dev.winnow.reports.format;

import dev.winnow.engine.space.Axis;
import dev.winnow.engine.workload.Metric;
import dev.winnow.reports.SweepReport;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A sweep's points as CSV, best first: symbol, parameters, metrics, with a header. Numbers have the fewest digits that
 * read back to them; an undefined metric is empty. Fields are quoted as RFC 4180 has it, lines end in a line feed.
 */
public final class CsvOutput {
    private CsvOutput() {}

    /**
     * Writes the points; what they are written to stays open.
     *
     * @throws UncheckedIOException when writing fails
     */
    public static void write(SweepReport report, Appendable out) {
        try {
            writeHeader(report, out);
            StringBuilder line = new StringBuilder();
            for (SweepReport.Row row : report.rows()) {
                line.setLength(0);
                writeRow(report, row, line);
                out.append(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeHeader(SweepReport report, Appendable out) throws IOException {
        StringBuilder line = new StringBuilder("symbol");
        for (Axis axis : report.parameters()) {
            field(line.append(','), axis.name());
        }
        for (Metric metric : report.metrics()) {
            field(line.append(','), metric.name());
        }
        out.append(line.append('\n'));
    }

    private static void writeRow(SweepReport report, SweepReport.Row row, StringBuilder line) {
        field(line, row.symbol());
        int a = 0;
        for (Axis axis : report.parameters()) {
            field(line.append(','), axis.text(row.parameters()[a++]));
        }
        for (double metric : row.metrics()) {
            number(line.append(','), metric);
        }
        line.append('\n');
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
