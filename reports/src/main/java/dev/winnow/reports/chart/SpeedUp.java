package dev.winnow.reports.chart;

import dev.winnow.engine.workload.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.XYPlot;

/**
 * How many times faster something is against the size of the work, both logarithmic, with the line of 1 where it
 * breaks even.
 *
 * @param across what grows, such as points
 * @param sizes double[positions], increasing, above 0
 * @param curves times faster: 2 is twice as fast, 0.5 half as fast
 */
public record SpeedUp(String across, double[] sizes, List<Curve> curves) implements Chart {
    public SpeedUp {
        curves = List.copyOf(curves);
        Shapes.sameLength(curves, sizes.length);
    }

    @Override
    public String alt() {
        return "Times faster against " + across + ": "
                + curves.stream().map(this::verdict).collect(Collectors.joining("; ")) + ".";
    }

    @Override
    public Picture draw() {
        return Drawing.picture(alt(), this::sheet);
    }

    private Drawing.Sheet sheet(Layout layout) {
        double[] values = Stream.concat(
                        curves.stream()
                                .flatMap(curve -> Arrays.stream(curve.values()).boxed()),
                        Stream.of(1.0))
                .mapToDouble(Double::doubleValue)
                .toArray();
        XYPlot plot = new Growth(across, sizes, layout).logarithmicPlot(values, Metric.Unit.RATIO, 1.5);
        plot.addAnnotation(new Marks((g, area) -> even(new Ink(g), area)));
        Plots.addLines(plot, sizes, curves);
        List<Curve> named = curves.stream()
                .map(curve -> new Curve(verdict(curve), curve.values()))
                .toList();
        List<LegendItem> legend = Plots.lineItems(named, layout);
        return Drawing.sheet(Plots.chart(plot, "Times faster", legend, layout), layout, layout.narrow() ? 260 : 320);
    }

    private static void even(Ink ink, Marks.Area area) {
        double left = area.box().getMinX();
        double right = area.box().getMaxX();
        ink.fill(Ink.box(left, area.y(1), right, area.box().getMaxY()), Ink.faint(Palette.LOSS, 0.07));
        ink.line(left, area.y(1), right, area.y(1), Palette.MUTED.color(), Plots.DASHED);
    }

    /** The size at which a curve first reaches 1 from below, between measurements in proportion of logarithms; or NaN. */
    static double breakEven(double[] sizes, double[] values) {
        for (int i = 1; i < sizes.length; i++) {
            if (values[i - 1] > 0 && values[i - 1] < 1 && values[i] >= 1) {
                double share = -Math.log(values[i - 1]) / (Math.log(values[i]) - Math.log(values[i - 1]));
                return sizes[i - 1] * Math.pow(sizes[i] / sizes[i - 1], share);
            }
        }
        return Double.NaN;
    }

    private String verdict(Curve curve) {
        double even = breakEven(sizes, curve.values());
        return Double.isNaN(even)
                ? curve.name()
                : curve.name() + ", even at " + TickText.value(even, Metric.Unit.COUNT);
    }
}
