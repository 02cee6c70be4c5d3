package dev.winnow.replay.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.engine.UserError;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Numbers of a file are read to the nearest double, whatever their length. */
class CsvNumbersTest {
    private static double read(String number) {
        byte[] text = ("close\n" + number + "\n").getBytes(StandardCharsets.UTF_8);
        Bar bar = new Bar();
        assertThat(new BarStream(DataSpec.of("x.csv"), new ByteArrayInputStream(text), "x.csv").next(bar))
                .isTrue();
        return bar.close();
    }

    private static String random(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Double.toString(Math.abs(random.nextGaussian()) * Math.pow(10, random.nextInt(30) - 12));
            case 1 -> Double.toString(Double.longBitsToDouble(random.nextLong() & Long.MAX_VALUE));
            case 2 -> random.nextInt(1, 1_000_000) + "." + random.nextInt(1_000_000);
            default -> {
                StringBuilder digits = new StringBuilder("1");
                for (int i = random.nextInt(40); i > 0; i--) {
                    digits.append((char) ('0' + random.nextInt(10)));
                }
                yield digits.insert(random.nextInt(digits.length()) + 1, '.')
                        .append(random.nextBoolean() ? "" : "E" + (random.nextInt(600) - 300))
                        .toString();
            }
        };
    }

    @Test
    void every_number_has_the_bits_that_the_language_gives_it() {
        for (long seed = 0; seed < 20_000; seed++) {
            String number = random(new Random(seed));
            double expected = Double.parseDouble(number);
            if (expected > 0 && expected < Double.POSITIVE_INFINITY) {
                assertThat(read(number)).as("seed %d: %s", seed, number).isEqualTo(expected);
            }
        }
        for (String number :
                List.of("4.9e-324", "2.2250738585072012e-308", "1.7976931348623157e308", "+5.", ".5", "007")) {
            assertThat(read(number)).as(number).isEqualTo(Double.parseDouble(number));
        }
    }

    @Test
    void what_is_no_number_is_refused() {
        for (String text :
                List.of(".", "e5", "1e", "1e+", "+-1", "1.2.3", "1-2", "--1", "1e5.5", "0x10", "1d", "NaN")) {
            assertThatThrownBy(() -> read(text))
                    .as(text)
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("line 2, column close: '" + text + "' is not a number");
        }
    }
}
