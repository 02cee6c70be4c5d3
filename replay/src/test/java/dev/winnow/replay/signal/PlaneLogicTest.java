package dev.winnow.replay.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaneLogicTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 63, 64, 65, 127, 128, 129, 700})
    void words_say_what_the_bars_say(int bars) {
        Random random = new Random(bars);
        for (int round = 0; round < 20; round++) {
            long[] a = plane(random, bars);
            long[] b = plane(random, bars);
            int n = 1 + random.nextInt(round < 10 ? 5 : 200);
            long[] out = new long[a.length];
            PlaneLogic.and(a, b, out);
            check(out, bars, t -> at(a, t) && at(b, t));
            PlaneLogic.or(a, b, out);
            check(out, bars, t -> at(a, t) || at(b, t));
            PlaneLogic.differs(a, b, out);
            check(out, bars, t -> at(a, t) != at(b, t));
            PlaneLogic.not(a, bars, out);
            check(out, bars, t -> !at(a, t));
            PlaneLogic.lag(a, n - 1, bars, out);
            check(out, bars, t -> at(a, t - n + 1));
            PlaneLogic.within(a, n, bars, out);
            check(out, bars, t -> count(a, t - n + 1, t) > 0);
            PlaneLogic.since(a, bars, out);
            check(out, bars, t -> count(a, 0, t) > 0);
            PlaneLogic.once(a, out);
            check(out, bars, t -> at(a, t) && !at(a, t - 1));
            PlaneLogic.fill(true, bars, out);
            check(out, bars, t -> true);
        }
    }

    private interface Truth {
        boolean at(int bar);
    }

    private static boolean at(long[] plane, int bar) {
        return bar >= 0 && BitPlanes.get(plane, bar);
    }

    private static int count(long[] plane, int from, int to) {
        int count = 0;
        for (int t = Math.max(0, from); t <= to; t++) {
            count += at(plane, t) ? 1 : 0;
        }
        return count;
    }

    private static long[] plane(Random random, int bars) {
        long[] plane = new long[BitPlanes.words(bars)];
        int rarity = 1 + random.nextInt(150);
        for (int t = 0; t < bars; t++) {
            if (random.nextInt(rarity) == 0) {
                BitPlanes.set(plane, t);
            }
        }
        return plane;
    }

    private static void check(long[] plane, int bars, Truth truth) {
        long[] wanted = new long[plane.length];
        for (int t = 0; t < bars; t++) {
            if (truth.at(t)) {
                BitPlanes.set(wanted, t);
            }
        }
        assertThat(plane).isEqualTo(wanted);
    }
}
