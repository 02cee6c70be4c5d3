package dev.winnow.cli.bench;

import dev.winnow.cli.bench.EnsembleCase.Kind;
import dev.winnow.replay.market.Bars;
import dev.winnow.replay.signal.Signal;
import dev.winnow.reports.table.Glyphs;
import dev.winnow.reports.table.NumberText;
import dev.winnow.reports.table.TextTable;
import dev.winnow.reports.table.TextTable.Column;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The replay of kept signals against full backtests of the same combinations on the same engine, one thread, in turn: a
 * slow minute of the machine slows them all, and ratios are what counts. Full backtests cost the same each, so of many
 * only some are run and the rest is reckoned. Contenders that disagree are not timed.
 */
public final class ReplayBenchmark {
    private static final List<Column> CURVE = List.of(
            Column.right("combinations"),
            Column.right("replay"),
            Column.right("from raw bars"),
            Column.right("speed-up"),
            Column.right("sharing on"),
            Column.right("speed-up"),
            Column.right("M bar-combinations/s"));

    private static final List<Column> KINDS =
            List.of(Column.left("signals"), Column.right("M bar-combinations/s"), Column.left("how"));

    /** Combinations of which the results are compared. */
    private static final int GATE = 50;

    /** What a round of one kind of signals evaluates at most. */
    private static final int MOST_BAR_COMBINATIONS = 1_000_000_000;

    private final boolean quick;
    private final PrintStream out;

    /** @param quick fewer rounds and combinations */
    public ReplayBenchmark(boolean quick, PrintStream out) {
        this.quick = quick;
        this.out = out;
    }

    private List<Integer> counts() {
        return quick ? List.of(1, 100, 1_000) : List.of(1, 100, 1_000, 10_000, 100_000);
    }

    private int rounds() {
        return quick ? 3 : 7;
    }

    /**
     * How many times faster a replay is than full backtests.
     *
     * @param bars number of bars
     * @param combinations double[positions]
     * @param replay times faster than each from raw bars
     * @param recorded the same with recording before it
     * @param shared times faster than sharing indicators
     * @param breakEven combinations from which on recording and replaying takes no longer; Long.MAX_VALUE: never
     */
    public record Measured(
            String symbol,
            int bars,
            double[] combinations,
            double[] replay,
            double[] recorded,
            double[] shared,
            long breakEven) {}

