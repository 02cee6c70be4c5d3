package dev.winnow.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;

/** Hexagons on a triangle, a path a colour. Points are gathered on a lattice and take the mean of their metric. */
final class SimplexPainter {
    /** Steps a side at most: hexagons of some units on a phone. */
    private static final int FINEST = 40;

    private static final int COARSEST = 6;
    private static final double HEIGHT = Math.sqrt(3) / 2;

    private final WeightSimplex simplex;
    private final Ramp ramp;
    private final Layout layout;
    private final int steps;
    private final double[] means;

    SimplexPainter(WeightSimplex simplex, Ramp ramp, Layout layout) {
        this.simplex = simplex;
        this.ramp = ramp;
        this.layout = layout;
        this.steps = steps(simplex.values().length);
        this.means = means();
    }

    /** As fine as so many points fill a lattice, or some times as fine where they are few. */
    private static int steps(int points) {
        int lattice = Math.clamp(Math.round(Math.sqrt(2.0 * points + 0.25) - 1.5), 1, FINEST);
        return lattice * ((COARSEST + lattice - 1) / lattice);
    }

    /** double[(steps + 1)^2] by the second and third weight; NaN where no point is. */
    private double[] means() {
        int side = steps + 1;
        double[] sums = new double[side * side];
        int[] counts = new int[side * side];
        for (int p = 0; p < simplex.values().length; p++) {
            double value = simplex.values()[p];
            double sum = simplex.sum(p);
            if (Extent.drawable(value) && sum > 0 && Extent.drawable(sum)) {
                int second = (int) Math.round(simplex.weights()[3 * p + 1] / sum * steps);
                int third = (int) Math.min(side - 1, Math.round(simplex.weights()[3 * p + 2] / sum * steps));
                int cell = Math.min(second, side - 1) * side + third;
                sums[cell] += value;
                counts[cell]++;
            }
        }
        Arrays.setAll(sums, cell -> counts[cell] == 0 ? Double.NaN : sums[cell] / counts[cell]);
        return sums;
    }

    void paint(Graphics2D g, Marks.Area area) {
        Ink ink = new Ink(g);
        Rectangle2D box = area.box();
        double letters = layout.letters();
        double reach = 1 / (steps * Math.sqrt(3));
        double side = Math.min(box.getWidth() * 0.8, (box.getHeight() - 5 * letters) / (HEIGHT + 2 * reach));
        double left = box.getCenterX() - side / 2;
        double bottom = box.getMaxY() - 2 * letters - reach * side;
        cells(ink, left, bottom, side);
        edges(ink, left, bottom, side);
        names(ink, left, bottom, side, reach * side);
        int best = simplex.best();
        if (best >= 0) {
            ring(ink, at(simplex.share(best, 1), simplex.share(best, 2), left, bottom, side));
        }
    }

    /** The place of weights: the first strategy's corner left, the second's right, the third's on top. */
    private static Point2D at(double second, double third, double left, double bottom, double side) {
        return new Point2D.Double(left + (second + third / 2) * side, bottom - third * HEIGHT * side);
    }

    private void cells(Ink ink, double left, double bottom, double side) {
        double radius = side / steps / Math.sqrt(3) + 0.2;
        for (int level = 0; level < Ramp.LEVELS; level++) {
            Path2D path = new Path2D.Double();
            for (int cell = 0; cell < means.length; cell++) {
                if (Extent.drawable(means[cell]) && ramp.level(means[cell]) == level) {
                    int row = cell / (steps + 1);
                    double second = (double) row / steps;
                    double third = (double) (cell % (steps + 1)) / steps;
                    addHexagon(path, at(second, third, left, bottom, side), radius);
                }
            }
            if (path.getCurrentPoint() != null) {
                ink.fill(path, Ramp.color(level));
            }
        }
    }

    private static void addHexagon(Path2D path, Point2D middle, double radius) {
        for (int corner = 0; corner < 6; corner++) {
            double angle = Math.PI / 6 + corner * Math.PI / 3;
            double x = middle.getX() + radius * Math.cos(angle);
            double y = middle.getY() + radius * Math.sin(angle);
            if (corner == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
    }

    private static void edges(Ink ink, double left, double bottom, double side) {
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(left, bottom);
        triangle.lineTo(left + side, bottom);
        triangle.lineTo(left + side / 2, bottom - HEIGHT * side);
        triangle.closePath();
        ink.draw(triangle, Palette.MUTED.color(), Plots.THIN);
    }

    /** Beyond the hexagons of the corners. */
    private void names(Ink ink, double left, double bottom, double side, double radius) {
        MeasuredFont font = MeasuredFont.plain(layout.letters());
        double under = bottom + radius + layout.letters();
        double over = bottom - HEIGHT * side - radius - layout.letters();
        ink.text(name(0), left, under, Ink.Side.MIDDLE, font, Palette.INK.color());
        ink.text(name(1), left + side, under, Ink.Side.MIDDLE, font, Palette.INK.color());
        ink.text(name(2), left + side / 2, over, Ink.Side.MIDDLE, font, Palette.INK.color());
    }

    private String name(int strategy) {
        return LetterWidths.fit(simplex.strategies().get(strategy), layout.width() * 0.2, layout.letters());
    }

    private static void ring(Ink ink, Point2D at) {
        ink.draw(Plots.dot(at.getX(), at.getY(), 7), new Color(0x111111), new BasicStroke(4.4f));
        ink.draw(Plots.dot(at.getX(), at.getY(), 7), new Color(0xFEFEFE), new BasicStroke(2.2f));
    }
}
