package dev.winnow.reports.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Strokes, areas and words on a canvas, each in one call. */
final class Ink {
    /** Where a text stands from its point. */
    enum Side {
        LEFT(-1),
        MIDDLE(-0.5),
        RIGHT(0);

        private final double shift;

        Side(double shift) {
            this.shift = shift;
        }
    }

    private final Graphics2D g;

    Ink(Graphics2D g) {
        this.g = g;
    }

    void fill(Shape area, Color color) {
        g.setPaint(color);
        g.fill(area);
    }

    void draw(Shape line, Color color, Stroke stroke) {
        g.setPaint(color);
        g.setStroke(stroke);
        g.draw(line);
    }

    void line(double x1, double y1, double x2, double y2, Color color, Stroke stroke) {
        draw(new Line2D.Double(x1, y1, x2, y2), color, stroke);
    }

    /** Writes at the height of y's middle. */
    void text(String text, double x, double y, Side side, MeasuredFont font, Color color) {
        g.setFont(font);
        g.setPaint(color);
        double left = x + side.shift * font.width(text);
        g.drawString(text, (float) left, (float) (y + font.getSize2D() * 0.35));
    }

    static Color faint(Palette color, double opacity) {
        Color full = color.color();
        return new Color(full.getRed(), full.getGreen(), full.getBlue(), (int) Math.round(opacity * 255));
    }

    static Rectangle2D box(double x1, double y1, double x2, double y2) {
        return new Rectangle2D.Double(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1));
    }

    static void addBox(Path2D path, double x1, double y1, double x2, double y2) {
        path.moveTo(x1, y1);
        path.lineTo(x2, y1);
        path.lineTo(x2, y2);
        path.lineTo(x1, y2);
        path.closePath();
    }
}
