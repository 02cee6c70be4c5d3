package dev.winnow.reports.chart;

import java.awt.Color;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Writes what Batik collected, small: only attributes that charts use, colours as custom properties of {@link Palette},
 * paths in steps. Nothing else gets through, so no script or link can.
 */
final class SvgWriter {
    private static final Set<String> ELEMENTS =
            Set.of("g", "path", "rect", "line", "circle", "ellipse", "polygon", "polyline", "text");
    private static final Set<String> GEOMETRY =
            Set.of("d", "x", "y", "width", "height", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "points");
    private static final Set<String> STYLE = Set.of(
            "fill",
            "stroke",
            "fill-opacity",
            "stroke-opacity",
            "stroke-width",
            "stroke-dasharray",
            "stroke-linecap",
            "stroke-linejoin",
            "font-size",
            "font-weight",
            "transform");

    /** Cells side by side without seams; the other hints of AWT say nothing that SVG does not do by itself. */
    private static final String CRISP = "crispEdges";

    private static final Pattern RGB = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)");

    /** What Batik leaves out of its elements, since its own root element would say it. */
    private static final String BATIK_DEFAULTS = " font-size=\"12\" stroke-linecap=\"square\" stroke-miterlimit=\"10\"";

    private final StringBuilder out = new StringBuilder(1 << 14);

    private SvgWriter() {}

    /** An svg element of what the canvas holds, without a prologue. */
    static String write(SvgCanvas canvas, Layout layout, int height, String title) {
        SvgWriter writer = new SvgWriter();
        Element top = canvas.getTopLevelGroup();
        writer.out
                .append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"")
                .append(layout.narrow() ? "narrow" : "wide")
                .append("\" viewBox=\"0 0 ")
                .append(layout.width())
                .append(' ')
                .append(height)
                .append("\" role=\"img\" font-family=\"Helvetica,Arial,'Liberation Sans',sans-serif\"")
                .append(" text-anchor=\"middle\"")
                .append(BATIK_DEFAULTS)
                .append(">\n<title>");
        writer.escape(title);
        writer.out.append("</title>\n");
        writer.children(top);
        return writer.out.append("</svg>\n").toString();
    }

    private void children(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && ELEMENTS.contains(element.getTagName())) {
                element(element);
            }
        }
    }

    private void element(Element element) {
        String tag = element.getTagName();
        if (tag.equals("g") && element.getFirstChild() == null) {
            return;
        }
        out.append('<').append(tag);
        attributes(element);
        switch (tag) {
            case "g" -> {
                out.append(">\n");
                children(element);
                out.append("</g>\n");
            }
            case "text" -> {
                out.append('>');
                escape(element.getTextContent());
                out.append("</text>\n");
            }
            default -> out.append("/>\n");
        }
    }

    private void attributes(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            String name = attribute.getNodeName();
            if (GEOMETRY.contains(name)
                    || STYLE.contains(name)
                    || attribute.getNodeValue().equals(CRISP)) {
                out.append(' ').append(name).append("=\"");
                escape(value(name, attribute.getNodeValue()));
                out.append('"');
            }
        }
    }

    private static String value(String name, String value) {
        return switch (name) {
            case "fill", "stroke" -> colour(value);
            case "d" -> SvgPath.shorten(value);
            default -> value;
        };
    }

    private static String colour(String value) {
        Matcher rgb = RGB.matcher(value);
        if (rgb.matches()) {
            return Palette.css(new Color(channel(rgb, 1), channel(rgb, 2), channel(rgb, 3)));
        }
        return switch (value) {
            case "white" -> Palette.css(Color.WHITE);
            case "black" -> Palette.css(Color.BLACK);
            default -> value;
        };
    }

    private static int channel(Matcher rgb, int group) {
        return Integer.parseInt(rgb.group(group));
    }

    /** Markup as text; what XML cannot hold as a replacement character. */
    private void escape(String text) {
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(legal(letter) ? letter : 0xFFFD);
            }
        });
    }

    private static boolean legal(int letter) {
        boolean surrogate = letter >= 0xD800 && letter <= 0xDFFF;
        boolean printable = letter >= ' ' && !surrogate && (letter & 0xFFFE) != 0xFFFE;
        return printable || letter == '\n' || letter == '\t';
    }
}
