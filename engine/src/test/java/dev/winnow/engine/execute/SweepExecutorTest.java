package dev.winnow.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.engine.UserError;
import dev.winnow.engine.plan.Forecast;
import dev.winnow.engine.plan.SweepPlan;
import dev.winnow.engine.space.Constraint;
import dev.winnow.engine.space.Space;
import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;
import dev.winnow.engine.workload.Workload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class SweepExecutorTest {
    private static final Constraint SOME = values -> (values[0] + values[1]) % 7 != 0;

    @Test
    void results_equal_a_plain_loop_to_the_bit_at_any_threads_and_batch_size() {
        Quadratic workload = new Quadratic(23, 61);
        Space space = SweepPlan.order(workload.parameters(), SOME, "(shift + base) % 7 != 0");
        Recorder plain = plainLoop(space);
        for (int threads : new int[] {1, 2, 4}) {
            for (int batch : new int[] {1, 7, 64, 4096}) {
                Recorder swept = new Recorder();
                Execution execution =
                        new SweepExecutor(threads).run(workload, SweepPlan.withBatchSize(space, batch), swept);
                assertThat(swept).as("%d threads, batch %d", threads, batch).isEqualTo(plain);
                assertThat(execution.evaluated()).isEqualTo(space.size());
                assertThat(execution.failed()).isEqualTo(plain.failures.size());
                assertThat(execution.complete()).isTrue();
            }
            Recorder swept = new Recorder();
            new SweepExecutor(threads).run(workload, SweepPlan.of(space, threads), swept);
            assertThat(swept).isEqualTo(plain);
        }
        Recorder skewed = new Recorder();
        new SweepExecutor(ThreadRange.auto(), 1 << 20, FailurePolicy.PATIENT)
                .run(workload.costing(values -> values[0] == 5 ? 100 : 1), SweepPlan.of(space, 2), skewed);
        assertThat(skewed).isEqualTo(plain);
        assertThat(workload.open).hasValue(0);
    }

    @Test
    void the_dear_part_is_worked_out_once_a_value_on_one_thread() {
        Quadratic workload = new Quadratic(23, 61);
        Space space = SweepPlan.order(workload.parameters(), Constraint.NONE, "");
        new SweepExecutor(1).run(workload, SweepPlan.of(space, 1), new Recorder());
        assertThat(workload.prepared).hasValue(23);
    }

    @Test
    void outcomes_come_in_order_on_the_calling_thread() {
        Quadratic workload = new Quadratic(50, 50);
        Space space = SweepPlan.order(workload.parameters(), Constraint.NONE, "");
        AtomicLong next = new AtomicLong();
        Thread caller = Thread.currentThread();
        new SweepExecutor(4).run(workload, SweepPlan.withBatchSize(space, 3), (batch, outcome) -> {
            assertThat(Thread.currentThread()).isSameAs(caller);
            assertThat(batch.first()).isEqualTo(next.getAndAdd(batch.count()));
        });
        assertThat(next).hasValue(space.size());
    }

    @Test
    void batches_under_way_reach_their_bound_and_never_pass_it_when_the_sink_is_slow() {
        int threads = 2;
        int bound = Schedule.window(threads, 1, true);
        AtomicInteger evaluated = new AtomicInteger();
        AtomicInteger written = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Workload workload = new TestWorkload(
                (batch, out) -> most.accumulateAndGet(evaluated.incrementAndGet() - written.get(), Math::max));
        Space space = SweepPlan.order(workload.parameters(), Constraint.NONE, "");
        new SweepExecutor(threads).run(workload, SweepPlan.withBatchSize(space, 1), (batch, outcome) -> {
            int room = Math.min(bound, (int) space.size() - written.get()) - 1; // this one has left the queue
            while (evaluated.get() - written.get() < room) {
                Thread.onSpinWait(); // the sink is slower than all workers together
            }
            written.incrementAndGet();
        });
        assertThat(evaluated).hasValue((int) space.size());
        assertThat(most.get()).isBetween(bound - 1, bound + 1);
    }

    @Test
    void a_bug_stops_the_run_and_names_its_points() {
        Workload workload = new TestWorkload((batch, out) -> {
            if (batch.first() <= 40 && 40 < batch.first() + batch.count()) {
                throw new ArithmeticException("a bug");
            }
        });
        Space space = SweepPlan.order(workload.parameters(), Constraint.NONE, "");
        List<Long> delivered = new ArrayList<>();
        assertThatThrownBy(() -> new SweepExecutor(2)
                        .run(workload, SweepPlan.withBatchSize(space, 4), (batch, out) -> delivered.add(batch.first())))
                .isInstanceOf(BatchException.class)
                .hasMessage("evaluating points 40 to 43 failed: java.lang.ArithmeticException: a bug")
                .hasCauseInstanceOf(ArithmeticException.class);
        assertThat(delivered).allMatch(first -> first < 40);
    }

    @Test
    void a_mistake_of_the_user_met_by_a_session_stays_one() {
        Workload workload = new TestWorkload((batch, out) -> {
            throw new UserError("window 0 is below 1");
        });
        Space space = SweepPlan.order(workload.parameters(), Constraint.NONE, "");
        assertThatThrownBy(() -> new SweepExecutor(2).run(workload, SweepPlan.of(space, 2), new Recorder()))
                .isInstanceOf(UserError.class)
                .hasMessage("window 0 is below 1");
    }

    @Test
    void an_exception_of_the_sink_ends_the_run_and_its_workers() {
        Quadratic workload = new Quadratic(50, 50);
        Space space = SweepPlan.order(workload.parameters(), Constraint.NONE, "");
        assertThatThrownBy(() -> new SweepExecutor(3).run(workload, SweepPlan.withBatchSize(space, 5), (batch, out) -> {
                    throw new IllegalStateException("disk full");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("disk full");
        assertThat(workload.open).hasValue(0);
    }

    @Test
    void a_stop_delivers_what_was_begun_and_nothing_more() {
        AtomicInteger begun = new AtomicInteger();
        Workload workload = new TestWorkload((batch, out) -> begun.incrementAndGet());
        Space space = SweepPlan.order(workload.parameters(), Constraint.NONE, "");
        StopSignal stop = new StopSignal();
        AtomicInteger delivered = new AtomicInteger();
        Execution execution = new SweepExecutor(2)
                .run(
                        workload,
                        SweepPlan.withBatchSize(space, 1),
                        (batch, outcome) -> {
                            assertThat(batch.first()).isEqualTo(delivered.getAndIncrement());
                            if (batch.first() == 20) {
                                stop.request();
                            }
                        },
                        Progress.NONE,
                        stop);
        assertThat(execution.complete()).isFalse();
        assertThat(execution.stopped()).isEmpty();
        assertThat(execution.evaluated()).isEqualTo(delivered.get());
        assertThat(delivered.get()).isBetween(21, begun.get());
        assertThat(begun.get()).isLessThanOrEqualTo(21 + Schedule.window(2, 1, true));
    }

    @Test
    void an_interrupt_stops_as_a_signal_does_and_stays_set() {
        CountDownLatch evaluating = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        Workload workload = new TestWorkload((batch, out) -> {
            evaluating.countDown();
            caller.interrupt();
        });
        Space space = SweepPlan.order(workload.parameters(), Constraint.NONE, "");
        Execution execution = new SweepExecutor(1).run(workload, SweepPlan.withBatchSize(space, 1), (batch, out) -> {});
        assertThat(Thread.interrupted()).isTrue();
        assertThat(evaluating.getCount()).isZero();
        assertThat(execution.evaluated()).isPositive();
    }

    @Test
    void a_plan_from_a_point_on_is_the_rest_of_the_whole() {
        Quadratic workload = new Quadratic(23, 61).costing(values -> values[1] == 7 ? 100 : 1);
        Space space = SweepPlan.order(workload.parameters(), SOME, "(shift + base) % 7 != 0");
        Recorder whole = plainLoop(space);
        for (long first : new long[] {0, 1, 300, space.size() - 1, space.size()}) {
            Recorder rest = new Recorder();
            SweepPlan plan = SweepPlan.of(space, 2).from(first);
            Execution execution = new SweepExecutor(2).run(workload, plan, rest);
            assertThat(execution.evaluated()).isEqualTo(space.size() - first).isEqualTo(plan.points());
            assertThat(rest.rows).isEqualTo(whole.rows.subList((int) first, (int) space.size()));
        }
    }

    @Test
    void a_run_is_foretold_on_its_way() {
        Quadratic workload = new Quadratic(200, 200);
        Space space = SweepPlan.order(workload.parameters(), Constraint.NONE, "");
        Execution execution = new SweepExecutor(2).run(workload, SweepPlan.withBatchSize(space, 8), (batch, out) -> {});
        assertThat(execution.forecast().made()).isTrue();
        assertThat(execution.forecast().points()).isBetween(10_000L, 40_000L);
        assertThat(execution.forecast().nanos()).isPositive();
        assertThat(new Forecast(1, 150, Double.NaN).error(100)).isEqualTo(0.5);
    }

    @Test
    void progress_ends_with_the_whole() {
        Quadratic workload = new Quadratic(20, 20);
        Space space = SweepPlan.order(workload.parameters(), Constraint.NONE, "");
        List<Long> heard = new ArrayList<>();
        new SweepExecutor(2)
                .run(
                        workload,
                        SweepPlan.of(space, 2),
                        (batch, out) -> {},
                        (evaluated, points, failed, nanos) -> heard.addAll(List.of(evaluated, points, failed)),
                        new StopSignal());
        assertThat(heard.subList(heard.size() - 3, heard.size())).containsExactly(400L, 400L, 20L);
    }

    private static Recorder plainLoop(Space space) {
        Recorder plain = new Recorder();
        for (long index = 0; index < space.size(); index++) {
            double[] point = space.point(index);
            if (point[0] == point[1]) {
                plain.failures.put(index, "shift equals base " + (long) point[1]);
                plain.rows.add(bits(new double[] {Double.NaN, Double.NaN}));
            } else {
                plain.rows.add(bits(Quadratic.plain(point[0], point[1])));
            }
        }
        return plain;
    }

    private static List<Long> bits(double[] row) {
        return Arrays.stream(row).mapToObj(Double::doubleToLongBits).toList();
    }

    /** Everything a sink has heard, by point. */
    private static final class Recorder implements ResultSink {
        private final List<List<Long>> rows = new ArrayList<>();
        private final Map<Long, String> failures = new TreeMap<>();

        @Override
        public void accept(Batch batch, Outcome outcome) {
            for (int i = 0; i < batch.count(); i++) {
                int from = i * outcome.metrics();
                rows.add(bits(Arrays.copyOfRange(outcome.values(), from, from + outcome.metrics())));
            }
            outcome.failures().forEach((i, cause) -> failures.put(batch.first() + i, cause));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Recorder recorder
                    && rows.equals(recorder.rows)
                    && failures.equals(recorder.failures);
        }

        @Override
        public int hashCode() {
            return rows.hashCode();
        }
    }
}
