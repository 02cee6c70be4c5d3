package dev.winnow.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.winnow.engine.UserError;
import dev.winnow.engine.space.Axes;
import dev.winnow.engine.space.Axis;
import dev.winnow.engine.space.Constraint;
import dev.winnow.engine.space.Space;
import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Parameter;
import dev.winnow.engine.workload.ParameterKind;
import dev.winnow.engine.workload.PointCost;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
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
            Cutter cutter = new Cutter(plan, random.nextBoolean() ? PointCost.UNIFORM : v -> 1 + 99 * (v[0] % 2));
            long next = from;
            while (cutter.left() > 0) {
                Cut cut = cutter.next(size);
                Batch batch = plan.batch(cut.first(), cut.count());
                assertThat(batch.first()).as("seed %d", seed).isEqualTo(next);
                assertThat(batch.count()).as("seed %d", seed).isBetween(1, size);
                assertThat(batch.values()).as("seed %d", seed).startsWith(space.point(next));
                next += batch.count();
            }
            assertThat(next).as("seed %d", seed).isEqualTo(space.size()).isEqualTo(from + plan.points());
        }
    }

    @Test
    void no_batch_crosses_the_end_of_a_stretch_of_equal_slow_values_that_holds_several_batches() {
        Space space = Space.of(
                List.of(Axes.stepped("a", 0, 9, 1), Axes.stepped("b", 0, 3, 1), Axes.stepped("c", 0, 99, 1)),
                v -> v[0] * 7 < v[2],
                "a * 7 < c");
        for (int size : new int[] {4, 8, 30}) {
            int slow = size == 30 ? 1 : 2; // a stretch of equal a and b is too short for batches of 30
            SweepPlan plan = SweepPlan.withBatchSize(space, size);
            Cutter cutter = new Cutter(plan, PointCost.UNIFORM);
            while (cutter.left() > 0) {
                Cut cut = cutter.next(size);
                double[] values = plan.batch(cut.first(), cut.count()).values();
                int last = 3 * (cut.count() - 1);
                assertThat(Arrays.copyOfRange(values, last, last + slow)).isEqualTo(Arrays.copyOf(values, slow));
            }
        }
    }

    @Test
    void a_batch_that_holds_a_frame_ends_with_one_and_never_holds_more_than_asked() {
        Space space = Space.of(List.of(Axes.stepped("a", 0, 9, 1), Axes.stepped("b", 0, 49_999, 1)));
        for (int size : new int[] {4095, 4096, 5000, 12_288, 20_000}) {
            SweepPlan plan = SweepPlan.withBatchSize(space, size).from(777);
            Cutter cutter = new Cutter(plan, PointCost.UNIFORM);
            while (cutter.left() > 0) {
                Cut cut = cutter.next(size);
                long end = cut.first() + cut.count();
                assertThat(cut.count()).as("size %d", size).isBetween(1, size);
                assertThat(end % BatchSize.FRAME == 0 || end == cut.block() || cut.count() < BatchSize.FRAME)
                        .as("size %d, end %d", size, end)
                        .isTrue();
            }
        }
    }

    @Test
    void a_batch_of_dear_points_is_smaller() {
        Space space = Space.of(List.of(Axes.listed("dear", 0, 1), Axes.stepped("b", 0, 9_999, 1)));
        SweepPlan plan = SweepPlan.withBatchSize(space, 100);
        Cutter cutter = new Cutter(plan, v -> v[0] == 1 ? 99 : 1);
        assertThat(cutter.totalCost()).isEqualTo(1_000_000);
        Cut cheap = cutter.next(100);
        while (cutter.left() > 10_000) {
            cutter.next(100);
        }
        Cut dear = cutter.next(100);
        assertThat(cheap).isEqualTo(new Cut(0, 100, 100, 10_000));
        assertThat(dear).isEqualTo(new Cut(10_000, 50, 4_950, 20_000));
    }

    @Test
    void a_billion_points_are_planned_and_cut_anywhere_in_little_memory() {
        int n = 1_000;
        Space space = Space.of(
                List.of(Axes.stepped("fast", 1, n, 1), Axes.stepped("slow", 1, n, 1), Axes.stepped("fee", 0, n - 1, 1)),
                new Constraint() {
                    @Override
                    public boolean allows(double[] v) {
                        return v[0] < v[1];
                    }

                    @Override
                    public boolean reads(int axis) {
                        return axis < 2;
                    }
                },
                "fast < slow");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        SweepPlan plan = SweepPlan.of(space, 4);
        assertThat(space.gridSize()).isEqualTo(1_000_000_000);
        assertThat(plan.points()).isEqualTo(n * (n - 1L) / 2 * n);
        Cutter cutter = new Cutter(plan, PointCost.UNIFORM);
        long cuts = 0;
        long covered = 0;
        while (cutter.left() > 0) {
            covered += cutter.next(plan.batchSize()).count();
            cuts++;
        }
        assertThat(covered).isEqualTo(plan.points());
        assertThat(cuts).isBetween(plan.points() / plan.batchSize(), plan.points() / plan.batchSize() * 5 / 4);
        assertThat(plan.batch(plan.points() - 1, 1).values()).containsExactly(n - 1, n, n - 1);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(100_000_000);
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
    void batches_in_memory_take_four_fifths_of_what_is_free() {
        assertThat(BatchSize.fitting(1_000_000, 100, 8)).isEqualTo(1_000);
        assertThat(BatchSize.fitting(1_000_000_000_000L, 8, 8)).isEqualTo(BatchSize.MAX);
        assertThat(BatchSize.fitting(0, 8, 8)).isEqualTo(1);
    }

    @Test
    void a_batch_of_no_points_is_refused() {
        Space space = Space.of(List.of(Axes.listed("a", 1)));
        assertThatThrownBy(() -> SweepPlan.withBatchSize(space, 0))
                .isInstanceOf(UserError.class)
                .hasMessage("batch 0 is below 1; give the points of a batch, or leave it out");
    }
}
