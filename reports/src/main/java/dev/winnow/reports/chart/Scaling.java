package dev.winnow.reports.chart;

import dev.winnow.engine.workload.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.XYPlot;

/**
 * Throughput against threads or size, with the line of perfect scaling from the first measurement of the first curve.
 *
 * @param across what grows, such as threads
 * @param sizes double[positions], increasing, above 0
 * @param rate what is measured, such as bar-points/s
 * @param curves measured rates
 * @param ideal whether to draw the line of perfect scaling: rate in proportion to size
 */
public record Scaling(String across, double[] sizes, Quantity rate, List<Curve> curves, boolean ideal)
        implements Chart {
    public Scaling {
        curves = List.copyOf(curves);
        Shapes.sameLength(curves, sizes.length);
    }

    @Override
    public String alt() {
        String chart = rate.name() + " against " + across;
        if (curves.isEmpty() || sizes.length == 0) {
            return chart + ": nothing measured.";
        }
        double[] first = curves.getFirst().values();
        int last = sizes.length - 1;
        return chart + ": " + curves.getFirst().name() + " reaches " + TickText.value(first[last], rate.unit()) + " at "
                + TickText.value(sizes[last], Metric.Unit.COUNT) + ", "
                + TickText.value(first[last] / first[0], Metric.Unit.RATIO) + " times that at "
                + TickText.value(sizes[0], Metric.Unit.COUNT) + ".";
    }

    @Override
    public Picture draw() {
        return Drawing.picture(alt(), this::sheet);
    }

    private Drawing.Sheet sheet(Layout layout) {
        Growth growth = new Growth(across, sizes, layout);
        double[] perfect = perfect();
        List<Curve> all = ideal
                ? Stream.concat(curves.stream(), Stream.of(new Curve("", perfect)))
                        .toList()
                : curves;
        XYPlot plot = growth.plot(all, rate.unit());
        if (ideal) {
            plot.addAnnotation(new Marks((g, area) -> growth.dashed(new Ink(g), area, perfect)));
        }
        Plots.addLines(plot, sizes, curves);
        List<LegendItem> legend = new ArrayList<>(Plots.lineItems(curves, layout));
        if (ideal) {
            legend.add(Plots.lineItem("perfect scaling", Palette.MUTED.color(), Plots.DASHED, layout));
        }
        return Drawing.sheet(Plots.chart(plot, rate.name(), legend, layout), layout, layout.narrow() ? 260 : 320);
    }

    private double[] perfect() {
        double[] measured = curves.isEmpty() ? new double[0] : curves.getFirst().values();
        double each = IntStream.range(0, measured.length)
                .filter(i -> Extent.drawable(measured[i]))
                .mapToDouble(i -> measured[i] / sizes[i])
                .findFirst()
                .orElse(Double.NaN);
        return Arrays.stream(sizes).map(size -> size * each).toArray();
    }
}
