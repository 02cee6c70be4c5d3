package dev.winnow.cli.bench;

import dev.winnow.cli.bench.EnsembleCase.Kind;
import dev.winnow.engine.workload.Session;
import dev.winnow.replay.market.Bars;
import dev.winnow.replay.recording.BoundSignals;
import dev.winnow.replay.signal.Signal;
import dev.winnow.reports.table.Glyphs;
import dev.winnow.reports.table.NumberText;
import dev.winnow.reports.table.TextTable;
import dev.winnow.reports.table.TextTable.Column;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What stays on the heap of one thread's replay of five strategies, and of one thread's full backtests of them with
 * their columns: bars, tables, signals and scratch, counted by what a collection leaves.
 */
public final class ReplayMemory {
    private static final List<Column> COLUMNS = List.of(
            Column.right("symbols"),
            Column.right("bars"),
            Column.right("replay"),
            Column.right("a symbol"),
            Column.right("full backtest"),
            Column.right("a symbol"));

    private static final int COMBINATIONS = 100;

    private final boolean quick;
    private final PrintStream out;

    /** @param quick fewer symbols */
    public ReplayMemory(boolean quick, PrintStream out) {
        this.quick = quick;
        this.out = out;
    }

    /** Prints the table, of slices of these bars. */
    public void run(Bars bars) {
        List<List<String>> rows = new ArrayList<>();
        for (int size : List.of(1_000, 10_000, 100_000)) {
            for (int symbols : quick ? List.of(1, 4) : List.of(1, 10)) {
                if (size <= bars.size()) {
                    rows.add(row(bars.slice(0, size), symbols));
                }
            }
        }
        out.println("heap that stays in use, above " + NumberText.bytes(used())
                + " before: five strategies, one thread, " + COMBINATIONS + " combinations run");
        new TextTable(COLUMNS, Glyphs.UNICODE).write(rows, out);
    }

    private static List<String> row(Bars bars, int symbols) {
        double replay = growth(symbols, () -> replaying(copy(bars)));
        double full = growth(symbols, () -> backtesting(copy(bars)));
        return List.of(
                NumberText.grouped(symbols),
                NumberText.grouped(bars.size()),
                NumberText.bytes(replay),
                NumberText.bytes(replay / symbols),
                NumberText.bytes(full),
                NumberText.bytes(full / symbols));
    }

    private static double growth(int symbols, Supplier<Object> holding) {
        List<Object> held = new ArrayList<>();
        double before = used();
        for (int symbol = 0; symbol < symbols; symbol++) {
            held.add(holding.get());
        }
        double after = used();
        return held.isEmpty() ? 0 : Math.max(0, after - before);
    }

    /** Arrays of its own, as every symbol has. */
    private static Bars copy(Bars bars) {
        return new Bars(
                bars.symbol(),
                bars.timed(),
                bars.time().clone(),
                bars.open().clone(),
                bars.high().clone(),
                bars.low().clone(),
                bars.close().clone(),
                bars.volume().clone());
    }

    /** Bars, kept signals, and a session that has run. */
    private static Object replaying(Bars bars) {
        EnsembleCase ensemble = new EnsembleCase(bars, 252, Kind.LONG_ONLY, COMBINATIONS);
        List<Signal> kept = EnsembleCase.signals(ensemble.bound()).stream()
                .map(EnsembleCase::alone)
                .toList();
        Session session = ensemble.session(kept, COMBINATIONS);
        return List.of(bars, kept, session);
    }

    /** The same with the columns and planes of the strategies. */
    private static Object backtesting(Bars bars) {
        EnsembleCase ensemble = new EnsembleCase(bars, 252, Kind.LONG_ONLY, COMBINATIONS);
        List<BoundSignals> bound = ensemble.bound();
        List<Signal> signals = EnsembleCase.signals(bound);
        Session session = ensemble.session(signals, COMBINATIONS);
        return List.of(bars, bound, signals, session);
    }

    /** Bytes in use after a collection. */
    private static double used() {
        Runtime runtime = Runtime.getRuntime();
        double least = Double.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(least, (double) runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
