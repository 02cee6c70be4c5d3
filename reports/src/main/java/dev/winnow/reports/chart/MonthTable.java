package dev.winnow.reports.chart;

import dev.winnow.engine.workload.Metric;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;

/** Years by months: a row a year, the year's compound return at its end. */
record MonthTable(int firstYear, double[] returns, Layout layout) implements Drawing.Sheet {
    private static final int ROW = 22;
    private static final int TOP = 24;
    private static final int MONTHS = 12;
    private static final int MOST_YEARS = 60;
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
        header(ink);
        double scale = Quantiles.of(magnitudes(), 0.95);
        for (int row = 0; row < rows(); row++) {
            row(ink, row, scale);
        }
    }

    private void header(Ink ink) {
        for (int month = 0; month < MONTHS; month++) {
            String name = NAMES.get(month).substring(0, layout.narrow() ? 1 : 3);
            ink.text(name, left(month) + width() / 2, TOP / 2.0, Ink.Side.MIDDLE, font(), Palette.MUTED.color());
        }
        ink.text("year", end(), TOP / 2.0, Ink.Side.LEFT, font(), Palette.MUTED.color());
    }

    private void row(Ink ink, int row, double scale) {
        int first = (firstRow() + row) * MONTHS;
        double middle = TOP + ROW * (row + 0.5);
        ink.text(
                Integer.toString(firstYear + firstRow() + row),
                start() - 6,
                middle,
                Ink.Side.LEFT,
                font(),
                Palette.MUTED.color());
        double growth = 1;
        boolean any = false;
        for (int month = 0; month < MONTHS; month++) {
            double value = returns[first + month];
            cell(ink, month, middle, value, scale);
            if (Extent.drawable(value)) {
                growth *= 1 + value;
                any = true;
            }
        }
        if (any) {
            ink.text(
                    text(growth - 1),
                    end(),
                    middle,
                    Ink.Side.LEFT,
                    MeasuredFont.bold(font().getSize()),
                    Palette.INK.color());
        }
    }

    private void cell(Ink ink, int month, double middle, double value, double scale) {
        var box = Ink.box(left(month), middle - ROW / 2.0 + 0.5, left(month) + width() - 1, middle + ROW / 2.0 - 0.5);
        if (!Extent.drawable(value)) {
            ink.fill(box, Palette.SHADE.color());
            return;
        }
        double strength = scale > 0 ? Math.min(1, Math.abs(value) / scale) : 0;
        ink.fill(box, Palette.SHADE.color());
        Color color = Ink.faint(value < 0 ? Palette.LOSS : Palette.GAIN, STRONGEST * strength);
        ink.fill(box, color);
        String text = text(value);
        if (font().width(text) <= width() - 1) {
            ink.text(text, left(month) + width() / 2, middle, Ink.Side.MIDDLE, font(), Palette.INK.color());
        }
    }

    private String text(double value) {
        return TickText.tick(value, layout.narrow() || Math.abs(value) >= 10 ? 0.01 : 0.001, Metric.Unit.FRACTION)
                .replace(" %", "");
    }

    private double[] magnitudes() {
        return java.util.Arrays.stream(returns).map(Math::abs).toArray();
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

    private double width() {
        return (end() - start() - (layout.narrow() ? 36 : 64)) / MONTHS;
    }

    private double left(int month) {
        return start() + month * width();
    }
}
