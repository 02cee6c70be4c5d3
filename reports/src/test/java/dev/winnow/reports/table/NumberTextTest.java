package dev.winnow.reports.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.workload.Metric.Unit;
import org.junit.jupiter.api.Test;

final class NumberTextTest {
    @Test
    void what_rounds_to_zero_has_no_sign() {
        assertThat(NumberText.fixed(-0.001, 2)).isEqualTo("0.00");
        assertThat(NumberText.fixed(-0.0, 0)).isEqualTo("0");
        assertThat(NumberText.fixed(-0.06, 1)).isEqualTo("-0.1");
    }

    @Test
    void numbers_too_large_for_their_decimals_have_an_exponent() {
        assertThat(NumberText.fixed(123_456_789_012.5, 2)).isEqualTo("123456789012.50");
        assertThat(NumberText.fixed(1e300, 2)).isEqualTo("1.000e+300");
        assertThat(NumberText.fixed(Double.NEGATIVE_INFINITY, 2)).isEqualTo("-Infinity");
    }

    @Test
    void whole_numbers_are_grouped_by_thousands() {
        assertThat(NumberText.grouped(0)).isEqualTo("0");
        assertThat(NumberText.grouped(999)).isEqualTo("999");
        assertThat(NumberText.grouped(1_000)).isEqualTo("1,000");
        assertThat(NumberText.grouped(-123_456)).isEqualTo("-123,456");
        assertThat(NumberText.grouped(1_234_567)).isEqualTo("1,234,567");
    }

    @Test
    void sizes_are_in_binary_units() {
        assertThat(NumberText.bytes(640)).isEqualTo("640 B");
        assertThat(NumberText.bytes(1024)).isEqualTo("1.0 KiB");
        assertThat(NumberText.bytes(2.25 * (1 << 20))).isEqualTo("2.2 MiB");
        assertThat(NumberText.bytes(Math.pow(2, 60))).isEqualTo("1048576.0 TiB");
    }

    @Test
    void rates_keep_three_digits() {
        assertThat(NumberText.rate(512.4)).isEqualTo("512");
        assertThat(NumberText.rate(11_929)).isEqualTo("11,929");
        assertThat(NumberText.rate(1_234_567)).isEqualTo("1.23 million");
        assertThat(NumberText.rate(60_900_000)).isEqualTo("60.9 million");
        assertThat(NumberText.rate(4_340e6)).isEqualTo("4,340 million");
        assertThat(NumberText.rate(Double.POSITIVE_INFINITY)).isEqualTo("unmeasured");
    }

    @Test
    void each_unit_reads_in_its_way() {
        assertThat(NumberText.metric(Unit.RATIO, 1.23456, Glyphs.ASCII)).isEqualTo("1.2346");
        assertThat(NumberText.metric(Unit.FRACTION, 0.5, Glyphs.ASCII)).isEqualTo("50.00 %");
        assertThat(NumberText.metric(Unit.COUNT, 12, Glyphs.ASCII)).isEqualTo("12");
        assertThat(NumberText.metric(Unit.COUNT, 1.5, Glyphs.ASCII)).isEqualTo("1.50");
        assertThat(NumberText.metric(Unit.COUNT, -12_345, Glyphs.ASCII)).isEqualTo("-12,345");
        assertThat(NumberText.metric(Unit.MONEY, 10.5, Glyphs.ASCII)).isEqualTo("10.50");
        assertThat(NumberText.metric(Unit.MONEY, -1_234_567.891, Glyphs.ASCII)).isEqualTo("-1,234,567.89");
        assertThat(NumberText.metric(Unit.MONEY, 1e300, Glyphs.ASCII)).isEqualTo("1.000e+300");
        assertThat(NumberText.metric(Unit.MONEY, Double.POSITIVE_INFINITY, Glyphs.ASCII))
                .isEqualTo("Infinity");
        assertThat(NumberText.metric(Unit.SECONDS, 0.125, Glyphs.ASCII)).isEqualTo("0.125 s");
        assertThat(NumberText.metric(Unit.COUNT, Double.NaN, Glyphs.UNICODE)).isEqualTo("\u2013");
    }
}
