package dev.winnow.reports.chart;

import dev.winnow.engine.workload.Metric;
import java.awt.geom.Path2D;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;

/** Axes for what grows with a size: both logarithmic where sizes reach over more than a factor of {@value #LINEAR}. */
record Growth(String across, double[] sizes, Layout layout) {
    private static final double LINEAR = 40;

    XYPlot plot(List<Curve> curves, Metric.Unit unit) {
        double[] values = curves.stream()
                .flatMapToDouble(curve -> java.util.Arrays.stream(curve.values()))
                .toArray();
        return logarithmic() ? logarithmicPlot(values, unit, 1.3) : linearPlot(values, unit);
    }

    private boolean logarithmic() {
        Extent x = Extent.positive(1, sizes);
        return x.high() / x.low() > LINEAR;
    }

    private XYPlot linearPlot(double[] values, Metric.Unit unit) {
        Extent x = Extent.of(sizes).with(0);
        Extent y = Extent.of(values).with(0);
        return named(Plots.plot(
                Axes.linear(x.low(), x.high() * 1.04, ticks(x), layout),
                Axes.linear(y.low(), y.high() * 1.05, Ticks.linear(y.low(), y.high() * 1.05, 5, unit), layout)));
    }

    private Ticks ticks(Extent x) {
        return Ticks.linear(x.low(), x.high() * 1.04, layout.narrow() ? 5 : 10, Metric.Unit.COUNT);
    }

    /** @param room the factor by which the upright axis is longer than the values at both ends */
    XYPlot logarithmicPlot(double[] values, Metric.Unit unit, double room) {
        Extent x = Extent.positive(1.2, sizes);
        Extent y = Extent.positive(room, values);
        ValueAxis left = Axes.logarithmic(y.low(), y.high(), Ticks.logarithmic(y.low(), y.high(), 7, unit), layout);
        Ticks sizeTicks = Ticks.logarithmic(x.low(), x.high(), layout.narrow() ? 5 : 9, Metric.Unit.COUNT);
        return named(Plots.plot(Axes.logarithmic(x.low(), x.high(), sizeTicks, layout), left));
    }

    private XYPlot named(XYPlot plot) {
        plot.getDomainAxis().setLabel(LetterWidths.fit(across, layout.width() * 0.8, layout.letters()));
        return plot;
    }

    /** The straight line from the first to the last of these values, one a size. */
    void dashed(Ink ink, Marks.Area area, double[] values) {
        if (values.length < 2 || !Extent.drawable(values[0])) {
            return;
        }
        int last = values.length - 1;
        Path2D line = new Path2D.Double();
        line.moveTo(area.x(sizes[0]), area.y(values[0]));
        line.lineTo(area.x(sizes[last]), area.y(values[last]));
        ink.draw(line, Palette.MUTED.color(), Plots.DASHED);
    }
}
