package dev.winnow.cli.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.winnow.cli.config.SweepSpec;
import dev.winnow.engine.Suggestion;
import dev.winnow.engine.UserError;
import dev.winnow.engine.space.Axis;
import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Metric;
import dev.winnow.engine.workload.Outcome;
import dev.winnow.engine.workload.Session;
import dev.winnow.replay.BacktestWorkload;
import dev.winnow.replay.market.Bars;
import dev.winnow.replay.market.LoadedBars;
import dev.winnow.replay.performance.PerformanceMetric;
import dev.winnow.replay.portfolio.Backtest;
import dev.winnow.replay.portfolio.Trade;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow run}: one point in full. */
@Command(name = "run", description = "Run one point of a spec: all metrics, trades, equity.")
final class RunCommand implements Runnable {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Mixin
    private final SpecOptions options = new SpecOptions();

    @Option(names = "--symbol", paramLabel = "SYMBOL", description = "Which symbol, where the spec has several.")
    private @Nullable String symbol;

    @Option(names = "--trades", description = "Print every trade too.")
    private boolean trades;

    @Option(names = "--equity", paramLabel = "FILE", description = "Write bar, time, close and equity there as CSV.")
    private @Nullable Path equity;

    @Option(names = "--output", description = "table, json or csv; default: table.")
    private Output output = Output.table;

