package dev.winnow.reports.chart;

/**
 * A chart as SVG, in two layouts of the same data with letters of about the same size on screen: the page shows one of
 * them (see {@link #html()}). Both scale to the width of what holds them, carry {@code role="img"} and the text
 * alternative as their title, and have no ids, scripts, styles or links.
 *
 * @param wide an svg element of {@value Layout#WIDE} units
 * @param narrow an svg element of {@value Layout#NARROW} units, for a phone
 * @param alt what the chart shows, in a sentence or two of plain text, not escaped
 */
public record Picture(String wide, String narrow, String alt) {
    /**
     * Both layouts in a {@code <div class="picture">}, as {@code <svg class="wide">} and {@code <svg class="narrow">};
     * {@link Palette#css()} hides the one that does not fit the screen.
     */
    public String html() {
        return "<div class=\"picture\">\n" + wide + narrow + "</div>\n";
    }
}
