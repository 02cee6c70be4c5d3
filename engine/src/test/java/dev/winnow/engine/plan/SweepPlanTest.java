package dev.winnow.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.engine.UserError;
import dev.winnow.engine.space.Axes;
import dev.winnow.engine.space.Axis;
import dev.winnow.engine.space.Constraint;
import dev.winnow.engine.space.Space;
import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Parameter;
import dev.winnow.engine.workload.ParameterKind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SweepPlanTest {
    @Test
    void prepare_parameters_vary_slowest_and_values_keep_the_order_of_the_parameters() {
        Space space = SweepPlan.order(
                List.of(
                        new Parameter(Axes.listed("cost", 1, 2), ParameterKind.REPLAY),
                        new Parameter(Axes.listed("fast", 10, 20), ParameterKind.PREPARE),
                        new Parameter(Axes.listed("threads", 4), ParameterKind.EXECUTION),
                        new Parameter(Axes.listed("slow", 30, 40), ParameterKind.PREPARE)),
                Constraint.NONE,
                "");
        assertThat(space.slowestFirst()).containsExactly(1, 3, 0, 2);
        assertThat(space.describe(1)).isEqualTo("cost=2 fast=10 threads=4 slow=30");
        assertThat(space.describe(4)).isEqualTo("cost=1 fast=20 threads=4 slow=30");
    }

    @Test
    void batches_cover_every_point_once_in_order_from_any_point_on_and_never_exceed_their_size() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Axis a = Axes.stepped("a", 0, random.nextInt(12), 1);
            Axis b = Axes.stepped("b", 0, random.nextInt(400), 1);
            int modulus = 1 + random.nextInt(3);
            Space space = Space.of(
                    List.of(a, b), v -> (v[0] == 0 && v[1] == 0) || (v[0] * v[1]) % modulus == modulus - 1, "some");
            int size = 1 + random.nextInt(50);
            long from = seed % 2 == 0 ? 0 : random.nextLong(space.size() + 1);
            SweepPlan plan = SweepPlan.withBatchSize(space, size).from(from);
            long next = from;
            for (long number = 0; number < plan.batches(); number++) {
                Batch batch = plan.batch(number);
                assertThat(batch.first()).as("seed %d", seed).isEqualTo(next);
                assertThat(batch.count()).as("seed %d", seed).isBetween(1, size);
                assertThat(batch.values()).as("seed %d", seed).startsWith(space.point(next));
                next += batch.count();
            }
            assertThat(next).as("seed %d", seed).isEqualTo(space.size()).isEqualTo(from + plan.points());
        }
    }

    @Test
    void no_batch_crosses_a_value_of_the_slowest_axis_that_holds_several_batches() {
        Space space = Space.of(
                List.of(Axes.stepped("a", 0, 9, 1), Axes.stepped("b", 0, 99, 1)), v -> v[0] * 7 < v[1], "a * 7 < b");
        SweepPlan plan = SweepPlan.withBatchSize(space, 8);
        for (long number = 0; number < plan.batches(); number++) {
            Batch batch = plan.batch(number);
            assertThat(batch.values()[0]).isEqualTo(batch.values()[2 * (batch.count() - 1)]);
        }
    }

    @Test
    void the_size_of_a_batch_leaves_work_for_every_thread() {
        assertThat(BatchSize.choose(1, 8)).isEqualTo(1);
        assertThat(BatchSize.choose(100, 2)).isEqualTo(4);
        assertThat(BatchSize.choose(6_000, 2)).isEqualTo(184);
        assertThat(BatchSize.choose(1_000_000, 2)).isEqualTo(4096);
        assertThat(BatchSize.choose(1_000_000_000_000_000_000L, 64)).isEqualTo(4096);
    }

    @Test
    void a_batch_of_no_points_is_refused() {
        Space space = Space.of(List.of(Axes.listed("a", 1)));
        assertThatThrownBy(() -> SweepPlan.withBatchSize(space, 0))
                .isInstanceOf(UserError.class)
                .hasMessage("batch 0 is below 1; give the points of a batch, or leave it out");
    }
}
