package dev.winnow.engine.execute;

import dev.winnow.engine.UserError;
import dev.winnow.engine.plan.Cut;
import dev.winnow.engine.plan.SweepPlan;
import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;
import dev.winnow.engine.workload.Session;
import dev.winnow.engine.workload.Workload;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One worker's way to outcomes: a session, replaced after a failure that may pass, and batches halved as long as they
 * do not fit into memory. What fails for good although it may be tried again, and a single point that does not fit,
 * become failed points; a bug is thrown.
 */
final class Evaluator implements AutoCloseable {
    private final Workload workload;
    private final SweepPlan plan;
    private final ResultSink.Preparer preparer;
    private final int metrics;

    /** Hears how many points were too many for the memory. */
    private final IntConsumer tooLarge;

    private @Nullable Session session;

    Evaluator(Workload workload, SweepPlan plan, ResultSink.Preparer preparer, IntConsumer tooLarge) {
        this.workload = workload;
        this.plan = plan;
        this.preparer = preparer;
        this.metrics = workload.metrics().size();
        this.tooLarge = tooLarge;
    }

    /** @throws BatchException when evaluating throws what is worth no second try */
    Exchange.Delivery evaluate(Cut cut) {
        Batch batch = plan.batch(cut.first(), cut.count());
        Outcome outcome = evaluate(batch);
        return new Exchange.Delivery(batch, outcome, preparer.prepare(batch, outcome));
    }

    private Outcome evaluate(Batch batch) {
        for (int attempt = 1; ; attempt++) {
            try {
                Outcome outcome = new Outcome(batch.count(), metrics);
                session().evaluate(batch, outcome);
                return outcome;
            } catch (UserError error) {
                throw error;
            } catch (OutOfMemoryError full) {
                close();
                tooLarge.accept(batch.count());
                return batch.count() == 1 ? failed(batch, full) : halved(batch);
            } catch (Throwable thrown) {
                if (!Retry.worthwhile(thrown)) {
                    throw new BatchException(batch, thrown);
                }
                close();
                if (attempt == Retry.ATTEMPTS) {
                    return failed(batch, thrown);
                }
            }
            Retry.pause(attempt);
        }
    }

    private Outcome halved(Batch batch) {
        int half = batch.count() / 2;
        Outcome whole = new Outcome(batch.count(), metrics);
        whole.copy(evaluate(plan.batch(batch.first(), half)), 0);
        whole.copy(evaluate(plan.batch(batch.first() + half, batch.count() - half)), half);
        return whole;
    }

    private Outcome failed(Batch batch, Throwable cause) {
        Outcome outcome = new Outcome(batch.count(), metrics);
        String line = String.valueOf(cause).lines().findFirst().orElse("");
        for (int i = 0; i < batch.count(); i++) {
            outcome.fail(i, line);
        }
        return outcome;
    }

    private Session session() {
        Session open = session;
        if (open == null) {
            open = workload.open();
            session = open;
        }
        return open;
    }

    @Override
    public void close() {
        Session open = session;
        session = null;
        if (open != null) {
            open.close();
        }
    }
}
