package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class ExactNumberTest {
    @Test
    void whole_numbers_have_no_point_and_large_ones_an_exponent() {
        assertThat(ExactNumber.text(10)).isEqualTo("10");
        assertThat(ExactNumber.text(-3)).isEqualTo("-3");
        assertThat(ExactNumber.text(0.1)).isEqualTo("0.1");
        assertThat(ExactNumber.text(999_999_999_999_999.0)).isEqualTo("999999999999999");
        assertThat(ExactNumber.text(1e15)).isEqualTo("1.0E15");
        assertThat(ExactNumber.text(-0.0)).isEqualTo("-0.0");
        assertThat(ExactNumber.text(Double.NaN)).isEqualTo("NaN");
    }

    @Test
    void every_double_reads_back_to_the_bit() {
        Random random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            double value = i % 2 == 0 ? Double.longBitsToDouble(random.nextLong()) : random.nextInt() / 8.0;
            if (!Double.isNaN(value)) {
                assertThat(Double.doubleToRawLongBits(Double.parseDouble(ExactNumber.text(value))))
                        .isEqualTo(Double.doubleToRawLongBits(value));
            }
        }
    }
}
