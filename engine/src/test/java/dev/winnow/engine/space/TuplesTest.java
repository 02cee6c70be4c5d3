package dev.winnow.engine.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.engine.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TuplesTest {
    @Test
    void a_simplex_falls_from_the_first_column_to_the_last() {
        assertThat(all(new Simplex(List.of("a", "b", "c"), 2)))
                .containsExactly(
                        List.of(1.0, 0.0, 0.0),
                        List.of(0.5, 0.5, 0.0),
                        List.of(0.5, 0.0, 0.5),
                        List.of(0.0, 1.0, 0.0),
                        List.of(0.0, 0.5, 0.5),
                        List.of(0.0, 0.0, 1.0));
    }

    @Test
    void a_simplex_has_each_tuple_once_and_every_tuple_sums_to_1() {
        for (int columns = 1; columns <= 5; columns++) {
            for (int parts = 1; parts <= 7; parts++) {
                Simplex simplex = new Simplex(List.of("a", "b", "c", "d", "e").subList(0, columns), parts);
                List<List<Double>> tuples = all(simplex);
                assertThat(tuples).doesNotHaveDuplicates();
                for (List<Double> tuple : tuples) {
                    assertThat(tuple.stream().mapToDouble(value -> value).sum()).isCloseTo(1, within(1e-15));
                    assertThat(tuple)
                            .allMatch(value -> simplex.columns().getFirst().level(new double[] {value}, 0) >= 0);
                }
            }
        }
        assertThat(new Simplex(List.of("a", "b", "c", "d", "e", "f"), 20).levels())
                .isEqualTo(53_130);
    }

    @Test
    void a_level_is_found_again_by_its_values() {
        for (Tuples tuples : List.of(
                new Simplex(List.of("a", "b", "c"), 20),
                ListedTuples.of(List.of("a", "b"), 1, 0, -0.5, 0.5, 0.25, 0.75),
                ListedTuples.drawn(List.of("a", "b", "c", "d"), 50, 7))) {
            int width = tuples.columns().size();
            double[] values = new double[width + 2];
            for (int level = 0; level < tuples.levels(); level++) {
                tuples.put(level, values, 1);
                assertThat(tuples.level(values, 1)).isEqualTo(level);
            }
            values[1] = 0.123456;
            assertThat(tuples.level(values, 1)).isEqualTo(-1);
        }
    }

    @Test
    void drawn_tuples_follow_from_their_seed_and_sum_to_1() {
        List<String> names = List.of("a", "b", "c", "d", "e");
        List<List<Double>> drawn = all(ListedTuples.drawn(names, 2_000, 3));
        assertThat(drawn).isEqualTo(all(ListedTuples.drawn(names, 2_000, 3)));
        assertThat(drawn).isNotEqualTo(all(ListedTuples.drawn(names, 2_000, 4)));
        for (List<Double> tuple : drawn) {
            assertThat(tuple).allMatch(value -> value >= 0);
            assertThat(tuple.stream()
                            .mapToLong(value -> Math.round(value * 10_000))
                            .sum())
                    .isEqualTo(10_000);
        }
        for (int column = 0; column < names.size(); column++) {
            int at = column;
            assertThat(drawn.stream()
                            .mapToDouble(tuple -> tuple.get(at))
                            .average()
                            .orElseThrow())
                    .as("mean weight of a column, 1/5 with a standard error of 0.0037")
                    .isBetween(0.18, 0.22);
        }
    }

    @Test
    void columns_of_a_tuple_move_together_in_a_space() {
        Space space = Space.of(
                List.of(new Simplex(List.of("a", "b"), 2), Axes.listed("fee", 0, 1)),
                point -> point[0] > 0 || point[2] > 0,
                "a > 0 or fee > 0");
        assertThat(space.axes().stream().map(Axis::name)).containsExactly("a", "b", "fee");
        List<String> points = new ArrayList<>();
        for (long index = 0; index < space.size(); index++) {
            points.add(space.describe(index));
            assertThat(space.indexOf(space.point(index))).isEqualTo(index);
        }
        assertThat(points)
                .containsExactly(
                        "a=1 b=0 fee=0", "a=1 b=0 fee=1", "a=0.5 b=0.5 fee=0", "a=0.5 b=0.5 fee=1", "a=0 b=1 fee=1");
        double[] rows = new double[15];
        space.fill(0, 5, rows);
        assertThat(Arrays.copyOfRange(rows, 6, 9)).containsExactly(0.5, 0.5, 0);
    }

    @Test
    void too_many_tuples_are_told() {
        List<String> names = List.of("a", "b", "c", "d", "e", "f", "g", "h");
        assertThatThrownBy(() -> new Simplex(names, 100))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("8 columns in 100 steps");
        assertThatThrownBy(() -> ListedTuples.drawn(names, 2_000_000, 1)).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> Space.of(List.of(new Simplex(List.of("a"), 1), Axes.listed("a", 1))))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("'a' is given twice");
    }

    private static List<List<Double>> all(Tuples tuples) {
        List<List<Double>> all = new ArrayList<>();
        double[] values = new double[tuples.columns().size()];
        for (int level = 0; level < tuples.levels(); level++) {
            tuples.put(level, values, 0);
            all.add(Arrays.stream(values).boxed().toList());
        }
        return all;
    }
}
