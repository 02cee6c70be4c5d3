package dev.winnow.cli.point;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.winnow.engine.space.Axis;
import dev.winnow.engine.store.Json;
import dev.winnow.replay.market.Bar;
import dev.winnow.replay.performance.Performance;
import dev.winnow.replay.performance.PerformanceMetric;
import dev.winnow.replay.portfolio.Execution;
import dev.winnow.replay.portfolio.Order;
import dev.winnow.replay.portfolio.Tally;
import dev.winnow.replay.portfolio.Trade.Reason;
import dev.winnow.replay.stream.Entry;
import dev.winnow.replay.stream.StreamListener;
import dev.winnow.replay.stream.StreamedBacktest;
import dev.winnow.reports.format.PrettyJson;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** A streamed backtest as JSON lines: signals, entries, trades, and a summary at the end. */
final class StreamLines implements StreamListener {
    private final PrintStream out;
    private final JsonGenerator json;
    private boolean fresh;
    private boolean closed;

    StreamLines(PrintStream out) {
        this.out = out;
        try {
            this.json = Json.factory().createGenerator(out).setRootValueSeparator(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends on what was written since the last time. */
    void flush() {
        if (fresh) {
            fresh = false;
            try {
                json.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            closed = out.checkError();
        }
    }

    /** Whether nobody reads any more. */
    boolean closed() {
        return closed;
    }

    private void line(String type, PrettyJson.Value fields) {
        try {
            json.writeStartObject();
            json.writeStringField("type", type);
            fields.write(json);
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        fresh = true;
    }

    @Override
    public void decided(long t, Bar bar, Order order) {
        line("signal", json -> {
            json.writeNumberField("bar", t);
            json.writeStringField("time", bar.timeText());
            json.writeStringField("order", order.name().toLowerCase(Locale.ROOT));
            TradeList.number(json, "close", bar.close());
        });
    }

    @Override
    public void opened(Entry entry) {
        line("entry", json -> {
            entry(json, entry);
            TradeList.number(json, "fee", entry.fee());
        });
    }

    @Override
    public void closed(Entry entry, long t, Bar bar, double price, double pnl, Reason reason) {
        line("trade", json -> {
            entry(json, entry);
            json.writeNumberField("exitBar", t);
            json.writeStringField("exitTime", bar.timeText());
            TradeList.exit(json, price, pnl, reason);
        });
    }

    private static void entry(JsonGenerator json, Entry entry) throws IOException {
        TradeList.entry(json, entry.bar(), entry.time(), entry.side(), entry.price());
        TradeList.number(json, "quantity", entry.quantity());
    }

    /**
     * The last line.
     *
     * @param ended why there is no more
     * @param first time of the first bar
     */
    void summary(
            String run,
            String source,
            String ended,
            String first,
            long dropped,
            List<Axis> axes,
            double[] point,
            Execution execution,
            StreamedBacktest backtest) {
        line("summary", json -> {
            json.writeStringField("run", run);
            json.writeStringField("source", source);
            json.writeStringField("ended", ended);
            json.writeNumberField("bars", backtest.bars());
            json.writeNumberField("dropped", dropped);
            json.writeStringField("first", first);
            json.writeStringField("last", backtest.last().timeText());
            json.writeFieldName("parameters");
            Json.point(json, axes, point);
            metrics(json, backtest.tally(), execution);
            json.writeBooleanField("ruined", backtest.ruined());
            Entry open = backtest.open();
            if (open != null) {
                json.writeObjectFieldStart("open");
                entry(json, open);
                TradeList.exit(json, backtest.last().close(), backtest.openPnl(), Reason.OPEN);
                json.writeEndObject();
            }
        });
        flush();
    }

    private static void metrics(JsonGenerator json, Tally tally, Execution execution) throws IOException {
        json.writeObjectFieldStart("metrics");
        for (PerformanceMetric metric : PerformanceMetric.values()) {
            TradeList.number(json, metric.text(), Performance.value(metric, tally, execution));
        }
        json.writeEndObject();
    }
}
