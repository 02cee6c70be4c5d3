package dev.winnow.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** What holds for every picture, whatever the input: realistic, ugly or degenerate. */
final class ChartTest {
    private static final Set<String> ELEMENTS =
            Set.of("svg", "title", "g", "path", "rect", "line", "circle", "ellipse", "polygon", "text");
    private static final Pattern SPACES = Pattern.compile(" ");
    private static final int MOST_BYTES = 72_000;

    private static final Map<String, Chart> CHARTS = Gallery.charts();
    private static final Map<String, Picture> PICTURES = new HashMap<>();

    static Stream<String> names() {
        return CHARTS.keySet().stream();
    }

    private static Picture draw(String name) {
        return PICTURES.computeIfAbsent(name, of -> CHARTS.get(of).draw());
    }

    private static List<Element> elements(String svg) throws Exception {
        Element root = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
        List<Element> all = new ArrayList<>();
        collect(root, all);
        return all;
    }

    private static void collect(Element element, List<Element> all) {
        all.add(element);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner, all);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_picture_is_xml_of_nothing_but_shapes_and_text(String name) throws Exception {
        Picture picture = draw(name);
        for (String svg : List.of(picture.wide(), picture.narrow())) {
            for (Element element : elements(svg)) {
                assertThat(ELEMENTS).contains(element.getTagName());
                for (int i = 0; i < element.getAttributes().getLength(); i++) {
                    Node attribute = element.getAttributes().item(i);
                    assertThat(attribute.getNodeName())
                            .doesNotStartWith("on")
                            .isNotIn("href", "xlink:href", "style", "id");
                    assertThat(attribute.getNodeValue()).doesNotContain("url(", "NaN", "Infinity", "\u221e");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_picture_says_its_alternative_in_its_title(String name) throws Exception {
        Picture picture = draw(name);
        for (String svg : List.of(picture.wide(), picture.narrow())) {
            List<Element> elements = elements(svg);
            assertThat(elements.getFirst().getAttribute("role")).isEqualTo("img");
            String legal = picture.alt().replace('\u0000', '\ufffd').replace('\ud800', '\ufffd');
            assertThat(elements.get(1).getTagName()).isEqualTo("title");
            assertThat(elements.get(1).getTextContent()).isEqualTo(legal).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_word_stands_within_the_picture(String name) throws Exception {
        Picture picture = draw(name);
        for (String svg : List.of(picture.wide(), picture.narrow())) {
            List<Element> elements = elements(svg);
            List<String> box = SPACES.splitAsStream(elements.getFirst().getAttribute("viewBox"))
                    .toList();
            for (Element element : elements) {
                if (element.getTagName().equals("text")) {
                    double size =
                            Double.parseDouble(inherited(element, "font-size").replace("px", ""));
                    boolean bold = inherited(element, "font-weight").equals("bold");
                    double half = LetterWidths.of(element.getTextContent(), size, bold) / 2;
                    double x = Double.parseDouble(element.getAttribute("x"));
                    double y = Double.parseDouble(element.getAttribute("y"));
                    String text = element.getTextContent();
                    assertThat(x - half).as(text).isGreaterThanOrEqualTo(-2);
                    assertThat(x + half).as(text).isLessThanOrEqualTo(Double.parseDouble(box.get(2)) + 2);
                    assertThat(y).as(text).isBetween(size * 0.6, Double.parseDouble(box.get(3)));
                }
            }
        }
    }

    private static String inherited(Element element, String attribute) {
        for (Node node = element; node instanceof Element holder; node = node.getParentNode()) {
            if (holder.hasAttribute(attribute)) {
                return holder.getAttribute(attribute);
            }
        }
        return "";
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_picture_stays_small(String name) {
        Picture picture = draw(name);
        assertThat(picture.wide().length()).isLessThan(MOST_BYTES);
        assertThat(picture.narrow().length()).isLessThan(MOST_BYTES);
    }

    @ParameterizedTest
    @MethodSource("names")
    void equal_charts_have_equal_bytes_in_every_locale(String name) {
        Picture picture = draw(name);
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("de-DE", "ar-EG", "tr-TR")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(Gallery.charts().get(name).draw()).isEqualTo(picture);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void labels_are_escaped() {
        Picture picture = draw("shares-many");
        assertThat(picture.html()).doesNotContain("<script").contains("&lt;/svg&gt;&lt;script&gt;alert(1)");
    }
}
