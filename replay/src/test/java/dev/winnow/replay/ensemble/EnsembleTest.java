package dev.winnow.replay.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.DecisionPlanes;
import dev.winnow.replay.signal.KernelChoice;
import dev.winnow.replay.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class EnsembleTest {
    private static final int[] SIZES = {1, 2, 7, 63, 64, 65, 127, 128, 129, 511, 512, 513, 1024, 1500};

    @Test
    void weighted_signals_open_at_one_threshold_and_close_at_another() {
        List<Signal> signals = List.of(score(1, 1, 0.5, 0, -1, -1, -0.5, 0), score(1, 0, 0, 0, -1, -1, 0, 1));
        DecisionPlanes planes = ReferenceEnsemble.decide(
                signals, new double[8], new Rule.Weighted(new double[] {0.5, 0.5}, 0.75, 0.25), null);
        assertThat(bars(planes.enterLong(), 8)).containsExactly(0);
        assertThat(bars(planes.exitLong(), 8)).containsExactly(2, 3, 4, 5, 6);
        assertThat(bars(planes.enterShort(), 8)).containsExactly(4, 5);
        assertThat(bars(planes.exitShort(), 8)).containsExactly(0, 1, 2, 3, 6, 7);
    }

    @Test
    void a_vote_needs_so_many_on_one_side_and_fewer_on_the_other() {
        List<Signal> signals = List.of(score(1, 1, -1, 1), score(0.1, 0, -1, -1), score(-1, 0, 0, -1));
        DecisionPlanes two = ReferenceEnsemble.decide(signals, new double[4], new Rule.Vote(2), null);
        assertThat(bars(two.enterLong(), 4)).containsExactly(0);
        assertThat(bars(two.enterShort(), 4)).containsExactly(2, 3);
        assertThat(bars(two.exitLong(), 4)).isEmpty();
        DecisionPlanes any = ReferenceEnsemble.decide(signals, new double[4], new Rule.Vote(1), null);
        assertThat(bars(any.enterLong(), 4)).containsExactly(1);
        assertThat(bars(any.enterShort(), 4)).containsExactly(2);
    }

    @Test
    void best_of_follows_who_earned_most_up_to_the_bar_before() {
        double[] close = {100, 110, 121, 90.75, 68.0625, 51.046875};
        List<Signal> signals = List.of(score(1, 1, 1, 1, 1, 1), score(-1, -1, -1, -1, -1, -1));
        // the long one's returns from bar 1 on: +10 %, +10 %, -25 %, -25 %, -25 %
        DecisionPlanes planes =
                ReferenceEnsemble.decide(signals, close, new Rule.BestOf(2, Trailing.TOTAL_RETURN, 0.5, 0), null);
        assertThat(bars(planes.enterLong(), 6)).as("bars 1 and 2").containsExactly(3);
        assertThat(bars(planes.enterShort(), 6))
                .as("bars 2 and 3: 1.1 * 0.75 against 0.9 * 1.25")
                .containsExactly(4, 5);
        assertThat(bars(planes.exitLong(), 6))
                .as("nobody is judged before bar 3")
                .containsExactly(0, 1, 2, 4, 5);
    }

    @Test
    void a_regime_that_is_off_wants_no_side() {
        List<Signal> signals = List.of(score(1, 1, -1, -1));
        DecisionPlanes planes = ReferenceEnsemble.decide(signals, new double[4], new Rule.Vote(1), new long[] {0b0101});
        assertThat(bars(planes.enterLong(), 4)).containsExactly(0);
        assertThat(bars(planes.enterShort(), 4)).containsExactly(2);
        assertThat(bars(planes.exitLong(), 4)).containsExactly(1, 3);
        assertThat(bars(planes.exitShort(), 4)).containsExactly(1, 3);
    }

    @Test
    void the_fast_way_decides_as_the_reference_to_the_bit() {
        for (long seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            int bars = SIZES[random.nextInt(SIZES.length)];
            List<Signal> signals = RandomSignals.signals(random, bars);
            double[] close = RandomSignals.close(random, bars);
            weighted(signals, close, random, "seed " + seed);
            voted(signals, close, "seed " + seed);
        }
    }

    private static void weighted(List<Signal> signals, double[] close, Random random, String seed) {
        ScoreSource source = ScoreSource.of(
                signals, (random.nextBoolean() ? KernelChoice.best() : KernelChoice.forWork(1)).kernels());
        LevelPlanes planes = new LevelPlanes(signals.size(), close.length, 1 << 20);
        for (int window = 0; window < 2; window++) {
            planes.clear();
            List<double[]> weights = new ArrayList<>();
            List<double[]> levels = new ArrayList<>();
            List<int[]> places = new ArrayList<>();
            for (int w = 0; w < 3; w++) {
                double[] of = RandomSignals.weights(random, signals.size());
                planes.weigh(of);
                for (int k = 0; k < 3; k++) {
                    double enter = random.nextInt(1, 5) / 4.0;
                    double exit = enter - random.nextInt(1, 6) / 4.0;
                    weights.add(of);
                    levels.add(new double[] {enter, exit});
                    places.add(new int[] {planes.place(enter), planes.place(-exit)});
                }
            }
            source.fill(planes, new ScoreSource.Scratch());
            for (int i = 0; i < weights.size(); i++) {
                DecisionPlanes wanted = ReferenceEnsemble.decide(
                        signals, close, new Rule.Weighted(weights.get(i), levels.get(i)[0], levels.get(i)[1]), null);
                int enter = places.get(i)[0];
                int exit = places.get(i)[1];
                assertThat(planes.atLeast(enter)).as(seed).isEqualTo(wanted.enterLong());
                assertThat(planes.atMost(enter)).as(seed).isEqualTo(wanted.enterShort());
                assertThat(planes.atMost(exit)).as(seed).isEqualTo(wanted.exitLong());
                assertThat(planes.atLeast(exit)).as(seed).isEqualTo(wanted.exitShort());
                assertThat(planes.below(enter)).as(seed).isEqualTo(BitPlanes.any(wanted.enterShort()));
            }
        }
    }

    private static void voted(List<Signal> signals, double[] close, String seed) {
        Votes votes = new Votes(signals);
        for (int k = 1; k <= signals.size(); k++) {
            DecisionPlanes fast = votes.planes(k, close.length);
            DecisionPlanes wanted = ReferenceEnsemble.decide(signals, close, new Rule.Vote(k), null);
            assertThat(fast.enterLong()).as(seed).isEqualTo(wanted.enterLong());
            assertThat(fast.enterShort()).as(seed).isEqualTo(wanted.enterShort());
            assertThat(BitPlanes.any(fast.exitLong()) || BitPlanes.any(fast.exitShort()))
                    .as(seed)
                    .isFalse();
        }
    }

    @Test
    void the_followed_signal_decides_as_best_of() {
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            int bars = SIZES[random.nextInt(SIZES.length)];
            List<Signal> signals = RandomSignals.signals(random, bars);
            double[] close = RandomSignals.close(random, bars);
            int window = 1 + random.nextInt(20);
            Trailing by = random.nextBoolean() ? Trailing.SHARPE : Trailing.TOTAL_RETURN;
            Signal followed = FollowedSignal.of(signals, close, window, by);
            DecisionPlanes wanted =
                    ReferenceEnsemble.decide(signals, close, new Rule.BestOf(window, by, 0.5, 0.1), null);
            DecisionPlanes alone = ReferenceEnsemble.decide(
                    List.of(followed), close, new Rule.Weighted(new double[] {1}, 0.5, 0.1), null);
            assertThat(alone).as("seed %d", seed).usingRecursiveComparison().isEqualTo(wanted);
        }
    }

    private static Signal score(double... values) {
        return new Signal.Score(values);
    }

    private static List<Integer> bars(long[] plane, int count) {
        List<Integer> bars = new ArrayList<>();
        for (int t = 0; t < count; t++) {
            if (BitPlanes.get(plane, t)) {
                bars.add(t);
            }
        }
        return bars;
    }
}
