package dev.winnow.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.workload.Metric.Unit;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TicksTest {
    @Test
    void steps_are_one_two_or_five_times_a_power_of_ten() {
        assertThat(Ticks.linear(0, 10, 5, Unit.RATIO).labels()).containsExactly("0", "2", "4", "6", "8", "10");
        assertThat(Ticks.linear(-0.3, 0.3, 5, Unit.FRACTION).labels()).containsExactly("\u221220 %", "0 %", "20 %");
        assertThat(Ticks.linear(0, 0.001, 5, Unit.FRACTION).labels())
                .containsExactly("0 bps", "2 bps", "4 bps", "6 bps", "8 bps", "10 bps");
        assertThat(Ticks.linear(0, 45_000, 3, Unit.COUNT).labels()).containsExactly("0", "20k", "40k");
        assertThat(Ticks.linear(0, 1, 5, Unit.COUNT).labels()).containsExactly("0", "1");
        assertThat(Ticks.linear(0, 0.004, 2, Unit.SECONDS).labels()).containsExactly("0 s", "2 ms", "4 ms");
    }

    @Test
    void logarithmic_ticks_are_powers_with_two_and_five_where_there_is_room() {
        assertThat(Ticks.logarithmic(1, 20, 6, Unit.RATIO).labels()).containsExactly("1", "2", "5", "10", "20");
        assertThat(Ticks.logarithmic(1, 1e6, 5, Unit.COUNT).labels()).containsExactly("1", "100", "10k", "1M");
        assertThat(Ticks.logarithmic(0.9, 1.3, 4, Unit.RATIO).labels())
                .containsExactly("0.9", "1.0", "1.1", "1.2", "1.3");
    }

    @Test
    void ticks_are_never_outside_nor_many_nor_alike() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int run = 0; run < 2000; run++) {
            double size = Math.pow(10, random.nextInt(30) - 15);
            double low = random.nextGaussian() * size;
            double high = low + random.nextDouble() * size + 1e-3 * Math.abs(low) + 1e-18;
            int count = 2 + random.nextInt(10);
            Ticks ticks = Ticks.linear(low, high, count, Unit.RATIO);
            double slack = (high - low) * 1e-6;
            assertThat(ticks.at()).as("seed " + seed + ", run " + run).hasSizeLessThanOrEqualTo(2 * count);
            for (double at : ticks.at()) {
                assertThat(at).as("seed " + seed + ", run " + run).isBetween(low - slack, high + slack);
            }
        }
    }

    @Test
    void times_fall_on_starts_of_calendar_units() {
        assertThat(times("2015-03-05T00:00", "2018-02-01T00:00", 4)).containsExactly("2016", "2017", "2018");
        assertThat(times("2015-03-05T00:00", "2015-06-02T00:00", 4))
                .containsExactly("Apr 2015", "May 2015", "Jun 2015");
        assertThat(times("2015-03-05T10:05", "2015-03-05T12:10", 3)).containsExactly("Mar 5 11:00", "Mar 5 12:00");
        assertThat(times("2015-03-05T10:05", "2015-03-05T10:18", 3)).containsExactly("10:05", "10:10", "10:15");
    }

    private static List<String> times(String low, String high, int count) {
        return TimeTicks.between(micros(low), micros(high), count).labels();
    }

    private static long micros(String time) {
        return LocalDateTime.parse(time).toEpochSecond(ZoneOffset.UTC) * 1_000_000;
    }

    @Test
    void values_have_three_digits_at_most_and_no_zeros_to_spare() {
        assertThat(TickText.value(1.23456, Unit.RATIO)).isEqualTo("1.23");
        assertThat(TickText.value(5, Unit.RATIO)).isEqualTo("5");
        assertThat(TickText.value(67_000, Unit.COUNT)).isEqualTo("67k");
        assertThat(TickText.value(0.1234, Unit.FRACTION)).isEqualTo("12.3 %");
        assertThat(TickText.value(-0.5, Unit.FRACTION)).isEqualTo("\u221250 %");
        assertThat(TickText.value(0.0000123, Unit.SECONDS)).isEqualTo("12.3 \u00b5s");
        assertThat(TickText.value(Double.NaN, Unit.RATIO)).isEqualTo("\u2013");
        assertThat(TickText.value(Double.NEGATIVE_INFINITY, Unit.MONEY)).isEqualTo("-\u221e");
        assertThat(TickText.value(1e40, Unit.MONEY)).isEqualTo("1e+40");
        assertThat(TickText.share(0.004)).isEqualTo("<1 %");
        assertThat(TickText.share(0)).isEqualTo("0 %");
    }

    @Test
    void a_text_is_cut_to_fit_with_an_ellipsis() {
        assertThat(LetterWidths.fit("short", 100, 12)).isEqualTo("short");
        String cut = LetterWidths.fit("a name that is much too long", 60, 12);
        assertThat(cut).startsWith("a name").endsWith("\u2026");
        assertThat(LetterWidths.of(cut, 12, false)).isLessThanOrEqualTo(60);
        assertThat(LetterWidths.fit("", 0, 12)).isEmpty();
        assertThat(LetterWidths.fit("\ud83d\ude00\ud83d\ude00", 1, 12)).doesNotContain("?");
    }
}
