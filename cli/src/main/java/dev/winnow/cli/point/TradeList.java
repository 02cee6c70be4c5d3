package dev.winnow.cli.point;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.winnow.engine.store.Json;
import dev.winnow.engine.workload.Metric.Unit;
import dev.winnow.replay.market.Bars;
import dev.winnow.replay.portfolio.Trade;
import dev.winnow.reports.format.CsvTable;
import dev.winnow.reports.table.Glyphs;
import dev.winnow.reports.table.NumberText;
import dev.winnow.reports.table.TextTable;
import dev.winnow.reports.table.TextTable.Column;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/** The trades of one point, as table, JSON and CSV. An open trade has no exit bar and no exit time. */
record TradeList(Bars bars, List<Trade> trades) {
    private static final List<Column> COLUMNS = List.of(
            Column.right("bar"),
            Column.left("time"),
            Column.left("side"),
            Column.right("price"),
            Column.right("quantity"),
            Column.right("exit bar"),
            Column.left("exit time"),
            Column.right("exit price"),
            Column.right("pnl"),
            Column.left("reason"));

    void table(PrintStream out) {
        new TextTable(COLUMNS, Glyphs.UNICODE)
                .write(
                        cells(
                                value -> NumberText.fixed(value, 4),
                                pnl -> NumberText.metric(Unit.MONEY, pnl, Glyphs.UNICODE)),
                        out);
    }

    void csv(PrintStream out) {
        List<String> header = COLUMNS.stream()
                .map(column -> column.header().replace(' ', '_'))
                .toList();
        CsvTable.write(header, cells(CsvTable::number, CsvTable::number), out);
    }

    private Iterable<List<String>> cells(DoubleFunction<String> number, DoubleFunction<String> money) {
        Stream<List<String>> rows = trades.stream()
                .map(trade -> List.of(
                        Integer.toString(trade.entryBar()),
                        bars.timeText(trade.entryBar()),
                        side(trade.side()),
                        number.apply(trade.entryPrice()),
                        number.apply(trade.quantity()),
                        open(trade) ? "" : Integer.toString(trade.exitBar()),
                        open(trade) ? "" : bars.timeText(trade.exitBar()),
                        number.apply(trade.exitPrice()),
                        money.apply(trade.pnl()),
                        trade.reason().text()));
        return rows.toList();
    }

    void json(JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (Trade trade : trades) {
            json.writeStartObject();
            entry(json, trade.entryBar(), bars.timeText(trade.entryBar()), trade.side(), trade.entryPrice());
            number(json, "quantity", trade.quantity());
            if (!open(trade)) {
                json.writeNumberField("exitBar", trade.exitBar());
                json.writeStringField("exitTime", bars.timeText(trade.exitBar()));
            }
            exit(json, trade.exitPrice(), trade.pnl(), trade.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The fields of an entry but its quantity. */
    static void entry(JsonGenerator json, long bar, String time, int side, double price) throws IOException {
        json.writeNumberField("bar", bar);
        json.writeStringField("time", time);
        json.writeStringField("side", side(side));
        number(json, "price", price);
    }

    /** The last fields of a trade. */
    static void exit(JsonGenerator json, double price, double pnl, Trade.Reason reason) throws IOException {
        number(json, "exitPrice", price);
        number(json, "pnl", pnl);
        json.writeStringField("reason", reason.text());
    }

    static void number(JsonGenerator json, String name, double value) throws IOException {
        json.writeFieldName(name);
        Json.number(json, value);
    }

    private static boolean open(Trade trade) {
        return trade.exitBar() < 0;
    }

    private static String side(int side) {
        return side > 0 ? "long" : "short";
    }
}
