package dev.winnow.reports.chart;

import dev.winnow.engine.workload.Metric;
import dev.winnow.reports.table.NumberText;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.XYPlot;

/**
 * How a metric is distributed over all points, with the best point's value marked.
 *
 * @param edges double[counts + 1], increasing
 * @param counts points in each bin
 * @param best the best point's value; NaN: not marked
 */
public record Histogram(Quantity value, double[] edges, long[] counts, double best) implements Chart {
    public Histogram {
        Shapes.same("edges", edges.length, "bins and one", counts.length + 1);
    }

    @Override
    public String alt() {
        long points = Arrays.stream(counts).sum();
        String all = "Histogram of " + value.name() + " over " + NumberText.grouped(points) + " points";
        return Extent.drawable(best) ? all + "; the best has " + TickText.value(best, value.unit()) + "." : all + ".";
    }

    @Override
    public Picture draw() {
        return Drawing.picture(alt(), this::sheet);
    }

    private Drawing.Sheet sheet(Layout layout) {
        Extent x = Extent.of(edges).with(best).widened(0.02);
        double most = Math.max(1, Arrays.stream(counts).max().orElse(1));
        XYPlot plot = Plots.plot(
                Axes.linear(
                        x.low(),
                        x.high(),
                        Ticks.linear(x.low(), x.high(), layout.narrow() ? 5 : 8, value.unit()),
                        layout),
                Axes.linear(0, most * 1.1, Ticks.linear(0, most * 1.1, 4, Metric.Unit.COUNT), layout));
        plot.getDomainAxis().setLabel(LetterWidths.fit(value.name(), layout.width() * 0.8, layout.letters()));
        plot.addAnnotation(new Marks((g, area) -> bars(new Ink(g), area)));
        return Drawing.sheet(Plots.chart(plot, "Points", legend(layout), layout), layout, layout.narrow() ? 220 : 240);
    }

    private List<LegendItem> legend(Layout layout) {
        return Extent.drawable(best)
                ? List.of(Plots.lineItem(
                        "best point " + TickText.value(best, value.unit()),
                        Palette.SERIES_2.color(),
                        Plots.DASHED,
                        layout))
                : List.of();
    }

    private void bars(Ink ink, Marks.Area area) {
        Path2D bars = new Path2D.Double();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0 && Extent.drawable(edges[i]) && Extent.drawable(edges[i + 1])) {
                double left = area.x(edges[i]);
                double right = area.x(edges[i + 1]);
                double gap = right - left > 4 ? 1 : 0;
                Ink.addBox(bars, left, Math.min(area.y((double) counts[i]), area.y(0) - 1), right - gap, area.y(0));
            }
        }
        if (bars.getCurrentPoint() != null) {
            ink.fill(bars, Palette.SERIES_1.color());
        }
        if (Extent.drawable(best)) {
            double x = area.x(best);
            ink.line(x, area.box().getMinY(), x, area.y(0), Palette.SERIES_2.color(), Plots.DASHED);
        }
    }
}
