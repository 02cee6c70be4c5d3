package dev.winnow.engine.execute;

import dev.winnow.engine.UserError;
import dev.winnow.engine.plan.SweepPlan;
import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;
import dev.winnow.engine.workload.Session;
import dev.winnow.engine.workload.Workload;

/** One thread's work: take a batch's number, evaluate it, hand the outcome over. */
final class Worker implements Runnable {
    private final Workload workload;
    private final SweepPlan plan;
    private final Exchange exchange;

    Worker(Workload workload, SweepPlan plan, Exchange exchange) {
        this.workload = workload;
        this.plan = plan;
        this.exchange = exchange;
    }

    @Override
    @SuppressWarnings("CatchingUnchecked")
    public void run() {
        int metrics = workload.metrics().size();
        try (Session session = workload.open()) {
            for (long number = exchange.claim(); number >= 0; number = exchange.claim()) {
                Batch batch = plan.batch(number);
                Outcome outcome = new Outcome(batch.count(), metrics);
                evaluate(session, batch, outcome);
                exchange.deliver(number, new Exchange.Delivery(batch, outcome));
            }
        } catch (Throwable thrown) {
            exchange.fail(thrown);
        }
    }

    private static void evaluate(Session session, Batch batch, Outcome outcome) {
        try {
            session.evaluate(batch, outcome);
        } catch (UserError error) {
            throw error;
        } catch (Throwable bug) {
            throw new BatchException(batch, bug);
        }
    }
}
