package dev.winnow.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class CostModelTest {
    @Test
    void a_cost_for_each_batch_and_one_for_each_unit_are_told_apart() {
        CostModel model = new CostModel();
        for (int cost = 10; cost <= 400; cost += 10) {
            model.timed(cost, 7_000 + 30L * cost);
            model.allocated(cost, 512 + 16L * cost);
        }
        assertThat(model.nanos(1_000_000, 250)).isCloseTo(250 * 7_000 + 30e6, within(1.0));
        assertThat(model.bytes(1_000_000, 250)).isCloseTo(250 * 512 + 16e6, within(1.0));
    }

    @Test
    void batches_of_one_size_give_the_ratio() {
        CostModel model = new CostModel();
        model.timed(50, 900);
        model.timed(50, 1_100);
        assertThat(model.nanos(5_000, 1)).isEqualTo(100_000);
    }

    @Test
    void a_line_that_makes_no_sense_is_not_used() {
        CostModel model = new CostModel();
        for (int i = 1; i <= 40; i++) {
            model.timed(10 * i, 50 - i); // dearer batches take less
            model.allocated(i, 10L * i * i); // a value at 0 below 0
        }
        assertThat(model.nanos(8_200, 10)).isEqualTo(1_180);
        assertThat(model.bytes(820, 1)).isEqualTo(221_400);
    }

    @Test
    void nothing_learnt_is_nothing_known() {
        assertThat(new CostModel().nanos(1, 1)).isNaN();
    }
}
