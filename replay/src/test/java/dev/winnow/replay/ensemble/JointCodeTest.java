package dev.winnow.replay.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.Sides;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class JointCodeTest {
    @Test
    void planes_of_codes_and_pieces_say_of_every_bar_what_its_code_says() {
        SplittableRandom random = new SplittableRandom(23);
        for (int bars : new int[] {1, 63, 64, 65, 200, 1000}) {
            List<Sides> signals = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                signals.add(sides(random, bars, 1 + random.nextInt(60)));
            }
            JointCode pieces = new JointCode(signals, 0);
            JointCode planes = new JointCode(signals, Integer.MAX_VALUE);
            byte[] flags = new byte[pieces.count()];
            random.nextBytes(flags);
            long[][] some = {garbage(bars), garbage(bars)};
            long[][] others = {garbage(bars), garbage(bars)};
            pieces.expand(flags, some[0], some[1]);
            planes.expand(flags, others[0], others[1]);

            assertThat(others).isDeepEqualTo(some);
            for (int t = 0; t < bars; t++) {
                int flag = flags[code(pieces, signals, t)];
                assertThat(BitPlanes.get(some[0], t))
                        .as("bar %d of %d", t, bars)
                        .isEqualTo((flag & 1) != 0);
                assertThat(BitPlanes.get(some[1], t))
                        .as("bar %d of %d", t, bars)
                        .isEqualTo((flag & 2) != 0);
            }
        }
    }

    /** The code whose sides are those of the bar. */
    private static int code(JointCode joint, List<Sides> signals, int bar) {
        for (int code = 0; code < joint.count(); code++) {
            boolean same = true;
            for (int i = 0; i < signals.size(); i++) {
                same &= joint.sides(i)[code] == signals.get(i).at(bar);
            }
            if (same) {
                return code;
            }
        }
        throw new AssertionError("no code for bar " + bar);
    }

    private static long[] garbage(int bars) {
        long[] plane = new long[BitPlanes.words(bars)];
        Arrays.fill(plane, -1);
        return plane;
    }

    private static Sides sides(SplittableRandom random, int bars, int stay) {
        long[] longs = new long[BitPlanes.words(bars)];
        long[] shorts = new long[BitPlanes.words(bars)];
        int side = 0;
        for (int t = 0; t < bars; t++) {
            if (random.nextInt(stay) == 0) {
                side = random.nextInt(3) - 1;
            }
            if (side != 0) {
                BitPlanes.set(side > 0 ? longs : shorts, t);
            }
        }
        return new Sides(bars, longs, shorts);
    }
}
