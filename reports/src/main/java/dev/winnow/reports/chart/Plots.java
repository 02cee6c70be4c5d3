package dev.winnow.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

/** The common look of all charts: a grid without frames, the upright axis named above the plot, the legend there too. */
final class Plots {
    static final BasicStroke THIN = new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    static final BasicStroke LINE = new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    static final BasicStroke MEDIUM = new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    static final BasicStroke DASHED =
            new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[] {5f, 4f}, 0f);

    /** Lines with up to this many points show them. */
    private static final int DOTTED = 40;

    private Plots() {}

    static XYPlot plot(ValueAxis across, ValueAxis up) {
        XYPlot plot = new XYPlot(null, across, up, new XYLineAndShapeRenderer());
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setAxisOffset(new RectangleInsets(4, 4, 4, 4));
        plot.setInsets(new RectangleInsets(4, 0, 0, 4));
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Palette.GRID.color());
        plot.setRangeGridlineStroke(THIN);
        plot.setRangeZeroBaselineVisible(false);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        return plot;
    }

    /** Lines in the colours of the series, with dots where they are few or stand alone. */
    static void addLines(XYPlot plot, double[] positions, List<Curve> curves) {
        DefaultXYDataset data = new DefaultXYDataset();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        for (int c = 0; c < curves.size(); c++) {
            data.addSeries(c, new double[][] {positions, drawable(curves.get(c).values())});
            renderer.setSeriesPaint(c, Palette.series(c));
            renderer.setSeriesStroke(c, LINE);
        }
        renderer.setDrawSeriesLineAsPath(true);
        int index = plot.getDatasetCount();
        plot.setDataset(index, data);
        plot.setRenderer(index, renderer);
        plot.addAnnotation(new Marks((g, area) -> paintDots(new Ink(g), area, positions, curves)));
    }

    private static void paintDots(Ink ink, Marks.Area area, double[] positions, List<Curve> curves) {
        for (int c = 0; c < curves.size(); c++) {
            double[] values = curves.get(c).values();
            for (int i = 0; i < values.length; i++) {
                boolean alone = !finite(values, i - 1) && !finite(values, i + 1);
                if (finite(values, i) && (alone || values.length <= DOTTED)) {
                    ink.fill(dot(area.x(positions[i]), area.y(values[i]), 2.6), Palette.series(c));
                }
            }
        }
    }

    private static double[] drawable(double[] values) {
        return Arrays.stream(values)
                .map(v -> Extent.drawable(v) ? v : Double.NaN)
                .toArray();
    }

    private static boolean finite(double[] values, int i) {
        return i >= 0 && i < values.length && Extent.drawable(values[i]);
    }

    static Ellipse2D dot(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    /** A chart of the plot with what its upright axis shows above it, on the left. */
    static JFreeChart chart(Plot plot, String caption, List<LegendItem> legend, Layout layout) {
        JFreeChart chart = new JFreeChart(null, MeasuredFont.plain(layout.letters()), plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(new RectangleInsets(2, 2, 4, 6));
        if (!legend.isEmpty()) {
            chart.addSubtitle(legend(legend, layout));
        }
        if (!caption.isEmpty()) {
            chart.addSubtitle(0, caption(caption, layout));
        }
        return chart;
    }

    private static TextTitle caption(String text, Layout layout) {
        Font font = MeasuredFont.bold(layout.letters());
        TextTitle title = new TextTitle(
                LetterWidths.fit(text, layout.width() - 2.0 * layout.letters(), layout.letters() * 1.06),
                font,
                Palette.INK.color(),
                RectangleEdge.TOP,
                HorizontalAlignment.LEFT,
                org.jfree.chart.ui.VerticalAlignment.TOP,
                new RectangleInsets(2, 4, 2, 0));
        title.setExpandToFitSpace(true);
        return title;
    }

    private static LegendTitle legend(List<LegendItem> items, Layout layout) {
        LegendItemCollection collection = new LegendItemCollection();
        items.forEach(collection::add);
        LegendTitle legend = new LegendTitle(() -> collection);
        legend.setItemFont(MeasuredFont.plain(layout.letters() - 1));
        legend.setItemPaint(Palette.INK.color());
        legend.setPosition(RectangleEdge.TOP);
        legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
        legend.setBackgroundPaint(null);
        legend.setItemLabelPadding(new RectangleInsets(1, 2, 1, 8));
        legend.setPadding(new RectangleInsets(0, 2, 2, 0));
        return legend;
    }

    static LegendItem lineItem(String name, Color color, BasicStroke stroke, Layout layout) {
        return item(name, new Line2D.Double(-8, 0, 8, 0), stroke, color, layout);
    }

    static LegendItem markItem(String name, Shape mark, Color color, Layout layout) {
        LegendItem item = new LegendItem(fit(name, layout), null, null, null, mark, color);
        item.setLabelFont(MeasuredFont.plain(layout.letters() - 1));
        return item;
    }

    private static LegendItem item(String name, Shape line, BasicStroke stroke, Color color, Layout layout) {
        return new LegendItem(fit(name, layout), null, null, null, line, stroke, color);
    }

    private static String fit(String name, Layout layout) {
        return LetterWidths.fit(name, layout.width() / (layout.narrow() ? 1.4 : 2), layout.letters());
    }

    static List<LegendItem> lineItems(List<Curve> curves, Layout layout) {
        return java.util.stream.IntStream.range(0, curves.size())
                .mapToObj(c -> lineItem(curves.get(c).name(), Palette.series(c), LINE, layout))
                .toList();
    }
}
