package dev.winnow.cli.command;

import dev.winnow.cli.config.SweepSpec;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.Output;
import dev.winnow.cli.option.HelpOption;
import dev.winnow.cli.option.SpecOptions;
import dev.winnow.cli.point.PointResult;
import dev.winnow.cli.point.StreamRun;
import dev.winnow.cli.ready.PointRun;
import dev.winnow.cli.ready.ReadySpec;
import dev.winnow.engine.Suggestion;
import dev.winnow.engine.UserError;
import dev.winnow.replay.market.LoadedBars;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    private @Nullable Output output;

    @Option(
            names = "--stream",
            arity = "0..1",
            fallbackValue = StreamRun.STANDARD_INPUT,
            paramLabel = "FILE",
            description = "Take the bars one by one from FILE, or - for standard input, and print every decision and"
                    + " trade as it happens: JSON, a line each.")
    private @Nullable String stream;

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
        String source = stream;
        if (source != null) {
            refuseWithStream();
            new StreamRun(ready, point, source, console).run();
            return;
        }
        LoadedBars loaded = pick(ready.loaded(console));
        PointRun run = ready.point(loaded, point);
        PointResult result = new PointResult(
                spec.name(), loaded.bars(), spec.axes(), point, run.metrics(), run.row(), run.backtest(), trades);
        Path file = equity;
        if (file != null) {
            write(file, result);
        }
        switch (output == null ? Output.table : output) {
            case table -> result.table(console.out());
            case json -> result.json(console.out());
            case csv -> result.csv(console.out());
        }
    }

    private void refuseWithStream() {
        List<String> problems = new ArrayList<>();
        if (symbol != null) {
            problems.add("--symbol: a stream is one symbol, the one that comes; leave it out");
        }
        if (trades) {
            problems.add("--trades: a stream prints every trade as it ends; leave it out");
        }
        if (equity != null) {
            problems.add("--equity: a stream keeps no bars; leave it out, or run without --stream");
        }
        if (output == Output.table || output == Output.csv) {
            problems.add("--output " + output + ": a stream is JSON, a line an event; leave it out");
        }
        if (!problems.isEmpty()) {
            throw new UserError(problems);
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

    private static void write(Path file, PointResult result) {
        try (OutputStream out = Files.newOutputStream(file)) {
            result.equity(out);
        } catch (IOException | UncheckedIOException e) {
            throw new UserError("--equity " + file + ": cannot be written (" + e.getMessage() + ")");
        }
    }
}
