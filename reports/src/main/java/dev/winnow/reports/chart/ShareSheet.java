package dev.winnow.reports.chart;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/** One bar of parts, and below it what they are, in as many lines as that takes. */
record ShareSheet(Quantity whole, List<ShareBar.Part> parts, Layout layout) implements Drawing.Sheet {
    private static final int BAR_TOP = 24;
    private static final int BAR_HEIGHT = 24;
    private static final int LINE = 20;
    private static final int LEFT = 4;
    private static final int CHIP = 16;
    private static final int GAP = 16;

    /** A part's name with its share, and where that stands. */
    private record Entry(String text, double x, int line) {}

    @Override
    public int height() {
        List<Entry> entries = entries();
        return BAR_TOP
                + BAR_HEIGHT
                + 6
                + LINE * (entries.isEmpty() ? 0 : entries.getLast().line() + 1);
    }

    @Override
    public void draw(Graphics2D g) {
        Ink ink = new Ink(g);
        String caption = whole.name() + (parts.isEmpty() ? ": nothing" : ", " + TickText.value(sum(), whole.unit()));
        MeasuredFont bold = MeasuredFont.bold(layout.letters());
        ink.text(
                LetterWidths.fit(caption, layout.width() * 0.9, layout.letters()),
                LEFT,
                BAR_TOP / 2.0,
                Ink.Side.RIGHT,
                bold,
                Palette.INK.color());
        bar(ink);
        List<Entry> entries = entries();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            double y = BAR_TOP + BAR_HEIGHT + 6 + LINE * (entry.line() + 0.5);
            ink.fill(Ink.box(entry.x(), y - 5, entry.x() + 10, y + 5), Palette.series(i));
            ink.text(entry.text(), entry.x() + CHIP, y, Ink.Side.RIGHT, font(), Palette.INK.color());
        }
    }

    private void bar(Ink ink) {
        double width = layout.width() - 2.0 * LEFT;
        ink.fill(Ink.box(LEFT, BAR_TOP, LEFT + width, BAR_TOP + BAR_HEIGHT), Palette.SHADE.color());
        double from = LEFT;
        for (int i = 0; i < parts.size(); i++) {
            double to = from + parts.get(i).amount() / sum() * width;
            double gap = to - from > 3 ? 1 : 0;
            ink.fill(Ink.box(from, BAR_TOP, to - gap, BAR_TOP + BAR_HEIGHT), Palette.series(i));
            from = to;
        }
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        double x = LEFT;
        int line = 0;
        for (ShareBar.Part part : parts) {
            String share = " " + TickText.share(part.amount() / sum());
            String text = LetterWidths.fit(part.name(), layout.width() * 0.6, layout.letters()) + share;
            double width = CHIP + font().width(text);
            if (x > LEFT && x + width > layout.width() - LEFT) {
                x = LEFT;
                line++;
            }
            entries.add(new Entry(text, x, line));
            x += width + GAP;
        }
        return entries;
    }

    private double sum() {
        return parts.stream().mapToDouble(ShareBar.Part::amount).sum();
    }

    private MeasuredFont font() {
        return MeasuredFont.plain(layout.letters() - 1);
    }
}
