package dev.winnow.reports.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.reports.flame.Stacks;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ProfileDiffTest {
    /** 40 frames with noise; the first is as many times as dear as given. */
    private static Stacks profile(Random random, double factor) {
        Map<String, Long> weights = new HashMap<>();
        for (int i = 0; i < 40; i++) {
            double mean = i == 0 ? 1_000 * factor : 1_000;
            weights.put("main;f" + i, Math.round(mean * (1 + 0.03 * random.nextGaussian())));
        }
        return new Stacks(weights);
    }

    private static List<Stacks> profiles(Random random, double factor) {
        return IntStream.range(0, 4).mapToObj(i -> profile(random, factor)).toList();
    }

    @Test
    void a_frame_that_grew_by_half_is_told_from_chance_and_comes_first() {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            FrameChange first = new ProfileDiff(profiles(random, 1), profiles(random, 1.5))
                    .changes()
                    .getFirst();

            assertThat(first.frame()).as("seed %d", seed).isEqualTo("f0");
            assertThat(first.self().p()).as("seed %d", seed).isLessThan(ProfileDiff.SIGNIFICANT);
            assertThat(first.self().after()).isEqualTo(1.5 / 40.5, within(0.003));
        }
    }

    @Test
    void profiles_that_differ_by_chance_alone_rarely_show_a_change() {
        int found = 0;
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            List<FrameChange> changes = new ProfileDiff(profiles(random, 1), profiles(random, 1)).changes();
            found += changes.stream().anyMatch(change -> change.self().p() < ProfileDiff.SIGNIFICANT) ? 1 : 0;
        }
        assertThat(found).isLessThanOrEqualTo(12); // 5 expected; more than 12 of 100 has a chance of 0.2 %
    }

    @Test
    void one_profile_a_side_tells_by_how_much_and_never_that_it_is_no_chance() {
        Stacks before = new Stacks(Map.of("main;old", 30L, "main;kept", 70L));
        Stacks after = new Stacks(Map.of("main;new;kept", 1L));
        ProfileDiff diff = new ProfileDiff(List.of(before), List.of(after));

        assertThat(diff.isTested()).isFalse();
        assertThat(diff.changes())
                .extracting(FrameChange::frame, change -> change.self().difference(), FrameChange::state)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("old", -0.3, "gone"),
                        org.assertj.core.groups.Tuple.tuple("kept", 1 - 0.7, ""),
                        org.assertj.core.groups.Tuple.tuple("new", 0.0, "new"),
                        org.assertj.core.groups.Tuple.tuple("main", 0.0, ""));
        assertThat(diff.changes()).allMatch(change -> Double.isNaN(change.self().p()));
    }

    @Test
    void a_frame_that_calls_itself_counts_once() {
        List<FrameShare> shares = FrameShare.all(new Stacks(Map.of("a;b;a", 1L, "a", 1L, "c", 2L)));

        assertThat(shares)
                .containsExactlyInAnyOrder(
                        new FrameShare("a", 0.5, 0.5), new FrameShare("b", 0, 0.25), new FrameShare("c", 0.5, 0.5));
    }

    @Test
    void corrected_probabilities_are_those_of_the_definition() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            double[] p = random.doubles(random.nextInt(1, 12))
                    .map(x -> x < 0.1 ? Double.NaN : x * x)
                    .toArray();
            double[] corrected = FalseDiscovery.corrected(p);
            double[] known =
                    Arrays.stream(p).filter(x -> !Double.isNaN(x)).sorted().toArray();
            for (int i = 0; i < p.length; i++) {
                double own = p[i];
                double plain = Double.isNaN(own) ? Double.NaN : 1;
                for (int rank = 1; rank <= known.length; rank++) {
                    if (known[rank - 1] >= own) {
                        plain = Math.min(plain, known[rank - 1] * known.length / rank);
                    }
                }
                assertThat(Double.valueOf(corrected[i])).as("seed %d", seed).isEqualTo(Double.valueOf(plain));
            }
        }
    }
}
