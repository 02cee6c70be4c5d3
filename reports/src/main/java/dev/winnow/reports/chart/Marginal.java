package dev.winnow.reports.chart;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.XYPlot;

/**
 * A metric along one parameter, whatever the others: the median as a line, the middle half and the middle 90 % of the
 * points as bands.
 *
 * @param steps the parameter's values as text, in order
 * @param p05 double[steps]: quantiles of the metric over all points with that value; so the others
 * @param best position of the best point's value in steps, or -1
 */
public record Marginal(
        String parameter,
        List<String> steps,
        Quantity value,
        double[] p05,
        double[] p25,
        double[] median,
        double[] p75,
        double[] p95,
        int best)
        implements Chart {
    private static final Color OUTER = Ink.faint(Palette.SERIES_1, 0.2);
    private static final Color INNER = Ink.faint(Palette.SERIES_1, 0.35);

    public Marginal {
        steps = List.copyOf(steps);
        for (double[] quantile : new double[][] {p05, p25, median, p75, p95}) {
            Shapes.same("quantiles", quantile.length, "steps", steps.size());
        }
        Shapes.positionOrNone("best", best, steps.size());
    }

    @Override
    public String alt() {
        String curve = "Median and quantile bands of " + value.name() + " along " + parameter;
        int highest = new Grid(steps.size(), 1, median).best(true);
        return highest < 0
                ? curve + ": no values."
                : curve + ": the median is highest, " + TickText.value(median[highest], value.unit()) + ", at "
                        + steps.get(highest) + ".";
    }

    @Override
    public Picture draw() {
        return Drawing.picture(alt(), this::sheet);
    }

    private Drawing.Sheet sheet(Layout layout) {
        Extent y = Extent.of(p05).with(Extent.of(p95)).with(Extent.of(median)).widened(0.06);
        List<String> labels = steps.stream()
                .map(step -> LetterWidths.fit(step, layout.width() * 0.2, layout.letters()))
                .toList();
        XYPlot plot = Plots.plot(
                Axes.linear(
                        -0.5, Math.max(1, labels.size()) - 0.5, Ticks.steps(labels, layout.narrow() ? 7 : 16), layout),
                Axes.linear(y.low(), y.high(), Ticks.linear(y.low(), y.high(), 6, value.unit()), layout));
        plot.getDomainAxis().setLabel(LetterWidths.fit(parameter, layout.width() * 0.8, layout.letters()));
        plot.addAnnotation(new Marks((g, area) -> bands(new Ink(g), area)));
        Plots.addLines(
                plot,
                IntStream.range(0, steps.size()).asDoubleStream().toArray(),
                List.of(new Curve("median", median)));
        return Drawing.sheet(
                Plots.chart(plot, value.name(), legend(layout), layout), layout, layout.narrow() ? 250 : 280);
    }

    private List<LegendItem> legend(Layout layout) {
        Rectangle2D chip = new Rectangle2D.Double(-7, -5, 14, 10);
        List<LegendItem> items = new ArrayList<>();
        items.add(Plots.lineItem("median", Palette.SERIES_1.color(), Plots.LINE, layout));
        items.add(Plots.markItem("middle half", chip, INNER, layout));
        items.add(Plots.markItem("middle 90 %", chip, OUTER, layout));
        if (best >= 0) {
            items.add(Plots.lineItem("best point", Palette.SERIES_2.color(), Plots.DASHED, layout));
        }
        return items;
    }

    private void bands(Ink ink, Marks.Area area) {
        band(ink, area, p05, p95, OUTER);
        band(ink, area, p25, p75, INNER);
        if (best >= 0) {
            double x = area.x(best);
            ink.line(x, area.box().getMinY(), x, area.box().getMaxY(), Palette.SERIES_2.color(), Plots.DASHED);
        }
    }

    /** Between two quantiles, from each step with both to the next; a step alone is a short bar. */
    private static void band(Ink ink, Marks.Area area, double[] low, double[] high, Color color) {
        Path2D band = new Path2D.Double();
        int i = 0;
        while (i < low.length) {
            int from = i;
            while (i < low.length && Extent.drawable(low[i]) && Extent.drawable(high[i])) {
                i++;
            }
            if (i - from == 1) {
                Ink.addBox(band, area.x(from - 0.15), area.y(high[from]), area.x(from + 0.15), area.y(low[from]));
            } else if (i > from) {
                addStretch(band, area, low, high, from, i);
            }
            i++;
        }
        if (band.getCurrentPoint() != null) {
            ink.fill(band, color);
        }
    }

    private static void addStretch(Path2D band, Marks.Area area, double[] low, double[] high, int from, int to) {
        band.moveTo(area.x(from), area.y(high[from]));
        for (int i = from + 1; i < to; i++) {
            band.lineTo(area.x(i), area.y(high[i]));
        }
        for (int i = to - 1; i >= from; i--) {
            band.lineTo(area.x(i), area.y(low[i]));
        }
        band.closePath();
    }
}
