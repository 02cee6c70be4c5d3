package dev.winnow.engine.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ArtifactTypeTest {
    private static final double[][] COLUMNS = {
        {},
        {1.5},
        {Double.NaN, -0.0, Double.MIN_VALUE, Double.NEGATIVE_INFINITY},
        new Random(1).doubles(1001).toArray()
    };

    @Test
    void columns_of_doubles_come_back_bit_for_bit() {
        double[][] back = ArtifactType.DOUBLES.decode(ArtifactType.DOUBLES.encode(COLUMNS));

        assertThat(bits(back)).isDeepEqualTo(bits(COLUMNS));
    }

    private static long[][] bits(double[][] columns) {
        return Arrays.stream(columns)
                .map(column -> Arrays.stream(column)
                        .mapToLong(Double::doubleToRawLongBits)
                        .toArray())
                .toArray(long[][]::new);
    }

    @Test
    void columns_of_longs_come_back() {
        long[][] planes = {LongStream.range(-5, 100).toArray(), {}, {Long.MIN_VALUE, Long.MAX_VALUE}};

        assertThat(ArtifactType.LONGS.decode(ArtifactType.LONGS.encode(planes))).isDeepEqualTo(planes);
        assertThat(ArtifactType.LONGS.decode(ArtifactType.LONGS.encode(new long[0][])))
                .isEmpty();
    }

    @Test
    void a_payload_weighs_what_its_type_says() {
        assertThat(ArtifactType.DOUBLES.encode(COLUMNS)).hasSize((int) ArtifactType.DOUBLES.heapBytes(COLUMNS));
    }

    @Test
    void a_payload_of_another_type_or_cut_short_is_refused() {
        byte[] payload = ArtifactType.DOUBLES.encode(COLUMNS);

        assertThatIllegalArgumentException().isThrownBy(() -> ArtifactType.LONGS.decode(payload));
        for (int length : new int[] {0, 3, 4, 8, 20, payload.length - 1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ArtifactType.DOUBLES.decode(Arrays.copyOf(payload, length)));
        }
    }
}
