package dev.winnow.reports.html;

import com.fasterxml.jackson.databind.JsonNode;
import dev.winnow.engine.space.Axis;
import dev.winnow.engine.workload.Metric;
import dev.winnow.reports.html.HtmlTable.Cell;
import dev.winnow.reports.html.HtmlTable.Column;
import dev.winnow.reports.summary.FullPoint;
import dev.winnow.reports.summary.RoundTrip;
import dev.winnow.reports.summary.RunFacts;
import dev.winnow.reports.summary.RunSummary;
import dev.winnow.reports.summary.SymbolSummary;
import dev.winnow.reports.summary.TopPoint;
import dev.winnow.reports.table.NumberText;
import java.util.ArrayList;
import java.util.List;

/** The tables of a run. */
final class Tables {
    /** Trades of a page at most: it stays small, and {@code winnow run --trades} has all. */
    static final int MOST_TRADES = 500;

    private static final int MOST_POINTS = 50;

    private Tables() {}

    /** All metrics of the best point against holding. */
    static HtmlTable metrics(FullPoint full) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int m = 0; m < full.metrics().size(); m++) {
            Metric metric = full.metrics().get(m);
            rows.add(List.of(
                    Cell.text(metric.name()),
                    Cell.metric(metric, full.row()[m]),
                    Cell.metric(metric, full.holdRow()[m])));
        }
        return new HtmlTable(
                "All metrics of the best point and of holding",
                List.of(Column.text("metric"), Column.number("best point"), Column.number("buy and hold")),
                rows);
    }

    /** The best points with parameters and metrics. */
    static HtmlTable points(RunSummary summary) {
        RunFacts facts = summary.facts();
        List<Column> columns = new ArrayList<>(List.of(Column.number("rank")));
        for (Axis axis : facts.axes()) {
            columns.add(new Column(axis.name(), axis.type() == Axis.Type.NUMBER));
        }
        facts.metrics().forEach(metric -> columns.add(Column.number(metric.name())));
        List<List<Cell>> rows = summary.chosen().top().stream()
                .limit(MOST_POINTS)
                .map(point -> cells(facts, point))
                .toList();
        return new HtmlTable("The best points of " + summary.chosen().symbol(), columns, rows);
    }

    private static List<Cell> cells(RunFacts facts, TopPoint point) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.number(point.rank(), point.rank() + (point.meets() ? "" : "*")));
        int a = 0;
        for (Axis axis : facts.axes()) {
            double value = point.parameters()[a++];
            String text = axis.text(value);
            cells.add(axis.type() == Axis.Type.NUMBER ? Cell.number(value, text) : Cell.text(text));
        }
        int m = 0;
        for (Metric metric : facts.metrics()) {
            cells.add(Cell.metric(metric, point.metrics()[m++]));
        }
        return cells;
    }

    /** The best point of each symbol. */
    static HtmlTable symbols(RunSummary summary) {
        RunFacts facts = summary.facts();
        Metric objective = facts.objectiveMetric();
        List<List<Cell>> rows = new ArrayList<>();
        for (SymbolSummary symbol : summary.symbols()) {
            double value = symbol.best().map(facts::value).orElse(Double.NaN);
            rows.add(List.of(
                    Cell.text(symbol.symbol()),
                    Cell.text(symbol.best().map(facts::describe).orElse("none: all failed")),
                    Cell.metric(objective, value),
                    Cell.count(symbol.points()),
                    Cell.count(symbol.failed())));
        }
        return new HtmlTable(
                "The best point of each symbol",
                List.of(
                        Column.text("symbol"),
                        Column.text("best point"),
                        Column.number(objective.name()),
                        Column.number("points"),
                        Column.number("failed")),
                rows);
    }

    /** The last trades, up to {@link #MOST_TRADES}. */
    static HtmlTable trades(FullPoint full) {
        List<RoundTrip> trades = full.trades();
        List<List<Cell>> rows = trades.stream()
                .skip(Math.max(0, trades.size() - MOST_TRADES))
                .map(Tables::cells)
                .toList();
        return new HtmlTable(
                "Trades of the best point",
                List.of(
                        Column.text("entry"),
                        Column.text("exit"),
                        Column.text("side"),
                        Column.number("quantity"),
                        Column.number("entry price"),
                        Column.number("exit price"),
                        Column.number("pnl"),
                        Column.text("reason")),
                rows);
    }

    private static List<Cell> cells(RoundTrip trade) {
        return List.of(
                Cell.text(trade.entryTime()),
                Cell.text(trade.exitTime().isEmpty() ? "open" : trade.exitTime()),
                Cell.text(trade.isLong() ? "long" : "short"),
                decimals(trade.quantity(), 4),
                decimals(trade.entryPrice(), 4),
                decimals(trade.exitPrice(), 4),
                Cell.metric(MONEY, trade.pnl()),
                Cell.text(trade.reason()));
    }

    private static final Metric MONEY = new Metric("pnl", Metric.Unit.MONEY, Metric.Direction.HIGHER, true);

    private static Cell decimals(double value, int decimals) {
        return Cell.number(value, NumberText.fixed(value, decimals));
    }

    /** The leaves of a JSON tree by their path, but for these branches. */
    static HtmlTable fields(String caption, JsonNode tree, List<String> without) {
        List<List<Cell>> rows = new ArrayList<>();
        tree.properties().stream()
                .filter(field -> !without.contains(field.getKey()))
                .forEach(field -> flatten(field.getKey(), field.getValue(), rows));
        return new HtmlTable(caption, List.of(Column.text("field"), Column.text("value")), rows);
    }

    private static void flatten(String path, JsonNode node, List<List<Cell>> rows) {
        if (node.isObject()) {
            node.properties().forEach(field -> flatten(path + "." + field.getKey(), field.getValue(), rows));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(path + "[" + i + "]", node.get(i), rows);
            }
        } else {
            rows.add(List.of(Cell.text(path), Cell.text(node.asText())));
        }
    }
}
