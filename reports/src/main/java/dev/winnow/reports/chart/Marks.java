package dev.winnow.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/** What JFreeChart has no renderer for, drawn within a plot's area by its axes. */
@SuppressWarnings("serial") // never written
final class Marks extends AbstractXYAnnotation {
    /** Draws in SVG units. */
    interface Painter {
        void paint(Graphics2D g, Area area);
    }

    /** A plot's area on the page, and where data lie in it. */
    record Area(Rectangle2D box, XYPlot plot, ValueAxis across, ValueAxis up) {
        double x(double value) {
            return across.valueToJava2D(value, box, plot.getDomainAxisEdge());
        }

        /** A time lies where its nearest double does: a microsecond is far below a pixel. */
        double x(long time) {
            return x((double) time);
        }

        double y(double value) {
            return up.valueToJava2D(value, box, plot.getRangeAxisEdge());
        }
    }

    private final transient Painter painter;

    Marks(Painter painter) {
        this.painter = painter;
    }

    @Override
    public void draw(
            Graphics2D g,
            XYPlot plot,
            Rectangle2D box,
            ValueAxis across,
            ValueAxis up,
            int renderer,
            PlotRenderingInfo info) {
        painter.paint(g, new Area(box, plot, across, up));
    }
}
