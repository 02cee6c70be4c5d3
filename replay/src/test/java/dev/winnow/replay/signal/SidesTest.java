package dev.winnow.replay.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class SidesTest {
    @Test
    void the_words_hold_what_the_decision_machine_wants_bar_by_bar() {
        SplittableRandom random = new SplittableRandom(11);
        for (int bars : new int[] {0, 1, 63, 64, 65, 127, 128, 1000}) {
            for (int density : new int[] {1, 2, 7, 40}) {
                DecisionPlanes planes = new DecisionPlanes(
                        bars,
                        plane(random, bars, density),
                        plane(random, bars, density),
                        plane(random, bars, density),
                        plane(random, bars, density));
                Sides sides = Sides.of(planes);
                int side = 0;
                for (int t = 0; t < bars; t++) {
                    side = next(side, planes, t);
                    assertThat(sides.at(t))
                            .as("bar %d of %d, one in %d", t, bars, density)
                            .isEqualTo(side);
                }
                assertThat(BitPlanes.count(sides.longs()) + BitPlanes.count(sides.shorts()))
                        .isLessThanOrEqualTo(bars);
            }
        }
    }

    private static int next(int side, DecisionPlanes planes, int t) {
        boolean both = BitPlanes.get(planes.enterLong(), t) && BitPlanes.get(planes.enterShort(), t);
        boolean toLong = !both && BitPlanes.get(planes.enterLong(), t);
        boolean toShort = !both && BitPlanes.get(planes.enterShort(), t);
        if (side <= 0 && toLong) {
            return 1;
        }
        if (side >= 0 && toShort) {
            return -1;
        }
        boolean exit =
                (side > 0 && BitPlanes.get(planes.exitLong(), t)) || (side < 0 && BitPlanes.get(planes.exitShort(), t));
        return exit ? 0 : side;
    }

    private static long[] plane(SplittableRandom random, int bars, int density) {
        long[] plane = DecisionPlanes.absent(bars);
        for (int t = 0; t < bars; t++) {
            if (random.nextInt(density) == 0) {
                BitPlanes.set(plane, t);
            }
        }
        return plane;
    }
}
