package dev.winnow.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.observe.ThreadMeter;
import dev.winnow.engine.observe.WorkerClock;
import dev.winnow.engine.plan.Cutter;
import dev.winnow.engine.plan.SweepPlan;
import dev.winnow.engine.space.Axes;
import dev.winnow.engine.space.Space;
import dev.winnow.engine.workload.Outcome;
import dev.winnow.engine.workload.PointCost;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class ExchangeTest {
    private final SweepPlan plan = SweepPlan.withBatchSize(Space.of(List.of(Axes.stepped("a", 0, 9_999, 1))), 10);

    private Exchange exchange(int workers, StopSignal stop) {
        Schedule schedule = new Schedule(new Cutter(plan, PointCost.UNIFORM), 2, false, 10);
        return new Exchange(schedule, workers, stop, new Gauge(plan.points(), plan.points()));
    }

    private static WorkerClock clock() {
        return new WorkerClock(new ThreadMeter());
    }

    private void deliver(Exchange exchange, Task task) {
        exchange.deliver(
                task,
                new Exchange.Delivery(
                        plan.batch(task.cut().first(), task.cut().count()),
                        new Outcome(task.cut().count(), 1),
                        () -> {}),
                new Effort(1_000, ThreadMeter.NOT_MEASURED));
    }

    @Test
    void a_worker_above_the_number_that_may_work_waits_until_more_may() throws Exception {
        Exchange exchange = exchange(1, new StopSignal());
        CompletableFuture<Task> second = CompletableFuture.supplyAsync(() -> exchange.claim(1, clock()));
        for (int i = 0; i < 3; i++) {
            assertThat(exchange.claim(0, clock()).number()).isEqualTo(i);
        }
        assertThat(second).isNotDone();
        exchange.adopt(20, 2);
        assertThat(second.get().number()).isEqualTo(3);
    }

    @Test
    void after_a_stop_what_follows_a_gap_is_not_delivered() throws InterruptedException {
        StopSignal stop = new StopSignal();
        Exchange exchange = exchange(2, stop);
        Task first = exchange.claim(0, clock());
        Task second = exchange.claim(1, clock());
        Task third = exchange.claim(0, clock());
        deliver(exchange, third);
        deliver(exchange, first);
        stop.request();
        assertThat(exchange.claim(0, clock())).isNull();
        assertThat(exchange.take(0).batch().first()).isZero();
        assertThat(exchange.finished()).as("the second is under way").isFalse();
        exchange.fail(new IllegalStateException("lost"));
        assertThat(exchange.finished()).isTrue();
        assertThat(second.number()).isEqualTo(1);
    }

    @Test
    void nothing_is_forgotten_when_outcomes_come_in_any_order() throws InterruptedException {
        Exchange exchange = exchange(2, new StopSignal());
        long written = 0;
        Task late = exchange.claim(0, clock());
        for (Task task = exchange.claim(1, clock()); task.number() < 15; task = exchange.claim(1, clock())) {
            deliver(exchange, task);
        }
        assertThat(exchange.take(0)).isNull();
        deliver(exchange, late);
        for (Exchange.Delivery next = exchange.take(0); next != null; next = exchange.take(0)) {
            assertThat(next.batch().first()).isEqualTo(10 * written++);
        }
        assertThat(written).isEqualTo(15);
        assertThat(exchange.reading().points()).isEqualTo(150);
    }
}
