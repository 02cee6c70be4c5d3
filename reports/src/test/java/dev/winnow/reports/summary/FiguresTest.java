package dev.winnow.reports.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.engine.space.Axis;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The figures over the points of a run, against hand-worked cases and plain loops. */
class FiguresTest {
    private static final Axis X = Axis.numbers("x", 3, 1, 2);
    private static final Axis Y = Axis.numbers("y", 10, 20, 30, 40);

    /** Every combination of x and y. */
    private static Observations grid(java.util.function.DoubleBinaryOperator objective) {
        List<Levels> levels = List.of(Levels.of(X), Levels.of(Y));
        Observations.Collector collector = new Observations.Collector(levels, 12, 12);
        for (double x : X.values()) {
            for (double y : Y.values()) {
                collector.add(new double[][] {{x}, {y}}, 0, objective.applyAsDouble(x, y));
            }
        }
        return collector.collected();
    }

    @Test
    void quantiles_of_one_to_five_are_those_of_the_paper() {
        double[] sorted = {1, 2, 3, 4, 5};
        assertThat(Quantiles.of(sorted, 0)).isEqualTo(1);
        assertThat(Quantiles.of(sorted, 0.25)).isEqualTo(2);
        assertThat(Quantiles.of(sorted, 0.9)).isEqualTo(4.6, within(1e-15));
        assertThat(Quantiles.of(sorted, 1)).isEqualTo(5);
        assertThat(Quantiles.of(new double[0], 0.5)).isNaN();
    }

    @Test
    void shares_of_a_sum_of_two_parameters_are_their_variances_and_leave_nothing() {
        List<Importance> importance = Importance.of(grid((x, y) -> 3 * x + y / 10), ReplayAxes.NONE);
        double x = 9 * 2 / 3.0; // variance of 3, 6, 9
        double y = 5 / 4.0; // variance of 1, 2, 3, 4
        assertThat(importance.getFirst().levels().axis()).isEqualTo(X);
        assertThat(importance.getFirst().share()).isEqualTo(x / (x + y), within(1e-12));
        assertThat(importance.getLast().share()).isEqualTo(y / (x + y), within(1e-12));
    }

    @Test
    void a_parameter_that_only_interacts_has_no_share_of_its_own() {
        List<Importance> importance = Importance.of(grid((x, y) -> (x - 2) * (y - 25)), ReplayAxes.NONE);
        assertThat(importance).allSatisfy(one -> assertThat(one.share()).isZero());
    }

    @Test
    void of_equal_points_no_share_is_defined() {
        assertThat(Importance.of(grid((x, y) -> 7), ReplayAxes.NONE))
                .allSatisfy(one -> assertThat(one.share()).isNaN());
    }

    @Test
    void neighbours_are_the_points_no_more_than_a_level_away() {
        Observations points = grid((x, y) -> 10 * x + y);
        Neighbourhood corner = Neighbourhood.of(points, new int[] {2, 3}, true);
        assertThat(corner.count()).isEqualTo(3);
        assertThat(corner.worst()).isEqualTo(10 * 2 + 30);
        assertThat(corner.median()).isEqualTo(10 * 2 + 40);
        assertThat(Neighbourhood.of(points, new int[] {1, 1}, false).count()).isEqualTo(8);
        assertThat(Neighbourhood.of(points, new int[] {1, 1}, false).worst()).isEqualTo(10 * 3 + 30);
    }

    @Test
    void a_pair_shows_the_best_and_the_median_of_what_falls_into_a_cell() {
        PairGrid pair = PairGrid.of(grid((x, y) -> 10 * x + y), 1, 0, false, 4);
        assertThat(pair.x().labels()).containsExactly("10\u201320", "30\u201340");
        assertThat(pair.y().labels()).containsExactly("1\u20132", "3");
        assertThat(pair.best()).containsExactly(20, 40, 40, 60);
        assertThat(pair.median()).containsExactly(30, 50, 45, 65);
    }

    @Test
    void an_axis_of_few_levels_leaves_the_other_more_cells() {
        PairGrid pair = PairGrid.of(grid((x, y) -> x), 1, 0, true, 9);
        assertThat(pair.x().bins()).isEqualTo(2);
        assertThat(pair.y().bins()).isEqualTo(3);
        PairGrid whole = PairGrid.of(grid((x, y) -> x), 1, 0, true, 12);
        assertThat(whole.x().bins() * whole.y().bins()).isEqualTo(12);
    }

    @Test
    void cells_have_the_quantiles_of_a_plain_sort() {
        long seed = 20261121;
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            int count = random.nextInt(300);
            int cells = 1 + random.nextInt(20);
            int[] cell = random.ints(count, 0, cells).toArray();
            double[] values = random.doubles(count).toArray();
            double share = random.nextDouble();
            Cells sorted = new Cells(cells, cell, values);
            for (int c = 0; c < cells; c++) {
                int wanted = c;
                double[] plain = IntStream.range(0, count)
                        .filter(i -> cell[i] == wanted)
                        .mapToDouble(i -> values[i])
                        .sorted()
                        .toArray();
                assertThat(sorted.count(c)).as("seed %d, round %d", seed, round).isEqualTo(plain.length);
                assertThat(sorted.quantile(c, share))
                        .as("seed %d, round %d", seed, round)
                        .isEqualTo(Double.valueOf(Quantiles.of(plain, share)));
            }
        }
    }

    @Test
    void a_histogram_counts_every_point_once() {
        long seed = 7;
        Random random = new Random(seed);
        for (int count : new int[] {1, 2, 3, 100, 5_000}) {
            Distribution all = Distribution.of(
                    random.doubles(count).map(value -> Math.floor(20 * value)).toArray());
            double[] borders = all.borders();
            assertThat(Arrays.stream(all.counts(borders)).sum())
                    .as("seed %d", seed)
                    .isEqualTo(count);
            assertThat(borders[borders.length - 1]).isEqualTo(all.quantile(1));
        }
    }

    @Test
    void a_value_beats_what_is_worse_and_half_of_its_equals() {
        Distribution all = Distribution.of(new double[] {4, 1, 2, 2});
        assertThat(all.beats(2, true)).isEqualTo(0.5);
        assertThat(all.beats(4, true)).isEqualTo(0.875);
        assertThat(all.beats(1, false)).isEqualTo(0.875);
    }

    @Test
    void more_points_than_can_be_held_are_thinned_evenly() {
        Observations.Collector collector = new Observations.Collector(List.of(), 10, 4);
        for (int i = 0; i < 10; i++) {
            collector.add(new double[0][], 0, i);
        }
        assertThat(collector.stride()).isEqualTo(3);
        assertThat(collector.collected().objective()).containsExactly(0, 3, 6, 9);
    }

    /** Exact values: Harter, Expected values of normal order statistics, Biometrika 48 (1961), table 1. */
    @Test
    void the_luckiest_of_many_tries_is_near_the_exact_expectation() {
        assertThat(NoiseMaximum.deviations(1)).isZero();
        assertThat(NoiseMaximum.deviations(10)).isEqualTo(1.53875, within(0.05));
        assertThat(NoiseMaximum.deviations(100)).isEqualTo(2.50759, within(0.03));
        assertThat(NoiseMaximum.deviations(400)).isEqualTo(2.96818, within(0.02));
        assertThat(NoiseMaximum.deviations(1_000_000_000_000L)).isBetween(7.0, 7.2);
    }
}
