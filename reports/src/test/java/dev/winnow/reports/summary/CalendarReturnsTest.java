package dev.winnow.reports.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalendarReturnsTest {
    private static long micros(String date) {
        return LocalDate.parse(date).atStartOfDay().toEpochSecond(ZoneOffset.UTC) * 1_000_000;
    }

    @Test
    void a_month_runs_from_the_last_bar_of_the_one_before_to_its_own() {
        long[] time = {micros("2019-12-30"), micros("2020-01-02"), micros("2020-01-31"), micros("2020-03-02")};
        CalendarReturns returns = CalendarReturns.of(time, 100, new double[] {110, 90, 121, 60.5});

        assertThat(returns.firstYear()).isEqualTo(2019);
        assertThat(returns.months()).hasSize(24);
        assertThat(returns.months()[11]).isEqualTo(0.1, within(1e-15));
        assertThat(returns.months()[12]).isEqualTo(0.1, within(1e-15));
        assertThat(returns.months()[13]).isNaN();
        assertThat(returns.months()[14]).isEqualTo(-0.5);
        assertThat(returns.years()).containsExactly(new double[] {0.1, -0.45}, within(1e-15));
    }

    @Test
    void months_and_years_compound_to_the_whole_return() {
        long seed = 42;
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            int bars = 1 + random.nextInt(3_000);
            long[] time = new long[bars];
            double[] values = new double[bars];
            long moment = micros("1965-06-15");
            double value = 100;
            for (int t = 0; t < bars; t++) {
                moment += (long) (1 + random.nextInt(96)) * 3_600_000_000L;
                value *= Math.exp(0.02 * random.nextGaussian());
                time[t] = moment;
                values[t] = value;
            }
            CalendarReturns returns = CalendarReturns.of(time, 100, values);
            assertThat(grown(returns.months()))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(value / 100, within(1e-9));
            assertThat(grown(returns.years()))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(value / 100, within(1e-9));
        }
    }

    private static double grown(double[] returns) {
        return Arrays.stream(returns)
                .filter(Double::isFinite)
                .map(one -> 1 + one)
                .reduce(1, (a, b) -> a * b);
    }
}
