package dev.winnow.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.plan.CostModel;
import dev.winnow.engine.plan.MemoryEstimate;
import dev.winnow.engine.plan.SweepPlan;
import dev.winnow.engine.space.Constraint;
import dev.winnow.engine.space.Space;
import dev.winnow.engine.workload.Footprint;
import dev.winnow.engine.workload.Oracle;
import org.junit.jupiter.api.Test;

/** What is said of a sweep before it runs. */
final class BeforeTheRunTest {
    private final Quadratic workload = new Quadratic(40, 50);
    private final Space space = SweepPlan.order(workload.parameters(), Constraint.NONE, "");

    @Test
    void a_probe_times_some_points_and_opens_one_session() {
        Probe probe = Probe.of(workload, SweepPlan.of(space, 2));
        assertThat(probe.points()).isBetween(72L, space.size() / 5 + 64);
        assertThat(probe.model().nanos((double) space.size(), 10)).isPositive();
        assertThat(probe.model().bytes((double) space.size(), 10)).isPositive();
        assertThat(workload.open).hasValue(0);
    }

    @Test
    void a_probe_of_one_point_is_no_trouble() {
        Quadratic one = new Quadratic(1, 1);
        Probe probe = Probe.of(one, SweepPlan.of(SweepPlan.order(one.parameters(), Constraint.NONE, ""), 2));
        assertThat(probe.points()).isEqualTo(2);
    }

    @Test
    void what_is_done_once_is_not_foretold_for_every_point() {
        CostModel model = new CostModel();
        model.timed(10, 1_000);
        Probe probe = new Probe(model, 1_000, 1, 7_000_000, 10, 8_000_000);
        assertThat(probe.foretold(1)).isEqualTo(7_000_000 + 100_000);
        assertThat(probe.foretold(2)).isEqualTo(7_000_000 + 50_000);
    }

    @Test
    void the_memory_of_a_sweep_is_the_sum_of_its_parts() {
        Footprint footprint = new Footprint(7, 1_000, 200, 30, 4);
        MemoryEstimate memory = MemoryEstimate.of(footprint, 3, 2, 5, 100, 10);
        assertThat(memory).isEqualTo(new MemoryEstimate(200, 1_000, 90, 100 * (2 * 7 * 8 + 4), 10 * (64 + 5 * 8)));
        assertThat(memory.total()).isEqualTo(200 + 1_000 + 90 + 11_600 + 1_040);
        assertThat(MemoryEstimate.of(footprint, 1, 2, 5, Long.MAX_VALUE, Long.MAX_VALUE)
                        .total())
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void fewer_threads_smaller_batches_and_a_shorter_list_take_less() {
        long usual = new SweepExecutor(4)
                .estimate(workload, SweepPlan.withBatchSize(space, 64), 100)
                .total();
        assertThat(new SweepExecutor(2)
                        .estimate(workload, SweepPlan.withBatchSize(space, 64), 100)
                        .total())
                .isLessThan(usual);
        assertThat(new SweepExecutor(4)
                        .estimate(workload, SweepPlan.withBatchSize(space, 8), 100)
                        .total())
                .isLessThan(usual);
        assertThat(new SweepExecutor(4)
                        .estimate(workload, SweepPlan.withBatchSize(space, 64), 10)
                        .total())
                .isLessThan(usual);
    }

    @Test
    void a_session_is_compared_with_its_oracle_on_points_from_all_over_the_space() {
        SweepPlan plan = SweepPlan.of(space, 2);
        OracleCheck right = OracleCheck.of(workload, point -> Quadratic.plain(point[0], point[1]), plan, 100);
        assertThat(right.worst()).isZero();
        assertThat(right.compared()).isBetween(90, 100);
        Oracle offAtOnePoint = point -> {
            double[] metrics = Quadratic.plain(point[0], point[1]);
            metrics[0] *= point[0] == 20 && point[1] == 30 ? 1.5 : 1;
            return metrics;
        };
        OracleCheck wrong = OracleCheck.of(workload, offAtOnePoint, plan, (int) space.size());
        assertThat(wrong.worst()).isGreaterThan(0.1);
        assertThat(space.describe(wrong.worstPoint())).isEqualTo("shift=20 base=30");
        assertThat(OracleCheck.of(workload, point -> new double[] {Double.NaN, 0}, plan, 5)
                        .worst())
                .isInfinite();
    }
}
