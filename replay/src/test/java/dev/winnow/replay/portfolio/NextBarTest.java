package dev.winnow.replay.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.replay.signal.BitPlanes;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The search for the next bar of a plane. */
final class NextBarTest {
    @Test
    void the_next_bar_is_that_of_a_plain_search() {
        NextBar next = new NextBar();
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int bars = 1 + random.nextInt(1 << (1 + random.nextInt(9)));
            double density = Math.pow(10, -random.nextInt(4)) / 2;
            long[] plane = next.room(bars);
            for (int w = 0; w < BitPlanes.words(bars); w++) {
                plane[w] = 0;
            }
            for (int t = 0; t < bars; t++) {
                if (random.nextDouble() < density) {
                    BitPlanes.set(plane, t);
                }
            }
            next.index(bars);
            int expected = bars;
            for (int t = bars; t >= 0; t--) {
                expected = t < bars && BitPlanes.get(plane, t) ? t : expected;
                assertThat(Math.min(bars, next.from(t)))
                        .as("seed %d, %d bars, from %d", seed, bars, t)
                        .isEqualTo(expected);
            }
        }
    }
}
