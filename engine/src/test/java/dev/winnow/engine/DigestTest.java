package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class DigestTest {
    @Test
    void nothing_has_the_published_sha_256_of_nothing() {
        assertThat(new Digest().hex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void the_borders_of_fields_count() {
        assertThat(new Digest().text("ab").text("c").hex())
                .isNotEqualTo(new Digest().text("a").text("bc").hex());
        assertThat(new Digest().text("a").hex())
                .isEqualTo(new Digest().text("a").hex());
    }

    @Test
    void every_number_counts_wherever_it_stands() {
        double[] values = new double[3000];
        String zero = new Digest().numbers(values).hex();
        for (int i : new int[] {0, 1023, 1024, 2999}) {
            double[] changed = Arrays.copyOf(values, values.length);
            changed[i] = -0.0;
            assertThat(new Digest().numbers(changed).hex()).isNotEqualTo(zero);
        }
    }

    @Test
    void every_nan_is_the_same() {
        double other = Double.longBitsToDouble(0x7ff8000000000123L);
        assertThat(new Digest().numbers(new double[] {other}).hex())
                .isEqualTo(new Digest().numbers(new double[] {Double.NaN}).hex());
    }
}
