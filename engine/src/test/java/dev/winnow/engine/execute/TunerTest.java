package dev.winnow.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TunerTest {
    private static final int[] SIZES =
            IntStream.iterate(1, size -> size <= 65_536, size -> 2 * size).toArray();

    /** A setting of both knobs. */
    private record Setting(int batchSize, int threads) {}

    /** How the knobs stand most of the second half of a virtual run with this throughput of size and threads. */
    private static Setting after(int intervals, ThreadRange threads, DoubleBinaryOperator throughput) {
        Tuner tuner = new Tuner(new HillClimb(SIZES, 7), threads.climb());
        Map<Setting, Integer> seen = new HashMap<>();
        double cost = 0;
        for (int i = 1; i <= intervals; i++) {
            cost += throughput.applyAsDouble(tuner.batchSize(), tuner.threads());
            tuner.observe(i * Tuner.INTERVAL_NANOS, 1_000L * i, cost);
            if (2 * i >= intervals) {
                seen.merge(new Setting(tuner.batchSize(), tuner.threads()), 1, Integer::sum);
            }
        }
        return Collections.max(seen.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    @Test
    void both_knobs_climb_to_where_throughput_is_highest() {
        Setting tuner = after(
                120,
                new ThreadRange(4, 32),
                (size, threads) -> (1 - Math.abs(Math.log(size / 2048.0)) / 8) * Math.min(threads, 12 - threads / 4.0));
        assertThat(tuner.batchSize()).isEqualTo(2048);
        assertThat(tuner.threads()).isEqualTo(12);
    }

    @Test
    void too_many_threads_become_fewer() {
        assertThat(after(60, new ThreadRange(16, 32), (size, threads) -> 100.0 / threads)
                        .threads())
                .isEqualTo(1);
    }

    @Test
    void where_nothing_helps_every_trial_is_taken_back() {
        Setting tuner = after(200, new ThreadRange(4, 8), (size, threads) -> 1000 + size % 3 + threads % 2);
        assertThat(tuner).isEqualTo(new Setting(128, 4));
    }

    @Test
    void a_short_run_and_a_fixed_number_of_threads_are_left_alone() {
        Setting tuner = after(3, new ThreadRange(4, 8), (size, threads) -> size * threads);
        assertThat(tuner.batchSize()).isEqualTo(128);
        assertThat(tuner.threads()).isEqualTo(4);
        assertThat(after(60, ThreadRange.fixed(3), (size, threads) -> size * threads)
                        .threads())
                .isEqualTo(3);
    }

    @Test
    void an_interval_with_few_batches_says_nothing() {
        Tuner tuner = new Tuner(new HillClimb(SIZES, 7), ThreadRange.fixed(2).climb());
        for (int i = 1; i < 100; i++) {
            assertThat(tuner.observe(i * Tuner.INTERVAL_NANOS, i / 20, i)).isFalse();
        }
    }

    @Test
    void the_search_goes_on_after_a_rest_and_finds_what_has_become_better() {
        double[] best = {8};
        Tuner tuner = new Tuner(new HillClimb(SIZES, 7), ThreadRange.fixed(1).climb());
        double cost = 0;
        for (int i = 1; i <= 200; i++) {
            best[0] = i < 40 ? 8 : 8192;
            cost += 100 - 12 * Math.abs(Math.log(tuner.batchSize() / best[0]));
            tuner.observe(i * Tuner.INTERVAL_NANOS, 1_000L * i, cost);
        }
        assertThat(tuner.batchSize()).isBetween(4096, 16_384);
    }
}