    /** Prints the curve, where it breaks even, and what other signals make of it. */
    public Measured run(Bars bars, double periodsPerYear) {
        int most = counts().getLast();
        EnsembleCase longOnly = new EnsembleCase(bars, periodsPerYear, Kind.LONG_ONLY, most);
        List<Signal> kept = EnsembleCase.signals(longOnly.bound());
        requireEqual(longOnly, kept);
        out.println(String.format(
                Locale.ROOT,
                "%s, %,d bars, 5 strategies, drawn weights; one thread, median of %d interleaved rounds",
                bars.symbol(),
                bars.size(),
                rounds()));
        Measured measured = curve(bars, longOnly, kept);
        int count = Math.clamp(MOST_BAR_COMBINATIONS / bars.size(), 1, most);
        List<List<String>> kinds = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            kinds.add(throughput(new EnsembleCase(bars, periodsPerYear, kind, count), kind, count));
        }
        out.println("replay of " + NumberText.grouped(count) + " combinations");
        new TextTable(KINDS, Glyphs.UNICODE).write(kinds, out);
        return measured;
    }

    private Measured curve(Bars bars, EnsembleCase ensemble, List<Signal> kept) {
        int raw = fitting(() -> ensemble.fromRawBars(1));
        int sharing = fitting(() -> ensemble.sharingIndicators(1));
        warmUp(() -> ensemble.replay(kept, 1_000));
        warmUp(() -> ensemble.fromRawBars(Math.min(raw, 20)));
        warmUp(() -> ensemble.sharingIndicators(Math.min(sharing, 20)));
        List<Integer> counts = counts();
        double[][] replay = new double[counts.size()][rounds()];
        double[] rawEach = new double[rounds()];
        double[] sharingEach = new double[rounds()];
        double[] sharingOnce = new double[rounds()];
        double[] record = new double[rounds()];
        for (int round = 0; round < rounds(); round++) {
            for (int c = 0; c < counts.size(); c++) {
                int count = counts.get(c);
                replay[c][round] = nanos(() -> ensemble.replay(kept, count));
            }
            rawEach[round] = nanos(() -> ensemble.fromRawBars(raw)) / raw;
            sharingOnce[round] = nanos(() -> ensemble.sharingIndicators(1));
            sharingEach[round] =
                    Math.max(0, nanos(() -> ensemble.sharingIndicators(1 + sharing)) - sharingOnce[round]) / sharing;
            record[round] = nanos(() -> EnsembleCase.signals(ensemble.bound()));
        }
        double[] times = new double[counts.size()];
        double[] recorded = new double[counts.size()];
        double[] shares = new double[counts.size()];
        List<List<String>> rows = new ArrayList<>();
        for (int c = 0; c < counts.size(); c++) {
            int count = counts.get(c);
            double took = median(replay[c]);
            double full = median(rawEach) * count;
            double shared = median(sharingOnce) + median(sharingEach) * (count - 1);
            times[c] = full / took;
            recorded[c] = full / (median(record) + took);
            shares[c] = shared / took;
            rows.add(List.of(
                    NumberText.grouped(count),
                    millis(took),
                    millis(full),
                    ratio(times[c]),
                    millis(shared),
                    ratio(shares[c]),
                    rate(ensemble, count, took)));
        }
        new TextTable(CURVE, Glyphs.UNICODE).write(rows, out);
        long even = breakEven(counts, replay, median(record), median(rawEach));
        out.println(String.format(
                Locale.ROOT,
                "full backtests reckoned from %,d and %,d of each; recording takes %s; breaks even with it at %,d"
                        + " combinations",
                raw,
                sharing,
                millis(median(record)),
                even));
        return new Measured(
                bars.symbol(),
                bars.size(),
                counts.stream().mapToDouble(Integer::doubleValue).toArray(),
                times,
                recorded,
                shares,
                even);
    }

    /** The least number of combinations for which recording and replaying takes no longer than backtesting each. */
    private static long breakEven(List<Integer> counts, double[][] replay, double record, double full) {
        int last = counts.size() - 1;
        double each = median(replay[last]) / counts.get(last);
        return full <= each ? Long.MAX_VALUE : (long) Math.ceil((record + median(replay[0]) - each) / (full - each));
    }

    private List<String> throughput(EnsembleCase ensemble, Kind kind, int count) {
        List<Signal> kept = EnsembleCase.signals(ensemble.bound());
        requireEqual(ensemble, kept);
        warmUp(() -> ensemble.replay(kept, Math.min(count, 1_000)));
        double[] nanos = new double[rounds()];
        for (int round = 0; round < nanos.length; round++) {
            nanos[round] = nanos(() -> ensemble.replay(kept, count));
        }
        return List.of(
                kind.text,
                rate(ensemble, count, median(nanos)),
                ensemble.workload(kept).combination());
    }

    /** All ways must find the same: trades to the count, the rest to 1e-9. */
    private static void requireEqual(EnsembleCase ensemble, List<Signal> kept) {
        double[] replay = ensemble.replay(kept, GATE);
        GridBenchmark.requireEqual(ensemble.fromRawBars(GATE), replay, "from raw bars");
        GridBenchmark.requireEqual(ensemble.sharingIndicators(GATE), replay, "sharing indicators");
    }

    /** How many of it fit into a tenth of a second, once warm. */
    private int fitting(Runnable one) {
        warmUp(one);
        return (int) Math.clamp(1e8 / nanos(one), 1, 1_000);
    }

    private void warmUp(Runnable work) {
        if (quick) {
            Warm.briefly(work::run);
        } else {
            Warm.up(work::run);
        }
    }

    private static double nanos(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return System.nanoTime() - began;
    }

    private static double median(double[] values) {
        return Quartiles.of(values).median();
    }

    private static String rate(EnsembleCase ensemble, int count, double nanos) {
        return String.format(Locale.ROOT, "%,.0f", 1e3 * count * ensemble.bars() / nanos);
    }

    private static String millis(double nanos) {
        return String.format(Locale.ROOT, nanos < 1e7 ? "%,.3f ms" : "%,.0f ms", nanos / 1e6);
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, ratio < 10 ? "%.1fx" : "%,.0fx", ratio);
    }
}
