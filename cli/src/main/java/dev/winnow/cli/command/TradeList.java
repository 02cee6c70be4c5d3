package dev.winnow.cli.command;

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
                        side(trade),
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
            json.writeNumberField("bar", trade.entryBar());
            json.writeStringField("time", bars.timeText(trade.entryBar()));
            json.writeStringField("side", side(trade));
            number(json, "price", trade.entryPrice());
            number(json, "quantity", trade.quantity());
            if (!open(trade)) {
                json.writeNumberField("exitBar", trade.exitBar());
                json.writeStringField("exitTime", bars.timeText(trade.exitBar()));
            }
            number(json, "exitPrice", trade.exitPrice());
            number(json, "pnl", trade.pnl());
            json.writeStringField("reason", trade.reason().text());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, String name, double value) throws IOException {
        json.writeFieldName(name);
        Json.number(json, value);
    }

    private static boolean open(Trade trade) {
        return trade.exitBar() < 0;
    }

    private static String side(Trade trade) {
        return trade.side() > 0 ? "long" : "short";
    }
}