    private final Console console;

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        ReadySpec ready = ReadySpec.of(options.read(console));
        SweepSpec spec = ready.spec();
        double[] point = point(spec);
        if (!ready.where().allows(point)) {
            throw new UserError("the point is outside the spec's space: where " + spec.where() + "; set other values");
        }
        LoadedBars loaded = pick(ready.bars(console));
        BacktestWorkload workload = ready.workload(loaded, List.of(PerformanceMetric.values()));
        double[] row = metrics(workload, point);
        Backtest backtest = workload.backtest(point);
        Path file = equity;
        if (file != null) {
            write(file, loaded.bars(), backtest);
        }
        switch (output) {
            case table -> table(spec, loaded.bars(), point, workload.metrics(), row, backtest);
            case json -> json(spec, loaded.bars(), point, workload.metrics(), row, backtest);
            case csv -> csv(loaded.bars(), workload.metrics(), row, backtest);
        }
    }

    private static double[] point(SweepSpec spec) {
        List<String> open = spec.axes().stream()
                .filter(axis -> axis.levels() > 1)
                .map(axis -> "parameter '" + axis.name() + "' has " + axis.levels() + " values; fix it with --set "
                        + axis.name() + "=" + axis.text(axis.value(0)))
                .toList();
        if (!open.isEmpty()) {
            throw new UserError(open);
        }
        return spec.axes().stream().mapToDouble(axis -> axis.value(0)).toArray();
    }

    private LoadedBars pick(List<LoadedBars> all) {
        List<String> symbols = all.stream().map(one -> one.bars().symbol()).toList();
        String wanted = symbol;
        if (wanted == null) {
            if (all.size() > 1) {
                throw new UserError("the spec has " + all.size() + " symbols; choose one: --symbol "
                        + symbols.getFirst() + " (of " + String.join(", ", symbols) + ")");
            }
            return all.getFirst();
        }
        int index = symbols.indexOf(wanted);
        if (index < 0) {
            throw new UserError("--symbol: no symbol '" + wanted + "'" + Suggestion.of(wanted, symbols));
        }
        return all.get(index);
    }

    /** By the same code as a sweep, so that the figures are the same to the last digit. */
    private static double[] metrics(BacktestWorkload workload, double[] point) {
        Outcome outcome = new Outcome(1, workload.metrics().size());
        try (Session session = workload.open()) {
            session.evaluate(new Batch(0, 1, point.length, point), outcome);
        }
        String cause = outcome.failures().get(0);
        if (cause != null) {
            throw new UserError("the point fails: " + cause);
        }
        return Arrays.copyOf(outcome.values(), outcome.metrics());
    }

    private void table(
            SweepSpec spec, Bars bars, double[] point, List<Metric> metrics, double[] row, Backtest backtest) {
        PrintStream out = console.out();
        out.println(spec.name() + " on " + bars.symbol() + ", " + String.format(Locale.ROOT, "%,d bars", bars.size()));
        for (int a = 0; a < point.length; a++) {
            Axis axis = spec.axes().get(a);
            out.println(axis.name() + " = " + axis.text(point[a]));
        }
        out.println();
        TextTable table = new TextTable(List.of("metric", "value>"));
        for (int m = 0; m < row.length; m++) {
            table.row(List.of(metrics.get(m).name(), Figures.cell(metrics.get(m), row[m])));
        }
        table.print(out);
        if (trades) {
            out.println();
            trades(bars, backtest).print(out);
        }
    }

    private static TextTable trades(Bars bars, Backtest backtest) {
        TextTable table = new TextTable(List.of(
                "bar>",
                "time",
                "side",
                "price>",
                "quantity>",
                "exit bar>",
                "exit time",
                "exit price>",
                "pnl>",
                "reason"));
        for (Trade trade : backtest.trades()) {
            boolean open = trade.exitBar() < 0;
            table.row(List.of(
                    Integer.toString(trade.entryBar()),
                    time(bars, trade.entryBar()),
                    side(trade),
                    decimal(trade.entryPrice()),
                    decimal(trade.quantity()),
                    open ? "" : Integer.toString(trade.exitBar()),
                    open ? "" : time(bars, trade.exitBar()),
                    decimal(trade.exitPrice()),
                    String.format(Locale.ROOT, "%.2f", trade.pnl()),
                    trade.reason().text()));
        }
        return table;
    }

    private static String side(Trade trade) {
        return trade.side() > 0 ? "long" : "short";
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String time(Bars bars, int bar) {
        return bars.timeText(bar);
    }

    private void json(
            SweepSpec spec, Bars bars, double[] point, List<Metric> metrics, double[] row, Backtest backtest) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("run", spec.name());
        root.put("symbol", bars.symbol());
        root.put("bars", bars.size());
        root.set("parameters", Figures.parameters(spec.axes(), point));
        root.set("metrics", Figures.metrics(metrics, row));
        root.put("ruined", backtest.ruined());
        if (trades) {
            ArrayNode array = root.putArray("trades");
            backtest.trades().forEach(trade -> fields(array.addObject(), bars, trade));
        }
        console.out().println(root.toPrettyString());
    }

    private static void fields(ObjectNode node, Bars bars, Trade trade) {
        boolean open = trade.exitBar() < 0;
        node.put("bar", trade.entryBar());
        node.put("time", time(bars, trade.entryBar()));
        node.put("side", side(trade));
        node.set("price", Figures.number(trade.entryPrice()));
        node.set("quantity", Figures.number(trade.quantity()));
        if (!open) {
            node.put("exitBar", trade.exitBar());
            node.put("exitTime", time(bars, trade.exitBar()));
        }
        node.set("exitPrice", Figures.number(trade.exitPrice()));
        node.set("pnl", Figures.number(trade.pnl()));
        node.put("reason", trade.reason().text());
    }

    /** Trades where they are asked for, else the metrics. */
    private void csv(Bars bars, List<Metric> metrics, double[] row, Backtest backtest) {
        PrintStream out = console.out();
        if (!trades) {
            out.println("metric,value");
            for (int m = 0; m < row.length; m++) {
                out.println(metrics.get(m).name() + "," + Csv.number(row[m]));
            }
            return;
        }
        out.println("bar,time,side,price,quantity,exit_bar,exit_time,exit_price,pnl,reason");
        for (Trade trade : backtest.trades()) {
            boolean open = trade.exitBar() < 0;
            out.println(String.join(
                    ",",
                    Integer.toString(trade.entryBar()),
                    time(bars, trade.entryBar()),
                    side(trade),
                    Csv.number(trade.entryPrice()),
                    Csv.number(trade.quantity()),
                    open ? "" : Integer.toString(trade.exitBar()),
                    open ? "" : time(bars, trade.exitBar()),
                    Csv.number(trade.exitPrice()),
                    Csv.number(trade.pnl()),
                    trade.reason().text()));
        }
    }

    private static void write(Path file, Bars bars, Backtest backtest) {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("bar,time,close,equity\n");
            for (int t = 0; t < bars.size(); t++) {
                out.write(t + "," + time(bars, t) + "," + Csv.number(bars.close()[t]) + ","
                        + Csv.number(backtest.equity()[t]) + "\n");
            }
        } catch (IOException e) {
            throw new UserError("--equity " + file + ": cannot be written (" + e.getMessage() + ")");
        }
    }
}
