package dev.winnow.reports.chart;

/**
 * Widths of letters in thousandths of the font size, as in Helvetica (Adobe font metrics, 1985), which Arial and
 * Liberation Sans share: layouts are the same on machines with other fonts or none.
 */
final class LetterWidths {
    private static final int[] ASCII = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // space to /
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 to ?
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ to O
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` to o
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584
    };
    private static final int OTHER = 600;
    private static final int IDEOGRAPH = 1000;
    private static final int FIRST_IDEOGRAPH = 0x1100;
    private static final double BOLD = 1.08;

    private LetterWidths() {}

    /** The width of a text in the font's units. */
    static double of(String text, double size, boolean bold) {
        double thousandths = text.codePoints().map(LetterWidths::of).sum();
        return thousandths / 1000 * size * (bold ? BOLD : 1);
    }

    private static int of(int letter) {
        int index = letter - ' ';
        if (index >= 0 && index < ASCII.length) {
            return ASCII[index];
        }
        return letter >= FIRST_IDEOGRAPH ? IDEOGRAPH : OTHER;
    }

    /** The text, or as much of its start as fits with an ellipsis; at least one letter. */
    static String fit(String text, double width, double size) {
        if (of(text, size, false) <= width) {
            return text;
        }
        int end = text.length();
        String shorter;
        do {
            end = text.offsetByCodePoints(end, -1);
            shorter = text.substring(0, end).stripTrailing() + "\u2026";
        } while (end > 1 && of(shorter, size, false) > width);
        return shorter;
    }
}
