package dev.winnow.replay.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.DecisionPlanes;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Both ways of listing a path, by both twins, against each other and the plain machine. */
final class JumpPathTest {
    @Test
    void both_ways_and_both_twins_list_what_the_plain_machine_does() {
        for (int seed = 0; seed < 3_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(1 << (1 + random.nextInt(13)));
            boolean fillAtClose = random.nextBoolean();
            int rarity = 1 + random.nextInt(200);
            DecisionPlanes planes = planes(random, n, rarity);
            List<List<Integer>> wanted = plain(planes, fillAtClose);
            for (SetBits bits : List.of(new ScalarSetBits(), new VectorSetBits())) {
                String what = "seed " + seed + ", " + n + " bars, " + bits;
                JumpPath path = new JumpPath(bits);
                long[] held = new long[BitPlanes.words(n)];
                LongPositions.follow(planes, fillAtClose, held);
                path.list(held, n, fillAtClose);
                assertThat(trades(path)).as(what).isEqualTo(wanted);
                assertThat(path.listSeldom(planes, fillAtClose, Integer.MAX_VALUE))
                        .isTrue();
                assertThat(trades(path)).as(what).isEqualTo(wanted);
                int events = events(planes);
                assertThat(path.listSeldom(planes, fillAtClose, events))
                        .as(what)
                        .isTrue();
                assertThat(path.listSeldom(planes, fillAtClose, events - 1))
                        .as(what)
                        .isFalse();
            }
        }
    }

    private static DecisionPlanes planes(SplittableRandom random, int n, int rarity) {
        long[] enter = DecisionPlanes.absent(n);
        long[] exit = DecisionPlanes.absent(n);
        for (int t = 0; t < n; t++) {
            if (random.nextInt(rarity) == 0) {
                BitPlanes.set(enter, t);
            }
            if (random.nextInt(rarity) == 0) {
                BitPlanes.set(exit, t);
            }
        }
        return new DecisionPlanes(n, enter, exit, DecisionPlanes.absent(n), DecisionPlanes.absent(n));
    }

    private static int events(DecisionPlanes planes) {
        int events = 0;
        for (int t = 0; t < planes.bars(); t++) {
            events += BitPlanes.get(planes.enterLong(), t) || BitPlanes.get(planes.exitLong(), t) ? 1 : 0;
        }
        return events;
    }

    /** Entry and exit bar of each trade, by the rules one bar at a time; the number of bars for no exit. */
    private static List<List<Integer>> plain(DecisionPlanes planes, boolean fillAtClose) {
        int n = planes.bars();
        List<List<Integer>> trades = new ArrayList<>();
        int entered = -1;
        for (int t = 0; t < n; t++) {
            int fill = fillAtClose ? t : t + 1;
            if (fill == n) {
                break;
            }
            if (entered < 0 && BitPlanes.get(planes.enterLong(), t)) {
                entered = fill;
            } else if (entered >= 0 && BitPlanes.get(planes.exitLong(), t)) {
                trades.add(List.of(entered, fill));
                entered = -1;
            }
        }
        if (entered >= 0) {
            trades.add(List.of(entered, n));
        }
        return trades;
    }

    private static List<List<Integer>> trades(JumpPath path) {
        return IntStream.range(0, path.trades() + path.open())
                .mapToObj(i -> List.of(path.entry(i), path.exit(i)))
                .toList();
    }
}
