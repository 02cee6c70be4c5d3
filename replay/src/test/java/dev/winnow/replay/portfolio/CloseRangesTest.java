package dev.winnow.replay.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Look-ups over ranges against a plain loop over their bars. */
final class CloseRangesTest {
    @Test
    void every_range_has_the_extrema_and_the_fall_of_its_bars() {
        for (int n : new int[] {1, 2, 63, 64, 65, 127, 128, 129, 192, 200, 257, 320}) {
            double[] close = walk(n, n);
            CloseRanges ranges = new CloseRanges(close);
            for (int from = 0; from < n; from++) {
                for (int to = from + 1; to <= n; to++) {
                    agree(close, ranges, from, to);
                }
            }
        }
    }

    @Test
    void ranges_over_many_blocks_agree_too() {
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(20_000);
            double[] close = walk(n, seed);
            CloseRanges ranges = new CloseRanges(close);
            for (int i = 0; i < 20; i++) {
                int from = random.nextInt(n);
                agree(close, ranges, from, from + 1 + random.nextInt(n - from));
            }
        }
    }

    private static double[] walk(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] close = new double[n];
        double price = 100;
        for (int t = 0; t < n; t++) {
            price *= 1 + 0.02 * (random.nextDouble() - 0.5);
            close[t] = price;
        }
        return close;
    }

    private static void agree(double[] close, CloseRanges ranges, int from, int to) {
        double[] low = new double[3];
        double[] high = new double[3];
        double[] fall = new double[3];
        ranges.look(from, to, low, high, fall, 1);
        double least = close[from];
        double most = close[from];
        double worst = 1;
        for (int t = from; t < to; t++) {
            least = Math.min(least, close[t]);
            most = Math.max(most, close[t]);
            worst = Math.min(worst, close[t] / most);
        }
        assertThat(new double[] {low[1], high[1], fall[1]})
                .as("%d bars, %d to %d", close.length, from, to)
                .containsExactly(least, most, worst);
    }
}
