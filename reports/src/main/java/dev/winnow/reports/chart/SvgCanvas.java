package dev.winnow.reports.chart;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Shape;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;

/**
 * Where charts are drawn: a graphics context that collects SVG elements. Text is anchored by its middle, so that a
 * reader whose font is wider or narrower than {@link LetterWidths} sees half of the difference at each end. It does not
 * clip: charts stay within their areas, and a clip would need an id.
 */
final class SvgCanvas extends SVGGraphics2D {
    /** Decimals of coordinates: a tenth of a unit is a tenth of a pixel. */
    private static final int DECIMALS = 1;

    private SvgCanvas(SVGGeneratorContext context) {
        super(context, false);
    }

    private SvgCanvas(SvgCanvas other) {
        super(other);
    }

    static SvgCanvas empty() {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
        context.setPrecision(DECIMALS);
        return new SvgCanvas(context);
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG_NAMESPACE_URI, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's own XML documents cannot be made", e);
        }
    }

    @Override
    public Graphics create() {
        return new SvgCanvas(this);
    }

    @Override
    public FontMetrics getFontMetrics(Font font) {
        if (font instanceof MeasuredFont measured) {
            return measured.metrics();
        }
        throw new IllegalArgumentException("a chart with a font of the machine: " + font.getName());
    }

    @Override
    public void drawString(String text, float x, float y) {
        double middle = getFontMetrics(getFont()).getStringBounds(text, this).getWidth() / 2;
        super.drawString(text, x + (float) middle, y);
    }

    @Override
    public void clip(Shape area) {
        // see above
    }

    @Override
    public void setClip(Shape area) {
        // see above
    }
}
