package dev.winnow.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** Axes of JFreeChart whose range and ticks are told rather than found. */
final class Axes {
    private Axes() {}

    static ValueAxis linear(double low, double high, Ticks ticks, Layout layout) {
        return styled(new Linear(ticks), low, high, layout);
    }

    /** @param low above 0 */
    static ValueAxis logarithmic(double low, double high, Ticks ticks, Layout layout) {
        return styled(new Logarithmic(ticks), low, high, layout);
    }

    private static ValueAxis styled(ValueAxis axis, double low, double high, Layout layout) {
        axis.setRange(low, high);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setTickLabelFont(MeasuredFont.plain(layout.letters() - 1));
        axis.setTickLabelPaint(Palette.MUTED.color());
        axis.setLabelFont(MeasuredFont.plain(layout.letters()));
        axis.setLabelPaint(Palette.INK.color());
        return axis;
    }

    /** The ticks as JFreeChart has them; along the bottom without those that would touch the one before. */
    private static List<NumberTick> marks(Ticks ticks, ValueAxis axis, Rectangle2D area, RectangleEdge edge) {
        List<NumberTick> marks = new ArrayList<>();
        MeasuredFont font = (MeasuredFont) axis.getTickLabelFont();
        boolean along = RectangleEdge.isTopOrBottom(edge);
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < ticks.at().length; i++) {
            String label = ticks.labels().get(i);
            double half = font.width(label) / 2;
            double middle = axis.valueToJava2D(ticks.at()[i], area, edge);
            if (along && middle - half < free) {
                continue;
            }
            free = middle + half + font.getSize();
            marks.add(new NumberTick(ticks.at()[i], label, anchor(edge), TextAnchor.CENTER, 0));
        }
        return marks;
    }

    private static TextAnchor anchor(RectangleEdge edge) {
        if (RectangleEdge.LEFT.equals(edge)) {
            return TextAnchor.CENTER_RIGHT;
        }
        if (RectangleEdge.RIGHT.equals(edge)) {
            return TextAnchor.CENTER_LEFT;
        }
        return RectangleEdge.TOP.equals(edge) ? TextAnchor.BOTTOM_CENTER : TextAnchor.TOP_CENTER;
    }

    @SuppressWarnings("serial") // never written
    private static final class Linear extends NumberAxis {
        private final Ticks ticks;

        Linear(Ticks ticks) {
            this.ticks = ticks;
        }

        @Override
        public List<NumberTick> refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
            return marks(ticks, this, area, edge);
        }
    }

    @SuppressWarnings("serial") // never written
    private static final class Logarithmic extends LogAxis {
        private final Ticks ticks;

        Logarithmic(Ticks ticks) {
            this.ticks = ticks;
        }

        @Override
        public List<NumberTick> refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
            return marks(ticks, this, area, edge);
        }
    }
}
