package dev.winnow.reports.html;

import dev.winnow.engine.workload.Metric;
import dev.winnow.reports.chart.EquityCurve;
import dev.winnow.reports.html.HtmlTable.Cell;
import dev.winnow.reports.html.HtmlTable.Column;
import dev.winnow.reports.summary.FullPoint;
import dev.winnow.reports.summary.RunReport;
import dev.winnow.reports.summary.RunSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the page of several runs shows, by the names that its template uses. */
final class ComparisonView {
    private ComparisonView() {}

    static Map<String, Object> of(List<RunReport> reports) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("runs", reports.stream().map(RunView::of).toList());
        view.put("bests", bests(reports));
        view.put("equities", equities(reports));
        view.put("differences", differences(reports));
        return view;
    }

    private static HtmlTable bests(List<RunReport> reports) {
        Set<Metric> metrics = new LinkedHashSet<>();
        reports.forEach(report -> metrics.add(report.summary().facts().objectiveMetric()));
        reports.forEach(report -> metrics.addAll(report.summary().facts().metrics()));
        List<Column> columns = new ArrayList<>(
                List.of(Column.text("run"), Column.text("symbol"), Column.number("tries"), Column.text("best point")));
        metrics.forEach(metric -> columns.add(Column.number(metric.name())));
        List<List<Cell>> rows =
                reports.stream().map(report -> best(report, metrics)).toList();
        return new HtmlTable("The best point of each run", columns, rows);
    }

    private static List<Cell> best(RunReport report, Set<Metric> metrics) {
        RunSummary summary = report.summary();
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.text(summary.run().name()),
                Cell.text(summary.chosen().symbol()),
                Cell.count(report.tries()),
                Cell.text(summary.best().map(summary.facts()::describe).orElse("none"))));
        for (Metric metric : metrics) {
            int at = summary.facts().metrics().indexOf(metric);
            double value = at < 0
                    ? Double.NaN
                    : summary.best().map(point -> point.metrics()[at]).orElse(Double.NaN);
            cells.add(Cell.metric(metric, value));
        }
        return cells;
    }

    /** One picture of the runs over time and one of those over bar numbers, as far as there are such. */
    private static List<String> equities(List<RunReport> reports) {
        List<String> pictures = new ArrayList<>();
        for (boolean timed : new boolean[] {true, false}) {
            List<EquityCurve.Path> paths = reports.stream()
                    .filter(report -> report.full()
                            .map(FullPoint::timed)
                            .filter(is -> is == timed)
                            .isPresent())
                    .map(ComparisonView::path)
                    .toList();
            if (!paths.isEmpty()) {
                pictures.add(new EquityCurve(timed, paths, List.of()).draw().html());
            }
        }
        return pictures;
    }

    private static EquityCurve.Path path(RunReport report) {
        FullPoint full = report.full().orElseThrow();
        return new EquityCurve.Path(report.summary().run().name(), full.time(), full.equity());
    }

    /** Fields that the runs follow from and do not share. */
    private static HtmlTable differences(List<RunReport> reports) {
        List<Map<String, String>> identities = reports.stream()
                .map(report -> report.summary().run().identity().fields())
                .toList();
        Set<String> fields = new LinkedHashSet<>();
        identities.forEach(identity -> fields.addAll(identity.keySet()));
        List<Column> columns = new ArrayList<>(List.of(Column.text("field")));
        reports.forEach(report -> columns.add(Column.text(report.summary().run().name())));
        List<List<Cell>> rows = new ArrayList<>();
        for (String field : fields) {
            List<String> values = identities.stream()
                    .map(identity -> identity.getOrDefault(field, "\u2013"))
                    .toList();
            if (values.stream().distinct().count() > 1) {
                List<Cell> cells = new ArrayList<>(List.of(Cell.text(field)));
                values.forEach(value -> cells.add(Cell.text(value)));
                rows.add(cells);
            }
        }
        return new HtmlTable("What the runs do not share", columns, rows);
    }
}
