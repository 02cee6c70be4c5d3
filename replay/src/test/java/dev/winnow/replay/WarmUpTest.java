package dev.winnow.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;
import dev.winnow.engine.workload.Session;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class WarmUpTest {
    /** Writes its mark to every row after so much work. */
    private static Session session(double mark, int work, AtomicInteger open) {
        open.incrementAndGet();
        return new Session() {
            @Override
            public void evaluate(Batch batch, Outcome out) {
                double sum = 0;
                for (int i = 0; i < work; i++) {
                    sum += Math.sqrt(i);
                }
                for (int i = 0; i < batch.count(); i++) {
                    out.values()[i] = sum < 0 ? 0 : mark;
                }
            }

            @Override
            public void close() {
                open.decrementAndGet();
            }
        };
    }

    private static double evaluate(Session session, int points) {
        Outcome out = new Outcome(points, 1);
        session.evaluate(new Batch(0, points, 2, new double[2 * points]), out);
        return out.values()[points - 1];
    }

    @Test
    @Timeout(60)
    void a_session_begins_plainly_and_turns_when_the_other_kernels_are_the_faster() {
        AtomicInteger open = new AtomicInteger();
        WarmUp warmUp = new WarmUp(() -> session(1, 1_000_000, open), () -> session(2, 1, open), 1);
        Session session = warmUp.open();
        assertThat(evaluate(session, 3)).isEqualTo(1);
        while (!warmUp.done()) {
            assertThat(evaluate(session, 40)).isIn(1.0, 2.0);
        }
        assertThat(evaluate(session, 5)).isEqualTo(2);
        session.close();
        while (open.get() > 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    @Timeout(60)
    void a_warm_up_that_never_pays_ends_with_the_last_session() {
        AtomicInteger open = new AtomicInteger();
        WarmUp warmUp = new WarmUp(() -> session(1, 1, open), () -> session(2, 100_000, open), 1);
        Session first = warmUp.open();
        Session second = warmUp.open();
        assertThat(evaluate(first, 100)).isEqualTo(1);
        while (open.get() < 4) {
            Thread.onSpinWait();
        }
        first.close();
        assertThat(evaluate(second, 100)).isEqualTo(1);
        second.close();
        while (open.get() > 0) {
            Thread.onSpinWait();
        }
        assertThat(warmUp.done()).isFalse();
    }
}
