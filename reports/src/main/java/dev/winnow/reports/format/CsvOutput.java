package dev.winnow.reports.format;

import dev.winnow.engine.space.Axis;
import dev.winnow.engine.workload.Metric;
import dev.winnow.reports.SweepReport;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A sweep's points as CSV, best first: symbol, parameters, metrics, with a header. Numbers have the fewest digits that
 * read back to them; an undefined metric is empty.
 */
public final class CsvOutput {
    private CsvOutput() {}

    /**
     * Writes the points; what they are written to stays open.
     *
     * @throws UncheckedIOException when writing fails
     */
    public static void write(SweepReport report, OutputStream out) {
        CsvTable.write(
                header(report),
                () -> StreamSupport.stream(report.rows().spliterator(), false)
                        .map(row -> fields(report, row))
                        .iterator(),
                out);
    }

    private static List<String> header(SweepReport report) {
        List<String> header = new ArrayList<>();
        header.add("symbol");
        report.parameters().stream().map(Axis::name).forEach(header::add);
        report.metrics().stream().map(Metric::name).forEach(header::add);
        return header;
    }

    private static List<String> fields(SweepReport report, SweepReport.Row row) {
        List<String> fields = new ArrayList<>();
        fields.add(row.symbol());
        int a = 0;
        for (Axis axis : report.parameters()) {
            fields.add(axis.text(row.parameters()[a++]));
        }
        for (double metric : row.metrics()) {
            fields.add(CsvTable.number(metric));
        }
        return fields;
    }
}
