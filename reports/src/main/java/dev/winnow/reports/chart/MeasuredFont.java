package dev.winnow.reports.chart;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.awt.geom.Rectangle2D;
import java.util.Locale;

/** A font that is measured by {@link LetterWidths}, never by what the machine has installed. */
@SuppressWarnings("serial") // never written
final class MeasuredFont extends Font {
    /** Unlike any font of a library, or setters would keep an equal one of theirs. */
    private static final String FAMILY = "Measured";

    private static final float ASCENT = 0.75f;
    private static final float DESCENT = 0.22f;

    private MeasuredFont(int style, int size) {
        super(FAMILY, style, size);
    }

    static MeasuredFont plain(int size) {
        return new MeasuredFont(Font.PLAIN, size);
    }

    static MeasuredFont bold(int size) {
        return new MeasuredFont(Font.BOLD, size);
    }

    double width(String text) {
        return LetterWidths.of(text, getSize2D(), isBold());
    }

    @Override
    public String getFamily() {
        return FAMILY;
    }

    @Override
    public String getFamily(Locale locale) {
        return FAMILY;
    }

    @Override
    public LineMetrics getLineMetrics(String text, FontRenderContext context) {
        return new Lines(text.length(), getSize2D());
    }

    @Override
    public Rectangle2D getStringBounds(String text, FontRenderContext context) {
        return bounds(text);
    }

    private Rectangle2D bounds(String text) {
        return new Rectangle2D.Double(0, -ASCENT * getSize2D(), width(text), (ASCENT + DESCENT) * getSize2D());
    }

    /** This font for those who lay out in whole units. */
    FontMetrics metrics() {
        return new Metrics(this);
    }

    @SuppressWarnings("serial") // never written
    private static final class Metrics extends FontMetrics {
        private final MeasuredFont measured;

        Metrics(MeasuredFont font) {
            super(font);
            this.measured = font;
        }

        @Override
        public int getAscent() {
            return Math.round(ASCENT * measured.getSize2D());
        }

        @Override
        public int getDescent() {
            return Math.round(DESCENT * measured.getSize2D());
        }

        @Override
        public int stringWidth(String text) {
            return (int) Math.ceil(measured.width(text));
        }

        @Override
        public int charWidth(char letter) {
            return stringWidth(String.valueOf(letter));
        }

        @Override
        public Rectangle2D getStringBounds(String text, java.awt.Graphics context) {
            return measured.bounds(text);
        }

        @Override
        public LineMetrics getLineMetrics(String text, java.awt.Graphics context) {
            return new Lines(text.length(), measured.getSize2D());
        }
    }

    private static final class Lines extends LineMetrics {
        private final int letters;
        private final float size;

        Lines(int letters, float size) {
            this.letters = letters;
            this.size = size;
        }

        @Override
        public int getNumChars() {
            return letters;
        }

        @Override
        public float getAscent() {
            return ASCENT * size;
        }

        @Override
        public float getDescent() {
            return DESCENT * size;
        }

        @Override
        public float getLeading() {
            return 0;
        }

        @Override
        public float getHeight() {
            return getAscent() + getDescent();
        }

        @Override
        public int getBaselineIndex() {
            return Font.ROMAN_BASELINE;
        }

        @Override
        public float[] getBaselineOffsets() {
            return new float[] {0, 0, 0};
        }

        @Override
        public float getStrikethroughOffset() {
            return -size / 3;
        }

        @Override
        public float getStrikethroughThickness() {
            return size / 20;
        }

        @Override
        public float getUnderlineOffset() {
            return size / 10;
        }

        @Override
        public float getUnderlineThickness() {
            return size / 20;
        }
    }
}
