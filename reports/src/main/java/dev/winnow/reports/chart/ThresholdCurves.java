package dev.winnow.reports.chart;

import dev.winnow.engine.workload.Metric;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.plot.XYPlot;

/**
 * A metric against the threshold to enter, a line for each threshold to exit. Beyond {@value Palette#SERIES} lines the
 * first, the last and some between are drawn.
 *
 * @param enter the threshold's name
 * @param thresholds double[positions], increasing
 * @param exits a line for each exit, named by it
 */
public record ThresholdCurves(String enter, double[] thresholds, Quantity value, List<Curve> exits) implements Chart {
    public ThresholdCurves {
        exits = List.copyOf(exits);
        Shapes.sameLength(exits, thresholds.length);
    }

    @Override
    public String alt() {
        return value.name() + " against " + enter + ", a line for each of " + exits.size() + " exits.";
    }

    @Override
    public Picture draw() {
        return Drawing.picture(alt(), this::sheet);
    }

    private Drawing.Sheet sheet(Layout layout) {
        List<Curve> shown = shown();
        Extent x = Extent.of(thresholds).widened(0.02);
        Extent y = Extent.ofCurves(shown).widened(0.06);
        XYPlot plot = Plots.plot(
                Axes.linear(x.low(), x.high(), Ticks.linear(x.low(), x.high(), 6, Metric.Unit.RATIO), layout),
                Axes.linear(y.low(), y.high(), Ticks.linear(y.low(), y.high(), 6, value.unit()), layout));
        plot.getDomainAxis().setLabel(LetterWidths.fit(enter, layout.width() * 0.8, layout.letters()));
        Plots.addLines(plot, thresholds, shown);
        return Drawing.sheet(
                Plots.chart(plot, value.name(), Plots.lineItems(shown, layout), layout),
                layout,
                layout.narrow() ? 280 : 340);
    }

    private List<Curve> shown() {
        int last = exits.size() - 1;
        if (last < Palette.SERIES) {
            return exits;
        }
        return IntStream.range(0, Palette.SERIES)
                .mapToObj(i -> exits.get((int) Math.round((double) i * last / (Palette.SERIES - 1))))
                .toList();
    }
}
