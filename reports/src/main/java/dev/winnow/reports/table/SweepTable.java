package dev.winnow.reports.table;

import dev.winnow.engine.space.Axis;
import dev.winnow.engine.workload.Metric;
import dev.winnow.reports.SweepReport;
import dev.winnow.reports.table.TextTable.Column;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * A sweep for people: the best points with their parameters, the objective's metric, then the others; below them how
 * fast they were found and by what. The symbol is a column only where there are several.
 */
public final class SweepTable {
    private final SweepReport report;
    private final Glyphs glyphs;
    private final boolean symbols;

    /** Positions of the metrics, the objective's first. */
    private final int[] metricOrder;

    private SweepTable(SweepReport report, Glyphs glyphs) {
        this.report = report;
        this.glyphs = glyphs;
        this.symbols = severalSymbols(report);
        int objective = report.objectiveMetric();
        this.metricOrder = IntStream.concat(
                        IntStream.of(objective),
                        IntStream.range(0, report.metrics().size()).filter(m -> m != objective))
                .filter(m -> m >= 0)
                .toArray();
    }

    /**
     * Writes table and footer; what they are written to stays open.
     *
     * @throws UncheckedIOException when writing fails
     */
    public static void write(SweepReport report, Glyphs glyphs, Appendable out) {
        SweepTable table = new SweepTable(report, glyphs);
        new TextTable(table.columns(), glyphs).write(table::cells, out);
        try {
            out.append('\n').append(table.footer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.right("rank"));
        if (symbols) {
            columns.add(Column.left("symbol"));
        }
        for (Axis axis : report.parameters()) {
            columns.add(axis.type() == Axis.Type.NUMBER ? Column.right(axis.name()) : Column.left(axis.name()));
        }
        for (int m : metricOrder) {
            columns.add(Column.right(report.metrics().get(m).name()));
        }
        return columns;
    }

    private Iterator<List<String>> cells() {
        return StreamSupport.stream(report.rows().spliterator(), false)
                .map(this::cells)
                .iterator();
    }

    private List<String> cells(SweepReport.Row row) {
        List<String> cells = new ArrayList<>();
        cells.add(row.rank() + (row.meets() ? "" : "*"));
        if (symbols) {
            cells.add(row.symbol());
        }
        int a = 0;
        for (Axis axis : report.parameters()) {
            cells.add(axis.text(row.parameters()[a++]));
        }
        for (int m : metricOrder) {
            Metric metric = report.metrics().get(m);
            cells.add(NumberText.metric(metric.unit(), row.metrics()[m], glyphs));
        }
        return cells;
    }

    private String footer() {
        StringBuilder text = new StringBuilder();
        report.notes().forEach(note -> text.append(note).append('\n'));
        long evaluated = report.evaluated() - report.kept();
        text.append(counted(evaluated, "point"));
        if (evaluated < report.points()) {
            text.append(" of ").append(NumberText.grouped(report.points()));
        }
        text.append(" in ").append(NumberText.fixed(report.wallSeconds(), 2)).append(" s: ");
        text.append(NumberText.rate(report.pointsPerSecond())).append(" points/s, ");
        text.append(NumberText.rate(report.barPointsPerSecond())).append(" bar-points/s, ");
        text.append(counted(report.threads(), "thread")).append('\n');
        text.append("objective  ").append(report.objective()).append('\n');
        text.append("kernel     ").append(report.kernel()).append('\n');
        text.append("run        ").append(report.folder()).append('\n');
        if (report.kept() > 0) {
            text.append(counted(report.kept(), "point")).append(" kept from before an interruption\n");
        }
        if (report.failed() > 0) {
            text.append(counted(report.failed(), "point")).append(" failed: causes in failures.jsonl of the run\n");
        }
        return text.toString();
    }

    private static String counted(long count, String noun) {
        return NumberText.grouped(count) + " " + noun + (count == 1 ? "" : "s");
    }

    private static boolean severalSymbols(SweepReport report) {
        Iterator<SweepReport.Row> rows = report.rows().iterator();
        if (!rows.hasNext()) {
            return false;
        }
        String first = rows.next().symbol();
        while (rows.hasNext()) {
            if (!Objects.equals(first, rows.next().symbol())) {
                return true;
            }
        }
        return false;
    }
}
