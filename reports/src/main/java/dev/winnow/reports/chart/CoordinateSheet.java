package dev.winnow.reports.chart;

import dev.winnow.reports.chart.ParallelCoordinates.Coordinate;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.List;

/** Upright axes side by side, and a line through them for each point: the better the stronger. */
final class CoordinateSheet implements Drawing.Sheet {
    private static final int LEVELS = 8;
    private static final double TOP = 64;
    private static final int MOST_TICKS = 12;

    private final List<Coordinate> axes;
    private final List<Extent> extents;
    private final Quantity value;
    private final int[] best;
    private final Layout layout;

    /**
     * @param axes the parameters', then the metric's
     * @param best the points to draw, the best first
     */
    CoordinateSheet(List<Coordinate> axes, Quantity value, int[] best, Layout layout) {
        this.axes = axes;
        this.value = value;
        this.best = best;
        this.layout = layout;
        this.extents = axes.stream().map(this::extent).toList();
    }

    /** All steps of a named axis; of a number's, what the drawn points have. */
    private Extent extent(Coordinate axis) {
        if (!axis.steps().isEmpty()) {
            return Extent.of(0, axis.steps().size() - 1);
        }
        double[] drawn = new double[best.length];
        java.util.Arrays.setAll(drawn, i -> axis.values()[best[i]]);
        return Extent.of(drawn);
    }

    @Override
    public int height() {
        return layout.narrow() ? 320 : 360;
    }

    @Override
    public void draw(Graphics2D g) {
        Ink ink = new Ink(g);
        for (int level = 0; level < LEVELS; level++) {
            lines(ink, level);
        }
        for (int a = 0; a < axes.size(); a++) {
            axis(ink, a);
        }
        if (best.length > 0) {
            ink.draw(through(new Path2D.Double(), best[0]), Palette.SERIES_2.color(), Plots.LINE);
        }
        MeasuredFont bold = MeasuredFont.bold(layout.letters());
        ink.text(caption(), 4, 10, Ink.Side.RIGHT, bold, Palette.INK.color());
    }

    private String caption() {
        return switch (best.length) {
            case 0 -> "No points";
            case 1 -> "The best point";
            default -> "The best " + best.length + " points, the first in orange";
        };
    }

    /** The points of a level of rank: level 0 is the worst. */
    private void lines(Ink ink, int level) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < best.length; i++) {
            if (LEVELS - 1 - i * LEVELS / best.length == level) {
                through(path, best[i]);
            }
        }
        if (path.getCurrentPoint() != null) {
            ink.draw(path, Ink.faint(Palette.SERIES_1, 0.1 + 0.45 * level / (LEVELS - 1)), Plots.THIN);
        }
    }

    private Path2D through(Path2D path, int point) {
        for (int a = 0; a < axes.size(); a++) {
            double at = axes.get(a).values()[point];
            if (a == 0) {
                path.moveTo(x(a), y(a, at));
            } else {
                path.lineTo(x(a), y(a, at));
            }
        }
        return path;
    }

    private void axis(Ink ink, int a) {
        ink.line(x(a), TOP, x(a), bottom(), Palette.MUTED.color(), Plots.THIN);
        Coordinate axis = axes.get(a);
        MeasuredFont font = MeasuredFont.plain(layout.letters() - 1);
        double room = column() * (layout.narrow() ? 1.7 : 0.95);
        String name = LetterWidths.fit(axis.name(), Math.max(24, room), font.getSize());
        // on a phone names take turns in two lines
        double line = layout.narrow() && a % 2 == 1 ? TOP - 20 : TOP - 35;
        Ink.Side side = a == 0 ? Ink.Side.RIGHT : a == axes.size() - 1 ? Ink.Side.LEFT : Ink.Side.MIDDLE;
        ink.text(name, side(a, side), layout.narrow() ? line : TOP - 22, side, font, Palette.INK.color());
        if (axis.steps().isEmpty()) {
            number(ink, a, extents.get(a).low());
            number(ink, a, extents.get(a).high());
        } else {
            steps(ink, a);
        }
    }

    private double side(int a, Ink.Side side) {
        return side == Ink.Side.RIGHT ? 4 : side == Ink.Side.LEFT ? layout.width() - 4.0 : x(a);
    }

    private void number(Ink ink, int a, double at) {
        boolean metric = a == axes.size() - 1;
        String text = TickText.value(at, metric ? value.unit() : dev.winnow.engine.workload.Metric.Unit.RATIO);
        label(ink, a, text, y(a, at) + (at == extents.get(a).low() ? 10 : -6), Ink.Side.MIDDLE);
    }

    private void steps(Ink ink, int a) {
        List<String> steps = axes.get(a).steps();
        int stride = (steps.size() + MOST_TICKS - 1) / MOST_TICKS;
        for (int i = 0; i < steps.size(); i += stride) {
            label(ink, a, LetterWidths.fit(steps.get(i), column() * 0.8, layout.letters()), y(a, i), Ink.Side.RIGHT);
        }
    }

    private void label(Ink ink, int a, String text, double y, Ink.Side side) {
        MeasuredFont font = MeasuredFont.plain(layout.letters() - 2);
        double half = font.width(text) / 2;
        double x = side == Ink.Side.RIGHT
                ? x(a) + 5
                : Math.clamp(x(a), half + 2, Math.max(half + 2, layout.width() - half - 2));
        if (side == Ink.Side.RIGHT) {
            double top = y - font.getSize2D() * 0.6;
            ink.fill(
                    Ink.box(x - 2, top, x + 2 * half + 2, top + font.getSize2D() * 1.2),
                    Ink.faint(Palette.PAPER, 0.75));
        }
        ink.text(text, x, y, side, font, Palette.INK.color());
    }

    private double column() {
        return (layout.width() - 2 * margin()) / Math.max(1, axes.size() - 1);
    }

    private double margin() {
        return layout.narrow() ? 22 : 44;
    }

    private double x(int a) {
        return margin() + a * column();
    }

    private double y(int a, double at) {
        return bottom() - extents.get(a).share(at) * (bottom() - TOP);
    }

    private double bottom() {
        return height() - 22.0;
    }
}
