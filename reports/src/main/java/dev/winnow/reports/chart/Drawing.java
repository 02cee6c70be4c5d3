package dev.winnow.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.function.Function;
import org.jfree.chart.JFreeChart;

/** From a chart of JFreeChart, or from bare strokes, to a picture in both layouts. */
final class Drawing {
    /** How one layout of a chart is drawn. */
    interface Sheet {
        /** In SVG units. */
        int height();

        void draw(Graphics2D g);
    }

    private record ChartSheet(JFreeChart chart, int width, int height) implements Sheet {
        @Override
        public void draw(Graphics2D g) {
            chart.draw(g, new Rectangle2D.Double(0, 0, width, height));
        }
    }

    private Drawing() {}

    static Sheet sheet(JFreeChart chart, Layout layout, int height) {
        return new ChartSheet(chart, layout.width(), height);
    }

    static Picture picture(String alt, Function<Layout, Sheet> sheets) {
        return new Picture(svg(alt, sheets, Layout.DESKTOP), svg(alt, sheets, Layout.PHONE), alt);
    }

    private static String svg(String alt, Function<Layout, Sheet> sheets, Layout layout) {
        Sheet sheet = sheets.apply(layout);
        SvgCanvas canvas = SvgCanvas.empty();
        sheet.draw(canvas);
        return SvgWriter.write(canvas, layout, sheet.height(), alt);
    }
}
