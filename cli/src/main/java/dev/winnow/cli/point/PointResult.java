package dev.winnow.cli.point;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.winnow.engine.space.Axis;
import dev.winnow.engine.store.Json;
import dev.winnow.engine.workload.Metric;
import dev.winnow.replay.market.Bars;
import dev.winnow.replay.portfolio.Backtest;
import dev.winnow.reports.format.CsvTable;
import dev.winnow.reports.format.PrettyJson;
import dev.winnow.reports.table.Glyphs;
import dev.winnow.reports.table.NumberText;
import dev.winnow.reports.table.TextTable;
import dev.winnow.reports.table.TextTable.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * One point in full, as table, JSON and CSV.
 *
 * @param run the run's name
 * @param bars what the point ran on
 * @param axes the parameters
 * @param point double[parameters]
 * @param metrics what the row holds
 * @param row double[metrics], NaN where undefined
 * @param backtest trades and equity
 * @param withTrades whether to tell of every trade
 */
public record PointResult(
        String run,
        Bars bars,
        List<Axis> axes,
        double[] point,
        List<Metric> metrics,
        double[] row,
        Backtest backtest,
        boolean withTrades) {
    /** Parameters and metrics, then the trades where they are asked for. */
    public void table(PrintStream out) {
        out.println(run + " on " + bars.symbol() + ", " + NumberText.grouped(bars.size()) + " bars");
        for (int a = 0; a < point.length; a++) {
            out.println(axes.get(a).name() + " = " + axes.get(a).text(point[a]));
        }
        out.println();
        new TextTable(List.of(Column.left("metric"), Column.right("value")), Glyphs.UNICODE)
                .write(metrics(m -> NumberText.metric(metrics.get(m).unit(), row[m], Glyphs.UNICODE)), out);
        if (withTrades) {
            out.println();
            trades().table(out);
        }
    }

    /** One object; undefined figures are null. */
    public void json(OutputStream out) {
        PrettyJson.write(out, this::fields);
    }

    private void fields(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("run", run);
        json.writeStringField("symbol", bars.symbol());
        json.writeNumberField("bars", bars.size());
        json.writeFieldName("parameters");
        Json.point(json, axes, point);
        json.writeObjectFieldStart("metrics");
        for (int m = 0; m < row.length; m++) {
            json.writeFieldName(metrics.get(m).name());
            Json.number(json, row[m]);
        }
        json.writeEndObject();
        json.writeBooleanField("ruined", backtest.ruined());
        if (withTrades) {
            json.writeFieldName("trades");
            trades().json(json);
        }
        json.writeEndObject();
    }

    /** Trades where they are asked for, else the metrics. */
    public void csv(PrintStream out) {
        if (withTrades) {
            trades().csv(out);
        } else {
            CsvTable.write(List.of("metric", "value"), metrics(m -> CsvTable.number(row[m])), out);
        }
    }

    /** Bar, time, close and equity as CSV. */
    public void equity(OutputStream out) {
        CsvTable.write(
                List.of("bar", "time", "close", "equity"),
                () -> IntStream.range(0, bars.size())
                        .mapToObj(t -> List.of(
                                Integer.toString(t),
                                bars.timeText(t),
                                CsvTable.number(bars.close()[t]),
                                CsvTable.number(backtest.equity()[t])))
                        .iterator(),
                out);
    }

    private List<List<String>> metrics(IntFunction<String> value) {
        return IntStream.range(0, row.length)
                .mapToObj(m -> List.of(metrics.get(m).name(), value.apply(m)))
                .toList();
    }

    private TradeList trades() {
        return new TradeList(bars, backtest.trades());
    }
}
