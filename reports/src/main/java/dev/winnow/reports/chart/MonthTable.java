package dev.winnow.reports.chart;

import dev.winnow.engine.workload.Metric;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;

/** Years by months: a row a year, the year's compound return at its end. */
record MonthTable(int firstYear, double[] returns, Layout layout) implements Drawing.Sheet {
    private static final int ROW = 22;
    private static final int CAPTION = 22;
    private static final int TOP = CAPTION + 22;
    private static final int MONTHS = 12;
    private static final int MOST_YEARS = 60;
    private static final int LEVELS = 8;
    private static final List<String> NAMES =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    /** The opacity of the strongest return: numbers stay readable on it in both themes. */
    private static final double STRONGEST = 0.5;

    private int firstRow() {
        return Math.max(0, returns.length / MONTHS - MOST_YEARS);
    }

    private int rows() {
        return returns.length / MONTHS - firstRow();
    }

    @Override
    public int height() {
        return TOP + ROW * Math.max(1, rows()) + 4;
    }

    @Override
    public void draw(Graphics2D g) {
        Ink ink = new Ink(g);
        MeasuredFont bold = MeasuredFont.bold(layout.letters());
        ink.text("Return of the month, %", 4, CAPTION / 2.0, Ink.Side.RIGHT, bold, Palette.INK.color());
        header(ink);
        shades(ink);
        for (int row = 0; row < rows(); row++) {
            row(ink, row);
        }
    }

    /** A path a shade, under all numbers: blank cells, then losses and gains from the weakest to the strongest. */
    private void shades(Ink ink) {
        double scale = Quantiles.of(Arrays.stream(returns).map(Math::abs).toArray(), 0.95);
        shade(ink, Palette.SHADE.color(), value -> true);
        for (int level = 1; level <= LEVELS; level++) {
            int strength = level;
            double opacity = STRONGEST * level / LEVELS;
            shade(ink, Ink.faint(Palette.LOSS, opacity), value -> value < 0 && level(value, scale) == strength);
            shade(ink, Ink.faint(Palette.GAIN, opacity), value -> value > 0 && level(value, scale) == strength);
        }
    }

    /** From 0 to {@value #LEVELS}, which all from the 95th percentile have. */
    private static int level(double value, double scale) {
        return (int) Math.min(LEVELS, Math.rint(Math.abs(value) / scale * LEVELS));
    }

    private void shade(Ink ink, Color color, DoublePredicate has) {
        Path2D cells = new Path2D.Double();
        for (int row = 0; row < rows(); row++) {
            for (int month = 0; month < MONTHS; month++) {
                if (has.test(returns[(firstRow() + row) * MONTHS + month])) {
                    double top = TOP + ROW * row + 0.5;
                    Ink.addBox(cells, left(month), top, left(month) + width() - 1, top + ROW - 1);
                }
            }
        }
        if (cells.getCurrentPoint() != null) {
            ink.fill(cells, color);
        }
    }

    private void header(Ink ink) {
        for (int month = 0; month < MONTHS; month++) {
            String name = NAMES.get(month).substring(0, layout.narrow() ? 1 : 3);
            ink.text(name, left(month) + width() / 2, TOP - 10.0, Ink.Side.MIDDLE, font(), Palette.MUTED.color());
        }
        ink.text("year", end(), TOP - 10.0, Ink.Side.LEFT, font(), Palette.MUTED.color());
    }

    private void row(Ink ink, int row) {
        double middle = TOP + ROW * (row + 0.5);
        String year = Integer.toString(firstYear + firstRow() + row);
        ink.text(year, start() - 6, middle, Ink.Side.LEFT, font(), Palette.MUTED.color());
        double growth = 1;
        boolean any = false;
        for (int month = 0; month < MONTHS; month++) {
            double value = returns[(firstRow() + row) * MONTHS + month];
            if (Extent.drawable(value)) {
                growth *= 1 + value;
                any = true;
                number(ink, value, left(month) + width() / 2, middle);
            }
        }
        if (any) {
            total(ink, growth - 1, middle);
        }
    }

    private void total(Ink ink, double value, double y) {
        MeasuredFont bold = MeasuredFont.bold(font().getSize());
        String text = Math.abs(value) < 100 ? text(value) : TickText.value(value * 100, Metric.Unit.RATIO);
        if (bold.width(text) <= room() - 2) {
            ink.text(text, end(), y, Ink.Side.LEFT, bold, Palette.INK.color());
        }
    }

    private void number(Ink ink, double value, double x, double y) {
        String text = text(value);
        if (font().width(text) <= width() - 1) {
            ink.text(text, x, y, Ink.Side.MIDDLE, font(), Palette.INK.color());
        }
    }

    private String text(double value) {
        return TickText.tick(value, layout.narrow() || Math.abs(value) >= 10 ? 0.01 : 0.001, Metric.Unit.FRACTION)
                .replace(" %", "");
    }

    private MeasuredFont font() {
        return MeasuredFont.plain(layout.letters() - (layout.narrow() ? 2 : 1));
    }

    private double start() {
        return layout.narrow() ? 32 : 48;
    }

    private double end() {
        return layout.width() - 4.0;
    }

    /** For the year's return. */
    private double room() {
        return layout.narrow() ? 38 : 64;
    }

    private double width() {
        return (end() - start() - room()) / MONTHS;
    }

    private double left(int month) {
        return start() + month * width();
    }
}
