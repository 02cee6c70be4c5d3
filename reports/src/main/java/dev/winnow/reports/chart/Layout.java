package dev.winnow.reports.chart;

/** The two layouts of a chart: its width, and the size of its letters. */
enum Layout {
    DESKTOP(Layout.WIDE, 13),
    PHONE(Layout.NARROW, 12);

    static final int WIDE = 760;
    static final int NARROW = 340;

    private final int width;
    private final int letters;

    Layout(int width, int letters) {
        this.width = width;
        this.letters = letters;
    }

    /** In SVG units. */
    int width() {
        return width;
    }

    /** Font size in SVG units. */
    int letters() {
        return letters;
    }

    boolean narrow() {
        return this == PHONE;
    }
}
