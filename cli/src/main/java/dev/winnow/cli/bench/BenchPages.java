package dev.winnow.cli.bench;

import dev.winnow.engine.workload.Metric;
import dev.winnow.reports.chart.Curve;
import dev.winnow.reports.chart.Quantity;
import dev.winnow.reports.chart.Roofline;
import dev.winnow.reports.chart.Scaling;
import dev.winnow.reports.chart.SpeedUp;
import dev.winnow.reports.html.BenchReport;
import dev.winnow.reports.html.BenchReport.Section;
import dev.winnow.reports.table.NumberText;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Benchmarks with a page of what they measured. */
public final class BenchPages {
    /** The loop's subtraction, two sums, a square, two products, two minima and two comparisons. */
    private static final double OPERATIONS = 10;

    /** The fast, the slow and the growth of a bar. */
    private static final double BYTES = 3.0 * Double.BYTES;

    private static final Quantity RATE = new Quantity("million bar-points/s", Metric.Unit.RATIO);

    private BenchPages() {}

    /** Runs the grids, prints as they go, and measures threads and the machine besides. */
    public static BenchReport grid(int rounds, PrintStream out) {
        List<GridBenchmark.Measured> measured = GridBenchmark.measure(rounds, out);
        return new BenchReport(
                "winnow bench",
                machine(),
                List.of(
                        new Section(
                                "By size",
                                "One thread, random walks of so many bars, every pair of windows; the median of "
                                        + rounds + " interleaved rounds.",
                                bySize(measured)),
                        byThreads(),
                        roofline(measured.get(1))));
    }

    /** The same windows at other sizes would do other work: the last grid is left out. */
    private static Scaling bySize(List<GridBenchmark.Measured> measured) {
        List<GridBenchmark.Measured> sizes = measured.subList(0, measured.size() - 1);
        List<String> names = sizes.getFirst().contenders();
        return new Scaling(
                "bars",
                sizes.stream().mapToDouble(one -> one.grid().bars()).toArray(),
                RATE,
                IntStream.range(0, names.size())
                        .mapToObj(c -> new Curve(
                                names.get(c),
                                sizes.stream()
                                        .mapToDouble(one -> one.rates()[c])
                                        .toArray()))
                        .toList(),
                false);
    }

    private static Section byThreads() {
        Grid grid = GridBenchmark.GRIDS.get(1);
        return byThreads(
                "Each thread sweeps all of " + grid + " bar-points, four metrics, for half a second.",
                RATE,
                "engine",
                ThreadScaling.measure(grid));
    }

    /** The page of sweeps on several threads. */
    public static BenchReport threads(String name, int rounds, ThreadScaling scaling) {
        return new BenchReport(
                "winnow bench threads",
                machine(),
                List.of(byThreads(
                        "Sweeps of " + name + ", kept in a run folder, once warmed up; the median of " + rounds
                                + " interleaved rounds.",
                        new Quantity("points/s", Metric.Unit.RATIO),
                        name,
                        scaling)));
    }

    private static Section byThreads(String how, Quantity rate, String curve, ThreadScaling scaling) {
        return new Section(
                "By threads",
                how,
                new Scaling("threads", scaling.threads(), rate, List.of(new Curve(curve, scaling.rates())), true));
    }

    private static Section roofline(GridBenchmark.Measured measured) {
        MachinePeak peak = MachinePeak.measure();
        return new Section(
                "Roofline",
                "One thread; the roof was measured just now: fused multiply-adds on vectors, and the triad a = b + s c"
                        + " over arrays that no cache holds. Operations a byte = " + (int) OPERATIONS + " / "
                        + (int) BYTES
                        + ": a bar-point of the plain loop takes 10 operations (1 subtraction, 2 sums, 1 square, 2"
                        + " products, 2 minima, 2 comparisons) and reads 3 doubles. GFLOP/s = bar-points/s times 10;"
                        + " the engine's too, though it skips bars that decide nothing, so that its dot may stand above"
                        + " what it really does. What a cache holds may stand above the slope.",
                new Roofline(
                        peak.gflops(),
                        peak.gbs(),
                        IntStream.range(0, 2)
                                .mapToObj(c -> new Roofline.Kernel(
                                        measured.contenders().get(c),
                                        OPERATIONS / BYTES,
                                        measured.rates()[c] * OPERATIONS / 1e3))
                                .toList()));
    }

    /** The page of measured replays. */
    public static BenchReport replay(List<ReplayBenchmark.Measured> measured) {
        List<Section> sections = new ArrayList<>();
        for (ReplayBenchmark.Measured one : measured) {
            sections.add(new Section(
                    one.symbol() + ", " + NumberText.grouped(one.bars()) + " bars",
                    "How many times faster than a full backtest of each combination; one thread. Below 1 keeping"
                            + " signals is not worth it. With recording = full / (recording + replay), which breaks even at "
                            + NumberText.grouped(one.breakEven()) + " combinations.",
                    new SpeedUp(
                            "combinations",
                            one.combinations(),
                            List.of(
                                    new Curve("replay", one.replay()),
                                    new Curve("with recording", one.recorded()),
                                    new Curve("against shared indicators", one.shared())))));
        }
        return new BenchReport("winnow bench replay", machine(), sections);
    }

    private static String machine() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch") + " \u00b7 "
                + Runtime.getRuntime().availableProcessors() + " cores \u00b7 Java " + Runtime.version();
    }
}
