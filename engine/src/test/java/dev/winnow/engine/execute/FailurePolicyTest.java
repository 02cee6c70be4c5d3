package dev.winnow.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.engine.plan.SweepPlan;
import dev.winnow.engine.space.Constraint;
import dev.winnow.engine.space.Space;
import dev.winnow.engine.workload.Outcome;
import dev.winnow.engine.workload.TransientFailure;
import dev.winnow.engine.workload.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class FailurePolicyTest {
    private static final int POINTS = 400;

    private static Execution run(FailurePolicy failures, Evaluation evaluation, ResultSink sink) {
        Workload workload = new TestWorkload(evaluation);
        Space space = SweepPlan.order(workload.parameters(), Constraint.NONE, "");
        return new SweepExecutor(ThreadRange.fixed(2), Long.MAX_VALUE, failures)
                .run(workload, SweepPlan.withBatchSize(space, 16), sink);
    }

    private static Execution run(FailurePolicy failures, Evaluation evaluation) {
        return run(failures, evaluation, (batch, outcome) -> {});
    }

    @Test
    void a_run_stops_once_more_points_have_failed_than_allowed() {
        Evaluation everyFourth = (batch, out) -> {
            for (int i = 0; i < batch.count(); i += 4) {
                out.fail(i, "no " + (batch.first() + i));
            }
        };
        assertThat(run(FailurePolicy.atMost(100), everyFourth).stopped()).isEmpty();
        Execution stopped = run(FailurePolicy.atMost(10), everyFourth);
        assertThat(stopped.stopped()).isEqualTo("more than 10 points failed");
        assertThat(stopped.evaluated()).isBetween(44L, (long) POINTS - 1);
        assertThat(run(FailurePolicy.atMostShare(0.25), everyFourth).stopped()).isEmpty();
        assertThat(run(FailurePolicy.atMostShare(0.125), everyFourth).stopped())
                .isEqualTo("52 points failed, more than 12.5 % of 400");
    }

    @Test
    void a_run_stops_when_all_of_the_first_points_fail_in_ways_that_differ_in_numbers_alone() {
        Execution alike = run(FailurePolicy.PATIENT, (batch, out) -> {
            for (int i = 0; i < batch.count(); i++) {
                out.fail(i, "window " + (batch.first() + i + 0.5) + " is no whole number");
            }
        });
        assertThat(alike.stopped()).isEqualTo("the first 112 points all failed in the same way");
        assertThat(alike.evaluated()).isBetween(112L, (long) POINTS - 1);
        Execution different = run(FailurePolicy.PATIENT, (batch, out) -> {
            for (int i = 0; i < batch.count(); i++) {
                out.fail(i, batch.first() + i == 50 ? "something else" : "window " + i);
            }
        });
        assertThat(different.stopped()).isEmpty();
        assertThat(different.failed()).isEqualTo(POINTS);
    }

    @Test
    void a_run_that_goes_on_in_the_midst_of_failures_does_not_take_them_for_its_first() {
        TestWorkload workload = new TestWorkload((batch, out) -> {
            for (int i = 0; i < batch.count(); i++) {
                out.fail(i, "always");
            }
        });
        Space space = SweepPlan.order(workload.parameters(), Constraint.NONE, "");
        Execution execution = new SweepExecutor(2)
                .run(workload, SweepPlan.withBatchSize(space, 16).from(32), (batch, out) -> {});
        assertThat(execution.stopped()).isEmpty();
        assertThat(execution.failed()).isEqualTo(POINTS - 32);
    }

    @Test
    void what_may_pass_is_tried_again_with_a_new_session() {
        for (RuntimeException passing : List.of(
                new TransientFailure("device busy", new IOException("busy")),
                new UncheckedIOException(new IOException("connection reset")))) {
            AtomicInteger tries = new AtomicInteger();
            TestWorkload workload = new TestWorkload((batch, out) -> {
                if (batch.first() == 32 && tries.incrementAndGet() < Retry.ATTEMPTS) {
                    throw passing;
                }
            });
            Space space = SweepPlan.order(workload.parameters(), Constraint.NONE, "");
            Execution execution =
                    new SweepExecutor(1).run(workload, SweepPlan.withBatchSize(space, 16), (batch, out) -> {});
            assertThat(execution.failed()).isZero();
            assertThat(tries).hasValue(Retry.ATTEMPTS);
            assertThat(workload.opened).hasValue(Retry.ATTEMPTS);
        }
    }

    @Test
    void what_does_not_pass_becomes_failed_points_and_the_others_go_on() {
        List<String> causes = new ArrayList<>();
        Execution execution = run(
                FailurePolicy.PATIENT,
                (batch, out) -> {
                    if (batch.first() == 32) {
                        throw new UncheckedIOException(new IOException("connection refused"));
                    }
                },
                (batch, out) -> causes.addAll(out.failures().values()));
        assertThat(execution.evaluated()).isEqualTo(POINTS);
        assertThat(causes)
                .hasSize(16)
                .allMatch("java.io.UncheckedIOException: java.io.IOException: connection refused"::equals);
    }

    @Test
    void a_missing_file_is_not_asked_for_twice() {
        AtomicInteger tries = new AtomicInteger();
        assertThatThrownBy(() -> run(FailurePolicy.PATIENT, (batch, out) -> {
                    if (batch.first() == 32) {
                        tries.incrementAndGet();
                        throw new UncheckedIOException(new NoSuchFileException("mesh.bin"));
                    }
                }))
                .isInstanceOf(BatchException.class);
        assertThat(tries).hasValue(1);
    }

    @Test
    void a_batch_too_large_for_the_memory_is_halved_and_those_after_it_are_smaller() {
        List<Double> values = new ArrayList<>();
        AtomicInteger largest = new AtomicInteger();
        Execution execution = run(
                FailurePolicy.PATIENT,
                (batch, out) -> {
                    if (batch.count() > 5) {
                        throw new OutOfMemoryError("Java heap space");
                    }
                    largest.accumulateAndGet(batch.count(), Math::max);
                    fillWithIndex(batch.first(), out);
                },
                (batch, out) -> {
                    for (int i = 0; i < batch.count(); i++) {
                        values.add(out.value(i, 0));
                    }
                });
        assertThat(execution.evaluated()).isEqualTo(POINTS);
        assertThat(execution.failed()).isZero();
        assertThat(largest).hasValue(4);
        for (int i = 0; i < POINTS; i++) {
            assertThat(values.get(i)).isEqualTo(i);
        }
    }

    @Test
    void a_point_too_large_for_the_memory_fails_alone() {
        List<Long> failed = new ArrayList<>();
        Execution execution = run(
                FailurePolicy.PATIENT,
                (batch, out) -> {
                    if (batch.first() <= 77 && 77 < batch.first() + batch.count()) {
                        throw new OutOfMemoryError("Java heap space");
                    }
                    fillWithIndex(batch.first(), out);
                },
                (batch, out) -> out.failures().forEach((i, cause) -> {
                    failed.add(batch.first() + i);
                    assertThat(cause).isEqualTo("java.lang.OutOfMemoryError: Java heap space");
                }));
        assertThat(failed).containsExactly(77L);
        assertThat(execution.evaluated()).isEqualTo(POINTS);
    }

    private static void fillWithIndex(long first, Outcome out) {
        int metrics = out.metrics();
        for (int i = 0; i < out.values().length; i++) {
            out.values()[i] = first + i / metrics;
        }
    }
}
