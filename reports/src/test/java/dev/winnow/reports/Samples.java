package dev.winnow.reports;

import dev.winnow.engine.space.Axes;
import dev.winnow.engine.workload.Metric;
import dev.winnow.engine.workload.Metric.Direction;
import dev.winnow.engine.workload.Metric.Unit;
import java.util.List;
import java.util.Locale;

/** Reports whose whole output the tests know. */
public final class Samples {
    private static final List<Metric> METRICS = List.of(
            new Metric("total_return", Unit.FRACTION, Direction.HIGHER, true),
            new Metric("sharpe", Unit.RATIO, Direction.HIGHER, true),
            new Metric("trades", Unit.COUNT, Direction.NEITHER, true),
            new Metric("fees", Unit.MONEY, Direction.LOWER, true));

    private Samples() {}

    /** Four points on two symbols: one with undefined metrics, one failed. */
    public static SweepReport several() {
        return report(
                "sma,cross",
                List.of(
                        row(1, "north", new double[] {5, 0, 1}, 1.5, 1.23456789, 1234, 0.1 + 0.2),
                        row(2, "so\"uth,1", new double[] {0.5, 1, 0}, -0.034, -0.00001, 7, 1e16),
                        row(3, "north", new double[] {0.5, 1, 1}, 0, Double.NaN, 0, 0),
                        row(4, "north", new double[] {5, 1, 1}, Double.NaN, Double.NaN, Double.NaN, Double.NaN)),
                1);
    }

    /** One point on one symbol. */
    public static SweepReport single() {
        return report("single", List.of(row(1, "north", new double[] {5, 1, 0}, 0.25, 2, 10, 12.5)), 0);
    }

    /** The report with other rows. */
    public static SweepReport report(String run, Iterable<SweepReport.Row> rows, long failed) {
        return new SweepReport(
                run,
                "runs/" + run,
                6084,
                6084,
                0,
                failed,
                "maximize sharpe",
                "jump (long only, no stops)",
                2,
                0.5,
                62_105_472,
                List.of(
                        Axes.listed("fast", 0.5, 5),
                        Axes.names("mode", List.of("trend", "re\nvert")),
                        Axes.flags("trail", false, true)),
                METRICS,
                1,
                rows,
                List.of());
    }

    public static SweepReport.Row row(int rank, String symbol, double[] parameters, double... metrics) {
        return new SweepReport.Row(rank, symbol, parameters, metrics, true);
    }

    /** Runs the check in three locales that write numbers differently, and puts the default back. */
    public static void inThreeLocales(Runnable check) {
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("en-US", "de-DE", "ar-EG-u-nu-arab")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                check.run();
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
