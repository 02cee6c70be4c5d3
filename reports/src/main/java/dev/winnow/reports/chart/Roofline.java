package dev.winnow.reports.chart;

import dev.winnow.engine.workload.Metric;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.XYPlot;

/**
 * What kernels reach of what a machine could: operations against operations per byte, both logarithmic, under the roof
 * of memory bandwidth and peak arithmetic (Williams, Waterman, Patterson: Roofline, CACM 52(4), 2009).
 *
 * @param peakGflops of the device, above 0
 * @param peakGbs bandwidth in GB/s, above 0
 */
public record Roofline(double peakGflops, double peakGbs, List<Kernel> kernels) implements Chart {
    /** A measured kernel: floating-point operations per byte moved, and 10^9 of them a second; both above 0. */
    public record Kernel(String name, double flopsPerByte, double gflops) {}

    public Roofline {
        kernels = List.copyOf(kernels);
        if (!(peakGflops > 0) || !(peakGbs > 0)) {
            throw new IllegalArgumentException("a roof of " + peakGflops + " GFLOP/s and " + peakGbs + " GB/s");
        }
    }

    @Override
    public String alt() {
        return "Roofline of " + TickText.value(peakGflops, Metric.Unit.RATIO) + " GFLOP/s and "
                + TickText.value(peakGbs, Metric.Unit.RATIO) + " GB/s: "
                + kernels.stream().map(this::verdict).collect(Collectors.joining("; ")) + ".";
    }

    @Override
    public Picture draw() {
        return Drawing.picture(alt(), this::sheet);
    }

    private Drawing.Sheet sheet(Layout layout) {
        double ridge = peakGflops / peakGbs;
        double[] intensities =
                kernels.stream().mapToDouble(Kernel::flopsPerByte).toArray();
        Extent x = Extent.positive(
                4,
                DoubleStream.concat(DoubleStream.of(ridge), Arrays.stream(intensities))
                        .toArray());
        double[] reached = kernels.stream().mapToDouble(Kernel::gflops).toArray();
        double[] heights = DoubleStream.concat(DoubleStream.of(peakGflops, roof(x.low())), Arrays.stream(reached))
                .toArray();
        Extent y = Extent.positive(2, heights);
        XYPlot plot = Plots.plot(
                Axes.logarithmic(
                        x.low(),
                        x.high(),
                        Ticks.logarithmic(x.low(), x.high(), layout.narrow() ? 5 : 9, Metric.Unit.RATIO),
                        layout),
                Axes.logarithmic(
                        y.low(), y.high(), Ticks.logarithmic(y.low(), y.high(), 7, Metric.Unit.RATIO), layout));
        plot.getDomainAxis().setLabel("operations a byte");
        plot.addAnnotation(new Marks((g, area) -> paint(new Ink(g), area, x, layout)));
        return Drawing.sheet(Plots.chart(plot, "GFLOP/s", legend(layout), layout), layout, layout.narrow() ? 300 : 340);
    }

    private double roof(double flopsPerByte) {
        return Math.min(peakGflops, peakGbs * flopsPerByte);
    }

    private List<LegendItem> legend(Layout layout) {
        return IntStream.range(0, kernels.size())
                .mapToObj(k -> Plots.markItem(verdict(kernels.get(k)), Plots.dot(0, 0, 5), Palette.series(k), layout))
                .toList();
    }

    private String verdict(Kernel kernel) {
        double share = kernel.gflops() / roof(kernel.flopsPerByte());
        return kernel.name() + ": " + TickText.share(share) + " of the roof";
    }

    private void paint(Ink ink, Marks.Area area, Extent x, Layout layout) {
        double ridge = peakGflops / peakGbs;
        Path2D roof = new Path2D.Double();
        roof.moveTo(area.x(x.low()), area.y(roof(x.low())));
        roof.lineTo(area.x(ridge), area.y(peakGflops));
        roof.lineTo(area.x(x.high()), area.y(peakGflops));
        ink.draw(roof, Palette.INK.color(), Plots.LINE);
        MeasuredFont font = MeasuredFont.plain(layout.letters() - 1);
        String peak = TickText.value(peakGflops, Metric.Unit.RATIO) + " GFLOP/s, "
                + TickText.value(peakGbs, Metric.Unit.RATIO) + " GB/s";
        ink.text(peak, area.box().getMaxX(), area.y(peakGflops) - 10, Ink.Side.LEFT, font, Palette.MUTED.color());
        for (int k = 0; k < kernels.size(); k++) {
            Kernel kernel = kernels.get(k);
            if (kernel.flopsPerByte() > 0 && kernel.gflops() > 0) {
                ink.fill(Plots.dot(area.x(kernel.flopsPerByte()), area.y(kernel.gflops()), 5), Palette.series(k));
            }
        }
    }
}
