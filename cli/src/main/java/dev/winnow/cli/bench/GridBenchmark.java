package dev.winnow.cli.bench;

import dev.winnow.cli.bench.EngineGrid.Task;
import dev.winnow.replay.market.Bars;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The engine against the plain loop, one thread, in turn: each round runs every contender once, so that a slow minute of
 * the machine slows them all, and the ratios of the rounds are what counts. A contender that disagrees is not timed.
 */
public final class GridBenchmark {
    private static final double FEE = 0.001;

    /** The three sizes that the goals name, and windows of the middle size that people use, which trade less. */
    public static final List<Grid> GRIDS = List.of(
            Grid.pairs(1_000, 10, 109),
            Grid.pairs(10_000, 10, 59),
            Grid.pairs(100_000, 10, 29),
            new Grid(10_000, 5, 60, 20, 250));

    private GridBenchmark() {}

    /** A contender's name and its work. */
    private record Contender(String name, Runnable work) {}

    /**
     * What was measured of a grid.
     *
     * @param contenders their names, the plain loop first
     * @param rates million bar-points a second of each, the medians
     */
    record Measured(Grid grid, List<String> contenders, double[] rates) {
        Measured {
            contenders = List.copyOf(contenders);
        }
    }

    /** Runs the grids and prints medians and ratios. */
    public static void run(int rounds, PrintStream out) {
        measure(rounds, out);
    }

    /** The same, with the medians. */
    static List<Measured> measure(int rounds, PrintStream out) {
        out.println("million bar-points/s, one thread, median of " + rounds
                + " interleaved rounds (ratio to the scalar loop)");
        return GRIDS.stream().map(grid -> run(grid, rounds, out)).toList();
    }

    private static Measured run(Grid grid, int rounds, PrintStream out) {
        Bars bars = grid.walk();
        ScalarGrid scalar = new ScalarGrid(bars.close(), grid, FEE);
        List<Contender> contenders = new ArrayList<>();
        contenders.add(new Contender("scalar loop", scalar::run));
        for (Task task : Task.values()) {
            EngineGrid engine = new EngineGrid(bars, grid, FEE, task);
            if (task == Task.FOUR_METRICS) {
                requireEqual(scalar.run(), engine.run(), grid);
            }
            contenders.add(new Contender(name(task), engine::run));
        }
        double[][] nanos = new double[contenders.size()][rounds];
        for (Contender contender : contenders) {
            Warm.up(contender.work()::run);
        }
        for (int round = 0; round < rounds; round++) {
            for (int c = 0; c < nanos.length; c++) {
                long start = System.nanoTime();
                contenders.get(c).work().run();
                nanos[c][round] = System.nanoTime() - start;
            }
        }
        out.println(grid + " (" + grid.ranges() + ")");
        double[] rates = new double[nanos.length];
        for (int c = 0; c < nanos.length; c++) {
            rates[c] = 1e3 * grid.barPoints() / Quartiles.of(nanos[c]).median();
            double[] ratios = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                ratios[round] = nanos[0][round] / nanos[c][round];
            }
            out.println(String.format(
                    Locale.ROOT,
                    "  %-28s %7.0f  (%.2fx)",
                    contenders.get(c).name(),
                    rates[c],
                    Quartiles.of(ratios).median()));
        }
        return new Measured(grid, contenders.stream().map(Contender::name).toList(), rates);
    }

    private static String name(Task task) {
        return task.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Both must find the same: trades to the count, the rest to 1e-9. */
    static void requireEqual(double[] wanted, double[] found, Object what) {
        for (int i = 0; i < wanted.length; i++) {
            double tolerance = i % 4 == 3 ? 0 : 1e-9 * Math.max(1, Math.abs(wanted[i]));
            boolean undefined = Double.isNaN(wanted[i]) && Double.isNaN(found[i]);
            if (!undefined && !(Math.abs(wanted[i] - found[i]) <= tolerance)) {
                throw new IllegalStateException(what + ": point " + i / 4 + ", "
                        + EngineGrid.FOUR.get(i % 4).text() + " is " + found[i] + ", wanted " + wanted[i]);
            }
        }
    }
}
