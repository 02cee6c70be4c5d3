package dev.winnow.cli.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.ready.ReadySweep;
import dev.winnow.reports.table.Glyphs;
import dev.winnow.reports.table.NumberText;
import dev.winnow.reports.table.TextTable;
import dev.winnow.reports.table.TextTable.Column;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Whole sweeps of a spec on one thread and on several, kept in the folder of a run, in turn, warmed up: what each further
 * thread brings. What it leaves out is the JVM's start and compiling, which a first sweep pays once however long it is.
 */
public final class ThreadBenchmark {
    private static final List<Column> COLUMNS = List.of(
            Column.right("threads"),
            Column.right("wall"),
            Column.right("least"),
            Column.right("processor"),
            Column.right("points/s"),
            Column.right("speed-up"),
            Column.right("quartiles"),
            Column.right("of the least"));

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final String name;
    private final List<Timed> all;
    private final PrintStream out;

    /**
     * A sweep on so many threads, with what it took.
     *
     * @param wall seconds of each round
     * @param processor seconds of each round, all threads together, the JVM's own included
     */
    private record Timed(int threads, TimedSweep sweep, double[] wall, double[] processor) {
        void run(int round, Path folder) throws IOException {
            long cpu = SYSTEM.getProcessCpuTime();
            wall[round] = sweep.kept(folder);
            processor[round] = (SYSTEM.getProcessCpuTime() - cpu) / 1e9;
        }

        double pointsPerSecond() {
            return sweep.points() / Quartiles.of(wall).median();
        }

        double least() {
            return Quartiles.of(wall).least();
        }

        Quartiles speedUp(Timed base) {
            return Quartiles.of(IntStream.range(0, wall.length)
                    .mapToDouble(round -> base.wall[round] / wall[round])
                    .toArray());
        }
    }

    /**
     * Sweeps that are ready to be timed.
     *
     * @param name of what is timed
     * @param threads of each, those first that the others are compared with
     * @param ready the same on so many threads
     * @param rounds timed ones of each, after what warms up
     */
    public ThreadBenchmark(
            String name, List<Integer> threads, IntFunction<ReadySweep> ready, int rounds, Console console) {
        this.name = name;
        this.all = threads.stream()
                .map(count -> new Timed(
                        count, new TimedSweep(ready.apply(count), console), new double[rounds], new double[rounds]))
                .toList();
        this.out = console.out();
    }

    /**
     * Times them, prints a table, and leaves nothing.
     *
     * @throws IOException when a run cannot be kept
     */
    public ThreadScaling run() throws IOException {
        Path runs = Files.createTempDirectory("winnow-bench");
        Path run = runs.resolve("run");
        for (Timed timed : all) {
            Warm.up(() -> timed.sweep().kept(run));
        }
        List<Timed> order = new ArrayList<>(all);
        int rounds = all.getFirst().wall().length;
        for (int round = 0; round < rounds; round++) {
            for (Timed timed : order) {
                timed.run(round, run);
            }
            Collections.reverse(order); // whichever is first has the colder caches
        }
        Files.delete(runs);
        print(rounds);
        return new ThreadScaling(
                all.stream().mapToDouble(Timed::threads).toArray(),
                all.stream().mapToDouble(Timed::pointsPerSecond).toArray());
    }

    private void print(int rounds) {
        Timed base = all.getFirst();
        out.println(name + ": " + NumberText.grouped(base.sweep().points())
                + " points, kept in a run folder; median of " + rounds + " rounds in turn, warmed up");
        new TextTable(COLUMNS, Glyphs.UNICODE)
                .write(all.stream().map(timed -> row(timed, base)).toList(), out);
    }

    private static List<String> row(Timed timed, Timed base) {
        Quartiles speedUp = timed.speedUp(base);
        return List.of(
                String.valueOf(timed.threads()),
                seconds(Quartiles.of(timed.wall()).median()),
                seconds(timed.least()),
                seconds(Quartiles.of(timed.processor()).median()),
                NumberText.grouped(Math.round(timed.pointsPerSecond())),
                times(speedUp.median()),
                String.format(Locale.ROOT, "%.2f to %.2f", speedUp.lower(), speedUp.upper()),
                times(base.least() / timed.least()));
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f s", seconds);
    }

    private static String times(double ratio) {
        return String.format(Locale.ROOT, "%.2fx", ratio);
    }
}
