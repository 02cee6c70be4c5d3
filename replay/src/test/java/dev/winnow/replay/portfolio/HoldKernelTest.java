package dev.winnow.replay.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The twins that sum the bars of a walked point. */
final class HoldKernelTest {
    @Test
    void the_registers_give_the_bits_of_the_plain_loop() {
        int ruined = 0;
        int still = 0;
        for (int seed = 0; seed < 4_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(1 << (1 + random.nextInt(11)));
            double[] close = RandomMarket.bars(random, n).close();
            Stretches stretches = stretches(random, n);
            double shift = random.nextInt(3) == 0 ? 1e-3 : 0;
            HoldSums plain = new HoldSums();
            HoldSums registers = new HoldSums();
            plain.reset(1000, shift, true);
            registers.reset(1000, shift, true);
            boolean sound = new ScalarHoldKernel().sum(close, stretches, plain);
            String what = "seed " + seed + ", " + n + " bars, " + stretches.last + " changes, shift " + shift;
            assertThat(new VectorHoldKernel().sum(close, stretches, registers))
                    .as(what)
                    .isEqualTo(sound);
            ruined += sound ? 0 : 1;
            still += stretches.still(1, 0) < n ? 1 : 0;
            if (sound) {
                assertThat(bits(registers)).as(what).isEqualTo(bits(plain));
            }
        }
        assertThat(ruined).isGreaterThan(50);
        assertThat(still).isGreaterThan(50);
    }

    /** Changes at every bar, at hardly any, or many at once and then none for long. */
    private static Stretches stretches(SplittableRandom random, int n) {
        Stretches stretches = new Stretches();
        stretches.begin(n, 1000);
        double density = Math.pow(10, -random.nextInt(4));
        double cash = 1000;
        for (int t = 0; t < n; t++) {
            if (random.nextDouble() < density && t / 400 % 2 == 0) {
                double quantity = random.nextInt(3) == 0 ? 0 : 20 * random.nextDouble() - 10;
                cash = Math.max(1, cash * (1 + 0.05 * random.nextGaussian()));
                stretches.change(t, cash - quantity * 100, quantity);
            }
        }
        return stretches;
    }

    private static Object[] bits(HoldSums sums) {
        return new Object[] {
            sums.sum1,
            sums.sum2,
            sums.sum3,
            sums.sum4,
            sums.downside,
            sums.before,
            sums.peak,
            sums.worst,
            sums.below,
            Math.max(sums.longest, sums.below)
        };
    }
}
