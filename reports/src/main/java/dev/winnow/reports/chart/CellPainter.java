package dev.winnow.reports.chart;

import dev.winnow.reports.chart.Marks.Area;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** The cells of a heat map: a path a colour, so that a thousand cells stay small. */
final class CellPainter {
    private static final Color RING = new Color(0xFEFEFE);
    private static final Color RING_EDGE = new Color(0x111111);

    /** Cells of this size stand apart; smaller ones touch. */
    private static final double APART = 9;

    private static final int FEWEST_OF_PLATEAU = 9;
    private static final double PLATEAU = 0.8;

    private final Grid grid;
    private final Ramp ramp;
    private final Quantity value;
    private final int best;
    private final Layout layout;

    /** @param best the index of the cell to mark, or -1 */
    CellPainter(Grid grid, Ramp ramp, Quantity value, int best, Layout layout) {
        this.grid = grid;
        this.ramp = ramp;
        this.value = value;
        this.best = best;
        this.layout = layout;
    }

    void paint(Graphics2D g, Area area) {
        Ink ink = new Ink(g);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        paintCells(ink, area);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        paintBlanks(ink, area);
        paintPlateaus(ink, area);
        boolean numbered = paintNumbers(ink, area);
        if (best >= 0) {
            paintBest(ink, area, numbered);
        }
    }

    private void paintCells(Ink ink, Area area) {
        boolean apart = Math.min(width(area), height(area)) >= APART;
        double gap = apart ? 1 : 0;
        for (int level = 0; level < Ramp.LEVELS; level++) {
            Path2D path = new Path2D.Double();
            for (int row = 0; row < grid.rows(); row++) {
                for (int column = 0; column < grid.columns(); column++) {
                    int from = column;
                    while (column < grid.columns() && isOf(level, column, row) && (from == column || !apart)) {
                        column++;
                    }
                    if (column > from) {
                        Ink.addBox(
                                path,
                                area.x(from - 0.5),
                                area.y(row + 0.5),
                                area.x(column - 0.5) - gap,
                                area.y(row - 0.5) - gap);
                        column--;
                    }
                }
            }
            if (path.getCurrentPoint() != null) {
                ink.fill(path, Ramp.color(level));
            }
        }
    }

    private boolean isOf(int level, int column, int row) {
        double cell = grid.at(column, row);
        return Extent.drawable(cell) && ramp.level(cell) == level;
    }

    private void paintBlanks(Ink ink, Area area) {
        Path2D strokes = new Path2D.Double();
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                if (!Extent.drawable(grid.at(column, row))) {
                    strokes.moveTo(area.x(column - 0.35), area.y(row - 0.35));
                    strokes.lineTo(area.x(column + 0.35), area.y(row + 0.35));
                }
            }
        }
        if (strokes.getCurrentPoint() != null) {
            ink.draw(strokes, Palette.GRID.color(), Plots.THIN);
        }
    }

    private void paintPlateaus(Ink ink, Area area) {
        Path2D outline = new Path2D.Double();
        boolean[] inside = plateau();
        for (int row = 0; row <= grid.rows(); row++) {
            for (int column = 0; column <= grid.columns(); column++) {
                boolean here = inside(inside, column, row);
                if (here != inside(inside, column, row - 1)) {
                    outline.moveTo(area.x(column - 0.5), area.y(row - 0.5));
                    outline.lineTo(area.x(column + 0.5), area.y(row - 0.5));
                }
                if (here != inside(inside, column - 1, row)) {
                    outline.moveTo(area.x(column - 0.5), area.y(row - 0.5));
                    outline.lineTo(area.x(column - 0.5), area.y(row + 0.5));
                }
            }
        }
        if (outline.getCurrentPoint() != null) {
            ink.draw(outline, RING_EDGE, new BasicStroke(3.4f, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_ROUND));
            ink.draw(outline, RING, new BasicStroke(1.6f, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_ROUND));
        }
    }

    private boolean inside(boolean[] inside, int column, int row) {
        return column >= 0
                && row >= 0
                && column < grid.columns()
                && row < grid.rows()
                && inside[row * grid.columns() + column];
    }

    /** Which cells are in the best fifth with all their neighbours. */
    private boolean[] plateau() {
        boolean higher = ramp.higherIsBetter();
        boolean[] inside = new boolean[grid.cells().length];
        if (inside.length < FEWEST_OF_PLATEAU) {
            return inside;
        }
        double bar = Quantiles.of(grid.cells(), higher ? PLATEAU : 1 - PLATEAU);
        double[] worst = grid.worstOfNeighbours(higher).cells();
        for (int i = 0; i < inside.length; i++) {
            inside[i] = higher ? worst[i] >= bar : worst[i] <= bar;
        }
        return inside;
    }

    private boolean paintNumbers(Ink ink, Area area) {
        MeasuredFont font = MeasuredFont.plain(layout.letters() - 2);
        if (height(area) < font.getSize() + 4) {
            return false;
        }
        for (double cell : grid.cells()) {
            if (font.width(text(cell)) > width(area) - 5) {
                return false;
            }
        }
        for (int i = 0; i < grid.cells().length; i++) {
            double cell = grid.cells()[i];
            if (Extent.drawable(cell)) {
                double x = area.x(i % grid.columns());
                int row = i / grid.columns();
                ink.text(text(cell), x, area.y(row), Ink.Side.MIDDLE, font, Ramp.inkOn(ramp.level(cell)));
            }
        }
        return true;
    }

    private String text(double cell) {
        return TickText.among(cell, ramp.extent(), value.unit());
    }

    /** A ring in the middle of the best cell, or a frame round its number. */
    private void paintBest(Ink ink, Area area, boolean framed) {
        int column = best % grid.columns();
        int row = best / grid.columns();
        if (framed) {
            var frame = Ink.box(
                    area.x(column - 0.5) + 1, area.y(row - 0.5) - 2, area.x(column + 0.5) - 2, area.y(row + 0.5) + 1);
            ink.draw(frame, RING_EDGE, new BasicStroke(4f));
            ink.draw(frame, RING, new BasicStroke(2f));
            return;
        }
        double radius = Math.clamp(Math.min(width(area), height(area)) * 0.3, 4, 8);
        Ellipse2D ring = new Ellipse2D.Double(area.x(column) - radius, area.y(row) - radius, 2 * radius, 2 * radius);
        ink.draw(ring, RING_EDGE, new BasicStroke(4.4f));
        ink.draw(ring, RING, new BasicStroke(2.2f));
    }

    private static double width(Area area) {
        return area.x(1) - area.x(0);
    }

    private static double height(Area area) {
        return area.y(0) - area.y(1);
    }
}
