package dev.winnow.reports.chart;

import dev.winnow.engine.workload.Metric;
import dev.winnow.reports.chart.EquityCurve.Path;
import dev.winnow.reports.chart.EquityCurve.Trade;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;

/** Lays out an equity curve: growth above, drawdown below, time in positions along the seam. */
final class EquitySheet {
    /** At most four points a stretch: 1,500 a line. */
    private static final int STRETCHES = 375;

    private static final int MOST_ENTRIES_MARKED = 60;
    private static final double STRIP = 4;

    private final EquityCurve curve;
    private final Layout layout;
    private final List<double[]> growths;

    EquitySheet(EquityCurve curve, Layout layout) {
        this.curve = curve;
        this.layout = layout;
        this.growths = curve.paths().stream().map(path -> growth(path.values())).toList();
    }

    /** Values relative to the first that is above 0; NaN where there is none. */
    static double[] growth(double[] values) {
        double first = Arrays.stream(values)
                .filter(v -> v > 0 && Extent.drawable(v))
                .findFirst()
                .orElse(Double.NaN);
        return Arrays.stream(values)
                .map(v -> Extent.drawable(v) ? v / first : Double.NaN)
                .map(g -> g > 0 ? g : Double.NaN)
                .toArray();
    }

    /** How far each value is below the highest so far, as a fraction of 0 or less; NaN stays. */
    static double[] drawdown(double[] growth) {
        double[] down = new double[growth.length];
        double peak = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < growth.length; i++) {
            peak = growth[i] > peak ? growth[i] : peak;
            down[i] = growth[i] / peak - 1;
        }
        return down;
    }

    /** The deepest drawdown, a fraction of 0 or less. */
    static double worst(double[] growth) {
        return Arrays.stream(drawdown(growth)).filter(Extent::drawable).min().orElse(0);
    }

    Drawing.Sheet sheet() {
        ValueAxis time = timeAxis();
        CombinedDomainXYPlot both = new CombinedDomainXYPlot(time);
        both.setGap(16);
        both.setInsets(new org.jfree.chart.ui.RectangleInsets(4, 0, 0, 4));
        both.add(equity(), 3);
        both.add(drawdown(), 1);
        JFreeChart chart = Plots.chart(both, "Growth of 1, drawdown below", legend(), layout);
        return Drawing.sheet(chart, layout, layout.narrow() ? 360 : 440);
    }

    private ValueAxis timeAxis() {
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (Path path : curve.paths()) {
            if (path.times().length > 0) {
                low = Math.min(low, path.times()[0]);
                high = Math.max(high, path.times()[path.times().length - 1]);
            }
        }
        Extent extent = low > high ? new Extent(0, 1) : low == high ? around(low) : new Extent(low, high);
        int count = layout.narrow() ? 4 : 8;
        Ticks ticks = curve.timed()
                ? TimeTicks.between((long) extent.low(), (long) extent.high(), count)
                : Ticks.linear(extent.low(), extent.high(), count, Metric.Unit.COUNT);
        return Axes.linear(extent.low(), extent.high(), ticks, layout);
    }

    /** An hour before and after a moment, a bar before and after a bar. */
    private Extent around(long time) {
        double half = curve.timed() ? 3.6e9 : 1;
        return new Extent(time - half, time + half);
    }

    private XYPlot equity() {
        Extent y = Extent.positive(
                1.03, growths.stream().flatMapToDouble(DoubleStream::of).toArray());
        Ticks ticks = Ticks.logarithmic(y.low(), y.high(), 6, Metric.Unit.RATIO);
        XYPlot plot = Plots.plot(null, Axes.logarithmic(y.low(), y.high(), ticks, layout));
        plot.addAnnotation(new Marks((g, area) -> lines(new Ink(g), area)));
        plot.addAnnotation(new Marks((g, area) -> trades(new Ink(g), area)));
        return plot;
    }

    private XYPlot drawdown() {
        double[] down = drawdown(growths.getFirst());
        double low = Math.min(-0.01, worst(growths.getFirst())) * 1.05;
        Ticks ticks = Ticks.linear(low, 0, 3, Metric.Unit.FRACTION);
        XYPlot plot = Plots.plot(null, Axes.linear(low, 0, ticks, layout));
        plot.addAnnotation(new Marks((g, area) -> {
            long[] times = curve.paths().getFirst().times();
            Ink ink = new Ink(g);
            ink.fill(Lines.toBase(area, times, down, STRETCHES), Ink.faint(Palette.SERIES_1, 0.35));
            ink.draw(Lines.line(area, times, down, STRETCHES), Palette.SERIES_1.color(), Plots.THIN);
        }));
        return plot;
    }

    /** The first path on top of the others. */
    private void lines(Ink ink, Marks.Area area) {
        for (int p = growths.size() - 1; p >= 0; p--) {
            Path2D line = Lines.line(area, curve.paths().get(p).times(), growths.get(p), STRETCHES);
            ink.draw(line, Palette.series(p), p == 0 ? Plots.LINE : Plots.MEDIUM);
        }
    }

    private void trades(Ink ink, Marks.Area area) {
        for (boolean isLong : new boolean[] {true, false}) {
            Path2D strip = new Path2D.Double();
            double bottom = area.box().getMaxY() + 1 + (isLong ? 0 : STRIP + 1);
            double end = area.box().getMinX();
            double last = area.box().getMaxX();
            for (Trade trade : sorted(isLong)) {
                double from = Math.max(end, Math.floor(area.x(trade.entry())));
                double to = Math.min(last, Math.max(Math.ceil(area.x(trade.exit())), from + 1));
                if (to > from) {
                    Ink.addBox(strip, from, bottom, to, bottom + STRIP);
                    end = to;
                }
            }
            if (strip.getCurrentPoint() != null) {
                ink.fill(strip, color(isLong).color());
            }
        }
        if (curve.trades().size() <= MOST_ENTRIES_MARKED) {
            curve.trades().forEach(trade -> entry(ink, area, trade));
        }
    }

    private List<Trade> sorted(boolean isLong) {
        return curve.trades().stream()
                .filter(trade -> trade.isLong() == isLong)
                .sorted(java.util.Comparator.comparingLong(Trade::entry))
                .toList();
    }

    /** A triangle on the line where a trade begins: up for long, down for short. */
    private void entry(Ink ink, Marks.Area area, Trade trade) {
        Path first = curve.paths().getFirst();
        int found = Arrays.binarySearch(first.times(), trade.entry());
        int bar = found >= 0 ? found : -found - 1;
        if (bar >= first.times().length || Double.isNaN(growths.getFirst()[bar])) {
            return;
        }
        double x = area.x(trade.entry());
        double side = trade.isLong() ? 1 : -1;
        double y = area.y(growths.getFirst()[bar]) + side * 4;
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(x, y);
        triangle.lineTo(x - 4, y + side * 8);
        triangle.lineTo(x + 4, y + side * 8);
        triangle.closePath();
        ink.fill(triangle, color(trade.isLong()).color());
    }

    private static Palette color(boolean isLong) {
        return isLong ? Palette.SERIES_3 : Palette.SERIES_4;
    }

    private List<LegendItem> legend() {
        List<LegendItem> items = new ArrayList<>();
        for (int p = 0; p < curve.paths().size(); p++) {
            items.add(Plots.lineItem(
                    curve.paths().get(p).name(), Palette.series(p), p == 0 ? Plots.LINE : Plots.MEDIUM, layout));
        }
        for (boolean isLong : new boolean[] {true, false}) {
            if (curve.trades().stream().anyMatch(trade -> trade.isLong() == isLong)) {
                var chip = Ink.box(-6, -3, 6, 3);
                items.add(Plots.markItem(
                        isLong ? "long" : "short", chip, color(isLong).color(), layout));
            }
        }
        return items;
    }
}
