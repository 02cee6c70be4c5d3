package dev.winnow.reports.chart;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The colours of all charts. Series follow Okabe and Ito (Color Universal Design, 2008), which people of every colour
 * vision can tell apart; each colour has a value for light and one for dark pages, and is drawn as the CSS custom
 * property {@code --chart-NAME} with the light value as fallback.
 */
public enum Palette {
    /** Titles, names of axes, numbers in cells. */
    INK(0x1F2328, 0xE6EDF3),
    /** Ticks and notes. */
    MUTED(0x57606A, 0x9DA7B3),
    /** Lines of the grid. */
    GRID(0xDDE1E6, 0x2F363F),
    /** What the chart stands on: gaps between parts, haloes. */
    PAPER(0xFFFFFF, 0x0D1117),
    /** Blank cells and the outer band. */
    SHADE(0xEEF1F4, 0x1C232B),
    SERIES_1(0x0072B2, 0x56B4E9),
    SERIES_2(0xD55E00, 0xE8834A),
    SERIES_3(0x009E73, 0x2BC498),
    SERIES_4(0xB8608F, 0xDD9BC0),
    SERIES_5(0xB47B00, 0xE69F00),
    SERIES_6(0x3B9AD1, 0x9AD3F5),
    /** Gains, in the colour of the first series. */
    GAIN(0x0072B2, 0x56B4E9),
    /** Losses and warnings, in the colour of the second series. */
    LOSS(0xD55E00, 0xE8834A);

    /** How many series have a colour of their own. */
    public static final int SERIES = 6;

    private static final List<Palette> COLOURS_OF_SERIES =
            List.of(SERIES_1, SERIES_2, SERIES_3, SERIES_4, SERIES_5, SERIES_6);

    private static final String LAYOUTS = """
            .picture svg{display:block;width:100%;height:auto}
            .picture .narrow{display:none}
            @media (max-width:600px){.picture .wide{display:none}.picture .narrow{display:block}}
            """;

    private final Color light;
    private final Color dark;

    Palette(int light, int dark) {
        this.light = new Color(light);
        this.dark = new Color(dark);
    }

    /** What to draw with; the page's theme replaces it. */
    Color color() {
        return light;
    }

    /** The colour of the n-th series, from 0; they come again after {@value #SERIES}. */
    static Color series(int n) {
        return COLOURS_OF_SERIES.get(n % SERIES).light;
    }

    /**
     * Style rules that every page with pictures needs once: colours for light and dark, following the system unless the
     * root element says {@code data-theme="light"} or {@code "dark"}; which layout a screen sees.
     */
    public static String css() {
        String dark = properties(true);
        return ":root{" + properties(false) + "}\n"
                + "@media (prefers-color-scheme:dark){:root:not([data-theme=light]){" + dark + "}}\n"
                + ":root[data-theme=dark]{" + dark + "}\n"
                + "@media print{:root,:root:not([data-theme=light]){" + properties(false) + "}}\n"
                + LAYOUTS;
    }

    private static String properties(boolean inTheDark) {
        return Arrays.stream(values())
                .map(colour -> colour.property() + ":" + hex(inTheDark ? colour.dark : colour.light))
                .collect(Collectors.joining(";"));
    }

    /** The custom property's name, such as --chart-series-1. */
    String property() {
        return "--chart-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How CSS says a colour: as a property with its light value where it is one of these, else in hexadecimal. */
    static String css(Color color) {
        for (Palette named : values()) {
            if (named.light.equals(color)) {
                return "var(" + named.property() + "," + hex(color) + ")";
            }
        }
        return hex(color);
    }

    private static String hex(Color color) {
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xFFFFFF);
    }
}
