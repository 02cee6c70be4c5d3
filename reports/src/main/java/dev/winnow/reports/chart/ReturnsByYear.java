package dev.winnow.reports.chart;

import dev.winnow.engine.workload.Metric;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.XYPlot;

/**
 * Returns of each year as bars, beside those of what they are compared with.
 *
 * @param firstYear the first bar's
 * @param returns names and double[years], as fractions (0.05 is 5 %); NaN: no bars; all of the same length, at least one
 */
public record ReturnsByYear(int firstYear, List<Curve> returns) implements Chart {
    public ReturnsByYear {
        returns = List.copyOf(returns);
        Shapes.sameLength(returns);
    }

    @Override
    public String alt() {
        if (returns.isEmpty()) {
            return "Returns by year: none.";
        }
        double[] first = returns.getFirst().values();
        long gains = Arrays.stream(first).filter(r -> r > 0).count();
        return "Returns by year from " + firstYear + ": " + returns.getFirst().name() + " gained in " + gains + " of "
                + Arrays.stream(first).filter(Extent::drawable).count() + ".";
    }

    @Override
    public Picture draw() {
        return Drawing.picture(alt(), this::sheet);
    }

    private Drawing.Sheet sheet(Layout layout) {
        int years = returns.isEmpty() ? 0 : returns.getFirst().values().length;
        Extent y = Extent.ofCurves(returns).with(0).widened(0.05);
        List<String> labels = IntStream.range(0, years)
                .mapToObj(i -> Integer.toString(firstYear + i))
                .toList();
        XYPlot plot = Plots.plot(
                Axes.linear(-0.6, Math.max(1, years) - 0.4, Ticks.steps(labels, layout.narrow() ? 7 : 16), layout),
                Axes.linear(y.low(), y.high(), Ticks.linear(y.low(), y.high(), 5, Metric.Unit.FRACTION), layout));
        plot.addAnnotation(new Marks((g, area) -> bars(new Ink(g), area)));
        return Drawing.sheet(
                Plots.chart(plot, "Return of the year", legend(layout), layout), layout, layout.narrow() ? 220 : 240);
    }

    private List<LegendItem> legend(Layout layout) {
        Rectangle2D chip = new Rectangle2D.Double(-5, -5, 10, 10);
        return IntStream.range(0, returns.size())
                .mapToObj(c -> Plots.markItem(returns.get(c).name(), chip, Palette.series(c), layout))
                .toList();
    }

    private void bars(Ink ink, Marks.Area area) {
        double width = 0.8 / Math.max(1, returns.size());
        for (int c = 0; c < returns.size(); c++) {
            double[] values = returns.get(c).values();
            Path2D bars = new Path2D.Double();
            for (int i = 0; i < values.length; i++) {
                if (Extent.drawable(values[i])) {
                    double left = i - 0.4 + c * width;
                    Ink.addBox(bars, area.x(left), area.y(values[i]), area.x(left + width * 0.94), area.y(0));
                }
            }
            if (bars.getCurrentPoint() != null) {
                ink.fill(bars, Palette.series(c));
            }
        }
        ink.line(area.box().getMinX(), area.y(0), area.box().getMaxX(), area.y(0), Palette.MUTED.color(), Plots.THIN);
    }
}
