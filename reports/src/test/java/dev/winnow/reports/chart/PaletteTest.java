package dev.winnow.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Contrast as WCAG 2.2 defines it: 4.5 for text, 3 for what a chart draws. */
final class PaletteTest {
    private static final Pattern PROPERTY = Pattern.compile("--chart-([a-z0-9-]+):(#[0-9a-f]{6})");

    /** The colours of the n-th rule: 0 light, 1 dark. */
    private static Map<String, Color> theme(int rule) {
        Map<String, Color> colors = new HashMap<>();
        Matcher properties =
                PROPERTY.matcher(Palette.css().lines().skip(rule).findFirst().orElseThrow());
        while (properties.find()) {
            colors.put(properties.group(1), Color.decode(properties.group(2)));
        }
        assertThat(colors).hasSize(Palette.values().length);
        return colors;
    }

    private static double luminance(Color color) {
        double[] parts = {color.getRed() / 255.0, color.getGreen() / 255.0, color.getBlue() / 255.0};
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < parts.length; i++) {
            sum += weights[i] * (parts[i] <= 0.04045 ? parts[i] / 12.92 : Math.pow((parts[i] + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static Color over(Color top, double opacity, Color under) {
        return new Color(
                (int) Math.round(top.getRed() * opacity + under.getRed() * (1 - opacity)),
                (int) Math.round(top.getGreen() * opacity + under.getGreen() * (1 - opacity)),
                (int) Math.round(top.getBlue() * opacity + under.getBlue() * (1 - opacity)));
    }

    @Test
    void text_and_series_stand_out_in_both_themes() {
        for (int rule = 0; rule < 2; rule++) {
            Map<String, Color> colors = theme(rule);
            Color paper = colors.get("paper");
            assertThat(contrast(colors.get("ink"), paper)).isGreaterThan(4.5);
            assertThat(contrast(colors.get("muted"), paper)).isGreaterThan(4.5);
            for (int series = 1; series <= Palette.SERIES; series++) {
                assertThat(contrast(colors.get("series-" + series), paper))
                        .as("series " + series)
                        .isGreaterThan(3);
            }
        }
    }

    @Test
    void numbers_read_well_on_the_strongest_return_of_either_sign() {
        for (int rule = 0; rule < 2; rule++) {
            Map<String, Color> colors = theme(rule);
            for (String sign : new String[] {"gain", "loss"}) {
                Color cell = over(colors.get(sign), 0.5, colors.get("shade"));
                assertThat(contrast(colors.get("ink"), cell))
                        .as(sign + " of theme " + rule)
                        .isGreaterThan(4.5);
            }
        }
    }

    @Test
    void numbers_read_well_on_every_level_of_a_heat_map() {
        for (int level = 0; level < Ramp.LEVELS; level++) {
            assertThat(contrast(Ramp.inkOn(level), Ramp.color(level)))
                    .as("level " + level)
                    .isGreaterThan(4.5);
        }
    }

    @Test
    void colours_that_are_drawn_follow_the_theme_and_others_do_not() {
        assertThat(Palette.css(Palette.INK.color())).isEqualTo("var(--chart-ink,#1f2328)");
        assertThat(Palette.css(new Color(0x440154))).isEqualTo("#440154");
    }
}
