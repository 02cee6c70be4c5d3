package dev.winnow.reports.chart;

import dev.winnow.engine.workload.Metric;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Equity on a logarithmic scale against what it is compared with, the first path's drawdown below it, and its trades.
 *
 * @param timed whether times are moments; false: bar numbers
 * @param paths the strategy first, then buy-and-hold or other runs; at least one
 * @param trades in any order; marked on the first path
 */
public record EquityCurve(boolean timed, List<Path> paths, List<Trade> trades) implements Chart {
    /**
     * Equity over time, relative to its first value.
     *
     * @param times long[values], increasing, microseconds since the epoch (UTC) or bar numbers
     * @param values double[times], in money; NaN and values of 0 or less interrupt the line
     */
    public record Path(String name, long[] times, double[] values) {
        public Path {
            Shapes.same("values", values.length, "times", times.length);
        }
    }

    /** A trade from entry to exit, both as times of the path. */
    public record Trade(long entry, long exit, boolean isLong) {}

    public EquityCurve {
        paths = List.copyOf(paths);
        trades = List.copyOf(trades);
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("an equity curve without a path");
        }
    }

    @Override
    public String alt() {
        double[] growth = EquitySheet.growth(paths.getFirst().values());
        double worst = EquitySheet.worst(growth);
        double last = growth.length == 0 ? Double.NaN : growth[growth.length - 1];
        return "Equity of " + paths.stream().map(Path::name).collect(Collectors.joining(", "))
                + " on a logarithmic scale: "
                + paths.getFirst().name() + " grew 1 to " + TickText.value(last, Metric.Unit.RATIO) + " in "
                + growth.length
                + " bars and " + trades.size() + " trades, at worst "
                + TickText.value(-worst, Metric.Unit.FRACTION) + " below its highest.";
    }

    @Override
    public Picture draw() {
        return Drawing.picture(alt(), this::sheet);
    }

    private Drawing.Sheet sheet(Layout layout) {
        return new EquitySheet(this, layout).sheet();
    }
}
