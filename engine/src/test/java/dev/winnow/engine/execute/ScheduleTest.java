package dev.winnow.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.plan.Cut;
import dev.winnow.engine.plan.Cutter;
import dev.winnow.engine.plan.SweepPlan;
import dev.winnow.engine.space.Axes;
import dev.winnow.engine.space.Space;
import dev.winnow.engine.workload.PointCost;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class ScheduleTest {
    /** One of 50 values makes a point a hundred times dearer; {@code at} says which. */
    private static PointCost skewed(int at) {
        return values -> values[0] == at ? 100 : 1;
    }

    @Test
    void the_last_worker_is_done_within_a_tenth_of_the_lower_bound_however_skewed_the_costs() {
        for (int workers : new int[] {1, 2, 4, 16}) {
            for (int dear : new int[] {0, 25, 49}) {
                for (int inner : new int[] {4, 40, 4_000}) {
                    Space space = Space.of(List.of(Axes.stepped("a", 0, 49, 1), Axes.stepped("b", 0, inner - 1, 1)));
                    SweepPlan plan = SweepPlan.of(space, workers);
                    double total = inner * (49 + 100.0);
                    double bound = Math.max(total / workers, 100);
                    assertThat(makespan(plan, skewed(dear), workers))
                            .as("%d workers, dear %d of 50, %d points each", workers, dear, inner)
                            .isLessThanOrEqualTo(bound * 1.1);
                }
            }
        }
    }

    /** When the last of the workers is done, each taking what the schedule gives it at its own time; costs are counted. */
    private static double makespan(SweepPlan plan, PointCost cost, int workers) {
        Schedule schedule = new Schedule(new Cutter(plan, cost), workers, true, plan.batchSize());
        double[] busyUntil = new double[workers];
        Task[] doing = new Task[workers];
        TreeSet<Long> done = new TreeSet<>();
        long written = 0;
        double now = 0;
        while (!schedule.exhausted() || Arrays.stream(doing).anyMatch(Objects::nonNull)) {
            for (int w = 0; w < workers; w++) {
                if (doing[w] == null) {
                    doing[w] = schedule.take(w);
                    busyUntil[w] = doing[w] == null
                            ? Double.POSITIVE_INFINITY
                            : now + doing[w].cut().cost();
                }
            }
            now = Arrays.stream(busyUntil).min().orElseThrow();
            for (int w = 0; w < workers; w++) {
                if (busyUntil[w] == now) {
                    done.add(doing[w].number());
                    doing[w] = null;
                }
            }
            for (; done.remove(written); written++) {
                schedule.written();
            }
        }
        return now;
    }

    @Test
    void no_more_is_cut_ahead_than_the_window() {
        for (PointCost cost : List.of(PointCost.UNIFORM, skewed(3))) {
            Space space = Space.of(List.of(Axes.stepped("a", 0, 49, 1), Axes.stepped("b", 0, 999, 1)));
            Cutter cutter = new Cutter(SweepPlan.withBatchSize(space, 10), cost);
            Schedule schedule = new Schedule(cutter, 2, false, 10);
            int taken = 0;
            while (schedule.take(taken % 2) != null) {
                taken++;
            }
            assertThat(taken).isEqualTo(schedule.window());
            assertThat(schedule.exhausted()).isFalse();
            schedule.written();
            assertThat(schedule.take(0)).isNotNull();
            assertThat(schedule.take(1)).isNull();
        }
    }

    @Test
    void a_worker_keeps_to_its_stretch_and_steals_when_there_is_no_other() {
        Space space = Space.of(List.of(Axes.stepped("a", 0, 1, 1), Axes.stepped("b", 0, 5, 1)));
        Schedule schedule = new Schedule(new Cutter(SweepPlan.withBatchSize(space, 1), PointCost.UNIFORM), 2, false, 1);
        assertThat(List.of(first(schedule, 0), first(schedule, 1), first(schedule, 0), first(schedule, 1)))
                .containsExactly(0L, 6L, 1L, 7L);
        assertThat(List.of(first(schedule, 0), first(schedule, 0), first(schedule, 0), first(schedule, 0)))
                .containsExactly(2L, 3L, 4L, 5L);
        assertThat(first(schedule, 0)).as("stolen").isEqualTo(8);
        assertThat(first(schedule, 1)).isEqualTo(9);
    }

    private static long first(Schedule schedule, int worker) {
        return schedule.take(worker).cut().first();
    }

    @Test
    void the_dearest_batch_goes_first() {
        Space space = Space.of(List.of(Axes.stepped("a", 0, 49, 1)));
        Schedule schedule = new Schedule(new Cutter(SweepPlan.withBatchSize(space, 1), skewed(30)), 2, false, 1);
        assertThat(schedule.take(0).cut()).isEqualTo(new Cut(30, 1, 100, Cut.NO_BLOCK));
        assertThat(schedule.take(0).cut().first()).isZero();
    }

    @Test
    void the_first_batches_of_each_worker_are_small_and_double() {
        Space space = Space.of(List.of(Axes.stepped("a", 0, 999_999, 1)));
        SweepPlan plan = SweepPlan.of(space, 2);
        Schedule schedule = new Schedule(new Cutter(plan, PointCost.UNIFORM), 2, true, 2_000);
        List<Integer> counts = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            counts.add(schedule.take(i % 2).cut().count());
        }
        assertThat(counts).containsExactly(64, 64, 128, 128, 256, 256, 512, 512, 1024, 1024, 2000, 2000, 2000, 2000);
    }

    @Test
    void batches_shrink_towards_the_end_and_after_one_was_too_large() {
        Space space = Space.of(List.of(Axes.stepped("a", 0, 9_999, 1)));
        SweepPlan plan = SweepPlan.of(space, 2);
        Schedule schedule = new Schedule(new Cutter(plan, PointCost.UNIFORM), 2, true, 1_000);
        int last = 0;
        for (Task task = schedule.take(0); task != null; task = schedule.take(0)) {
            schedule.written();
            last = task.cut().count();
        }
        assertThat(last).isLessThanOrEqualTo(250);
        Schedule halved = new Schedule(new Cutter(plan, PointCost.UNIFORM), 2, false, 100);
        halved.tooLarge(100);
        halved.resize(400);
        assertThat(halved.take(0).cut().count()).isEqualTo(50);
    }
}
