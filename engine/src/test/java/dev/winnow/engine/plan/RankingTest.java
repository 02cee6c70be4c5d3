package dev.winnow.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.engine.UserError;
import dev.winnow.engine.plan.Ranked.Standing;
import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RankingTest {
    private static final Requirement ENOUGH = row -> row[1] >= 10;

    @Test
    void a_hand_ranked_case() {
        Ranking ranking = new Ranking(new Objective(0, true), () -> ENOUGH, 2, 10);
        Outcome outcome = new Outcome(7, 2);
        double[] values = {1, 10, 9, 3, Double.NaN, 20, 2, 10, Double.NaN, Double.NaN, 2, 50, Double.NaN, 3};
        System.arraycopy(values, 0, outcome.values(), 0, values.length);
        outcome.fail(4, "no bars");
        ranking.accept(0, new Batch(100, 7, 0, new double[0]), outcome);
        assertThat(ranking).extracting(Ranked::point).containsExactly(103L, 105L, 100L, 102L, 101L, 106L, 104L);
        assertThat(ranking).extracting(Ranked::rank).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(ranking)
                .extracting(Ranked::standing)
                .containsExactly(
                        Standing.MEETS,
                        Standing.MEETS,
                        Standing.MEETS,
                        Standing.MEETS,
                        Standing.MISSES,
                        Standing.MISSES,
                        Standing.FAILED);
        assertThat(ranking.iterator().next().metrics()).containsExactly(2, 10);
    }

    @Test
    void the_best_of_any_limit_in_any_order_are_the_head_of_a_full_sort() {
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            boolean maximize = random.nextBoolean();
            List<Point> points = new ArrayList<>();
            int count = 1 + random.nextInt(400);
            for (int i = 0; i < count; i++) {
                points.add(Point.random(random, i));
            }
            List<Point> sorted = points.stream().sorted(order(maximize)).toList();
            Collections.shuffle(points, random);
            int limit = random.nextInt(3) == 0 ? Integer.MAX_VALUE : 1 + random.nextInt(50);
            Ranking ranking = new Ranking(new Objective(0, maximize), () -> ENOUGH, 2, limit);
            points.forEach(point -> ranking.accept(point.group, point.batch(), point.outcome()));
            List<Ranked> ranked = new ArrayList<>();
            ranking.forEach(ranked::add);
            assertThat(ranked).as("seed %d", seed).hasSize(Math.min(limit, count));
            for (int i = 0; i < ranked.size(); i++) {
                assertThat(ranked.get(i).point())
                        .as("seed %d place %d", seed, i)
                        .isEqualTo(sorted.get(i).index);
                assertThat(ranked.get(i).group())
                        .as("seed %d place %d", seed, i)
                        .isEqualTo(sorted.get(i).group);
                assertThat(Arrays.equals(
                                ranked.get(i).metrics(), sorted.get(i).outcome().values()))
                        .as("seed %d place %d", seed, i)
                        .isTrue();
            }
        }
    }

    @Test
    void what_sieves_pick_at_any_time_before_ranks_like_all() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int limit = 1 + random.nextInt(20);
            boolean maximize = random.nextBoolean();
            Ranking all = new Ranking(new Objective(0, maximize), () -> ENOUGH, 2, limit);
            Ranking sieved = new Ranking(new Objective(0, maximize), () -> ENOUGH, 2, limit);
            Sieve sieve = sieved.sieve();
            List<Runnable> waiting = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Point point = Point.random(random, i);
                all.accept(point.group, point.batch(), point.outcome());
                int[] picked = sieve.pick(point.group, point.batch(), point.outcome());
                waiting.add(() -> sieved.accept(point.group, point.batch(), point.outcome(), picked));
                if (random.nextInt(5) == 0) {
                    waiting.forEach(Runnable::run);
                    waiting.clear();
                }
            }
            waiting.forEach(Runnable::run);
            List<Long> expected = new ArrayList<>();
            all.forEach(ranked -> expected.add(ranked.point()));
            assertThat(sieved).as("seed %d", seed).extracting(Ranked::point).isEqualTo(expected);
        }
    }

    @Test
    void a_sieve_lets_nothing_pass_that_ranks_behind_the_worst_that_is_held() {
        Ranking ranking = new Ranking(new Objective(0, true), () -> ENOUGH, 2, 2);
        Outcome outcome = new Outcome(5, 2);
        double[] values = {5, 10, 7, 10, 5, 10, 6, 3, 9, 10};
        System.arraycopy(values, 0, outcome.values(), 0, values.length);
        Batch batch = new Batch(0, 5, 0, new double[0]);
        ranking.accept(0, new Batch(0, 2, 0, new double[0]), outcome);
        assertThat(ranking.sieve().pick(0, batch, outcome))
                .as("not the tie, which comes later, nor what misses the requirement")
                .containsExactly(1, 4);
    }

    @Test
    void reading_a_ranking_leaves_it_as_it_was() {
        Ranking ranking = new Ranking(new Objective(0, false), () -> Requirement.NONE, 2, 3);
        Random random = new Random(1);
        for (int i = 0; i < 50; i++) {
            Point point = Point.random(random, i);
            ranking.accept(0, point.batch(), point.outcome());
            List<Long> once = new ArrayList<>();
            ranking.forEach(ranked -> once.add(ranked.point()));
            assertThat(ranking).extracting(Ranked::point).isEqualTo(once);
        }
    }

    @Test
    void a_list_of_no_points_is_refused() {
        assertThatThrownBy(() -> new Ranking(new Objective(0, true), () -> Requirement.NONE, 1, 0))
                .isInstanceOf(UserError.class)
                .hasMessage("top 0 is below 1; give the number of points to list, or all");
    }

    private static Comparator<Point> order(boolean maximize) {
        return Comparator.comparingInt((Point point) -> point.failed ? 2 : point.trades >= 10 ? 0 : 1)
                .thenComparing(point -> Double.isNaN(point.value))
                .thenComparingDouble(point -> Double.isNaN(point.value) ? 0 : maximize ? -point.value : point.value)
                .thenComparingInt(Point::group)
                .thenComparingLong(Point::index);
    }

    private record Point(int group, long index, boolean failed, double value, double trades) {
        static Point random(Random random, int index) {
            boolean failed = random.nextInt(10) == 0;
            boolean undefined = failed || random.nextInt(8) == 0;
            return new Point(
                    random.nextInt(3),
                    index,
                    failed,
                    undefined ? Double.NaN : random.nextInt(9) - 4,
                    failed ? Double.NaN : random.nextInt(20));
        }

        Batch batch() {
            return new Batch(index, 1, 0, new double[0]);
        }

        Outcome outcome() {
            Outcome outcome = new Outcome(1, 2);
            outcome.values()[0] = value;
            outcome.values()[1] = trades;
            if (failed) {
                outcome.fail(0, "failed");
            }
            return outcome;
        }
    }
}
