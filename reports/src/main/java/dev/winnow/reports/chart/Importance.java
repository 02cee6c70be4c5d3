package dev.winnow.reports.chart;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;

/**
 * How much of a metric's variance each parameter explains, as bars, the largest on top; at most
 * {@value #MOST_BARS}.
 *
 * @param parameters names
 * @param shares double[parameters] of the variance, 0 to 1; NaN: not known
 */
public record Importance(List<String> parameters, double[] shares) implements Chart {
    static final int MOST_BARS = 20;

    public Importance {
        parameters = List.copyOf(parameters);
        Shapes.same("shares", shares.length, "parameters", parameters.size());
    }

    @Override
    public String alt() {
        String most = Arrays.stream(order())
                .limit(3)
                .mapToObj(i -> parameters.get(i) + " " + TickText.share(shares[i]))
                .collect(Collectors.joining(", "));
        return "Bars of the variance that each parameter explains, the largest first"
                + (most.isEmpty() ? "." : ": " + most + ".");
    }

    @Override
    public Picture draw() {
        return Drawing.picture(alt(), this::sheet);
    }

    private Drawing.Sheet sheet(Layout layout) {
        int[] order = order();
        int shown = order.length;
        Extent x = new Extent(
                0,
                Math.max(
                        1e-6,
                        Arrays.stream(order)
                                .mapToDouble(i -> shares[i])
                                .filter(Extent::drawable)
                                .max()
                                .orElse(1)));
        List<String> names = Arrays.stream(order)
                .mapToObj(i -> LetterWidths.fit(parameters.get(i), layout.width() * 0.32, layout.letters()))
                .toList();
        XYPlot plot = Plots.plot(
                Axes.linear(0, x.high() * (layout.narrow() ? 1.3 : 1.12), Ticks.none(), layout),
                Axes.linear(-0.5, Math.max(1, shown) - 0.5, Ticks.steps(names, shown), layout));
        plot.getRangeAxis().setInverted(true);
        plot.setRangeGridlinesVisible(false);
        plot.addAnnotation(new Marks((g, area) -> bars(new Ink(g), area, order, layout)));
        JFreeChart chart = Plots.chart(plot, "Share of the variance that each parameter explains", List.of(), layout);
        return Drawing.sheet(chart, layout, 50 + 26 * Math.max(1, shown));
    }

    private void bars(Ink ink, Marks.Area area, int[] order, Layout layout) {
        MeasuredFont font = MeasuredFont.plain(layout.letters() - 1);
        for (int row = 0; row < order.length; row++) {
            double share = shares[order[row]];
            boolean known = Extent.drawable(share);
            double end = area.x(known ? Math.max(0, share) : 0);
            ink.fill(Ink.box(area.x(0), area.y(row - 0.34), end, area.y(row + 0.34)), Palette.SERIES_1.color());
            String text = known ? TickText.share(share) : "not known";
            ink.text(text, end + 6, area.y(row), Ink.Side.RIGHT, font, Palette.INK.color());
        }
    }

    /** The parameters by falling share, unknown ones last. */
    private int[] order() {
        return IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> Extent.drawable(shares[i]) ? -shares[i] : Double.MAX_VALUE))
                .limit(MOST_BARS)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
