package dev.winnow.engine.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.engine.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class SpaceTest {
    private static final Constraint RISING = values -> values[0] < values[1];

    @Test
    void the_first_axis_varies_slowest() {
        Space space = Space.of(List.of(Axes.listed("a", 1, 2), Axes.listed("b", 10, 20, 30)));
        assertThat(all(space))
                .containsExactly(
                        List.of(1.0, 10.0),
                        List.of(1.0, 20.0),
                        List.of(1.0, 30.0),
                        List.of(2.0, 10.0),
                        List.of(2.0, 20.0),
                        List.of(2.0, 30.0));
        assertThat(all(space.slowestFirst(1, 0)).subList(0, 3))
                .containsExactly(List.of(1.0, 10.0), List.of(2.0, 10.0), List.of(1.0, 20.0));
    }

    @Test
    void no_axes_is_one_point_of_no_values() {
        Space space = Space.of(List.of());
        assertThat(space.size()).isEqualTo(1);
        assertThat(space.point(0)).isEmpty();
        assertThat(space.indexOf(new double[0])).isZero();
        assertThat(space.nextBorder(0, 0)).isEqualTo(1);
    }

    @Test
    void random_spaces_equal_a_plain_enumeration() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<Axis> axes = IntStream.range(0, 1 + random.nextInt(4))
                    .mapToObj(a -> Axes.stepped("p" + a, 0, random.nextInt(random.nextInt(20) == 0 ? 300 : 9), 1))
                    .toList();
            int keep = random.nextInt(101);
            long salt = random.nextLong();
            Constraint constraint = random.nextInt(4) == 0
                    ? Constraint.NONE
                    : values -> Math.floorMod(new Random(salt ^ hash(values)).nextInt(), 100) < keep;
            int[] order = shuffled(axes.size(), random);
            constraint = random.nextBoolean() ? constraint : reading(constraint, order[0]);
            Space space = Space.of(axes, constraint, "random").slowestFirst(order);
            List<List<Double>> plain = enumerate(axes, order, constraint);
            if (plain.isEmpty()) {
                assertThatThrownBy(space::size).as("seed %d", seed).isInstanceOf(UserError.class);
                continue;
            }
            assertThat(space.size()).as("seed %d", seed).isEqualTo(plain.size());
            assertThat(all(space)).as("seed %d", seed).isEqualTo(plain);
            for (int trial = 0; trial < 20; trial++) {
                int first = random.nextInt(plain.size());
                int count = random.nextInt(plain.size() - first + 1);
                assertThat(range(space, first, count))
                        .as("seed %d", seed)
                        .isEqualTo(plain.subList(first, first + count));
                assertThat(space.indexOf(space.point(first)))
                        .as("seed %d", seed)
                        .isEqualTo(first);
            }
        }
    }

    @Test
    void a_point_outside_the_space_has_no_index() {
        Space space = Space.of(List.of(Axes.listed("a", 1, 2), Axes.listed("b", 1, 2)), RISING, "a < b");
        assertThat(space.indexOf(new double[] {1, 2})).isZero();
        assertThat(space.indexOf(new double[] {2, 1})).isEqualTo(-1);
        assertThat(space.indexOf(new double[] {1, 1.5})).isEqualTo(-1);
    }

    @Test
    void points_of_a_grid_too_large_to_keep_its_bits_are_found_across_chunks() {
        int n = 10_000;
        Space space = Space.of(
                List.of(Axes.stepped("a", 0, n - 1, 1), Axes.stepped("b", 0, n - 1, 1)),
                values -> values[0] == values[1],
                "a == b");
        assertThat(space.gridSize()).isEqualTo((long) n * n);
        assertThat(space.size()).isEqualTo(n);
        double[] values = new double[2 * n];
        space.fill(0, n, values);
        for (int i = 0; i < n; i++) {
            assertThat(values[2 * i]).isEqualTo(i);
            assertThat(values[2 * i + 1]).isEqualTo(i);
        }
        assertThat(space.indexOf(new double[] {4321, 4321})).isEqualTo(4321);
        assertThat(space.nextBorder(n - 1, 1)).isEqualTo(n);
        assertThat(space.nextBorder(77, 1)).isEqualTo(78);
    }

    @Test
    void a_grid_of_a_quintillion_points_costs_nothing() {
        Axis thousand = Axes.stepped("x", 0, 999, 1);
        Space space = Space.of(IntStream.range(0, 6)
                .mapToObj(a -> Axes.listed("x" + a, thousand.values()))
                .toList());
        assertThat(space.size()).isEqualTo(1_000_000_000_000_000_000L);
        long index = 123_456_789_012_345_678L;
        assertThat(space.point(index)).containsExactly(123, 456, 789, 12, 345, 678);
        assertThat(space.indexOf(space.point(index))).isEqualTo(index);
    }

    @Test
    void borders_lie_where_a_slow_value_changes() {
        Space space = Space.of(
                List.of(Axes.stepped("a", 0, 4, 1), Axes.stepped("b", 0, 4, 1), Axes.stepped("c", 0, 1, 1)),
                RISING,
                "a < b");
        assertThat(LongStream.iterate(0, from -> from < space.size(), from -> space.nextBorder(from, 1)))
                .containsExactly(0L, 8L, 14L, 18L);
        assertThat(LongStream.iterate(14, from -> from < space.size(), from -> space.nextBorder(from, 2)))
                .containsExactly(14L, 16L, 18L);
        assertThat(space.nextBorder(18, 3)).isEqualTo(19);
        assertThat(space.nextBorder(3, 0)).isEqualTo(20);
        assertThat(space.meanBlock(1)).isEqualTo(4);
    }

    @Test
    void a_constraint_on_slow_axes_is_asked_of_them_alone() {
        AtomicLong asked = new AtomicLong();
        Constraint slow = new Constraint() {
            @Override
            public boolean allows(double[] values) {
                asked.incrementAndGet();
                return values[0] < values[1];
            }

            @Override
            public boolean reads(int axis) {
                return axis < 2;
            }
        };
        int n = 1000;
        Space space = Space.of(
                List.of(Axes.stepped("a", 0, n - 1, 1), Axes.stepped("b", 0, n - 1, 1), Axes.stepped("c", 0, n - 1, 1)),
                slow,
                "a < b");
        assertThat(space.size()).isEqualTo(n * (n - 1L) / 2 * n);
        assertThat(asked).hasValue((long) n * n);
        assertThat(space.point(space.size() - 1)).containsExactly(n - 2, n - 1, n - 1);
        assertThat(space.indexOf(new double[] {0, 2, 5})).isEqualTo(n + 5);
    }

    @Test
    void mistakes_say_what_to_do() {
        Axis a = Axes.listed("a", 1, 2);
        assertThatThrownBy(() -> Space.of(List.of(a, a)))
                .isInstanceOf(UserError.class)
                .hasMessage("parameter 'a' is given twice; rename or drop one");
        assertThatThrownBy(() -> Space.of(List.of(a), values -> false, "a > 7").size())
                .isInstanceOf(UserError.class)
                .hasMessage("where 'a > 7': none of the 2 points meets it; loosen it or widen the parameters");
        List<Axis> many =
                IntStream.range(0, 60).mapToObj(i -> Axes.listed("a" + i, 1, 2)).toList();
        assertThatThrownBy(() -> Space.of(many))
                .isInstanceOf(UserError.class)
                .hasMessage("parameters: the grid has more than 10^18 points; drop values or a parameter");
        assertThatThrownBy(() ->
                        Space.of(many.subList(0, 40), values -> true, "true").size())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("too many to test each");
    }

    @Test
    void a_point_describes_itself() {
        Space space = Space.of(List.of(
                Axes.listed("fast", 0.5), Axes.flags("trail", true), Axes.names("mode", List.of("trend", "revert"))));
        assertThat(space.describe(1)).isEqualTo("fast=0.5 trail=true mode=revert");
    }

    /** The constraint asked of one axis alone. */
    private static Constraint reading(Constraint constraint, int axis) {
        return new Constraint() {
            @Override
            public boolean allows(double[] values) {
                return constraint.allows(new double[] {values[axis]});
            }

            @Override
            public boolean reads(int asked) {
                return asked == axis;
            }
        };
    }

    private static List<List<Double>> all(Space space) {
        return range(space, 0, (int) space.size());
    }

    private static List<List<Double>> range(Space space, long first, int count) {
        int axes = space.axes().size();
        double[] values = new double[count * axes];
        space.fill(first, count, values);
        return IntStream.range(0, count)
                .mapToObj(i -> IntStream.range(0, axes)
                        .mapToObj(a -> values[i * axes + a])
                        .toList())
                .toList();
    }

    private static List<List<Double>> enumerate(List<Axis> axes, int[] order, Constraint constraint) {
        List<List<Double>> points = new ArrayList<>();
        enumerate(axes, order, 0, new double[axes.size()], constraint, points);
        return points;
    }

    private static void enumerate(
            List<Axis> axes, int[] order, int depth, double[] values, Constraint constraint, List<List<Double>> into) {
        if (depth == order.length) {
            if (constraint.allows(values)) {
                into.add(java.util.Arrays.stream(values).boxed().toList());
            }
            return;
        }
        for (double value : axes.get(order[depth]).values()) {
            values[order[depth]] = value;
            enumerate(axes, order, depth + 1, values, constraint, into);
        }
    }

    private static int[] shuffled(int size, Random random) {
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return order;
    }

    private static long hash(double[] values) {
        return java.util.Arrays.hashCode(values);
    }
}
