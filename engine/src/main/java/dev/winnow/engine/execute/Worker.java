package dev.winnow.engine.execute;

import dev.winnow.engine.plan.SweepPlan;
import dev.winnow.engine.workload.Workload;

/** One thread's work: take a batch, evaluate it, hand the outcome over. */
final class Worker implements Runnable {
    private final int number;
    private final Workload workload;
    private final SweepPlan plan;
    private final Exchange exchange;
    private final AllocationMeter meter;

    Worker(int number, Workload workload, SweepPlan plan, Exchange exchange, AllocationMeter meter) {
        this.number = number;
        this.workload = workload;
        this.plan = plan;
        this.exchange = exchange;
        this.meter = meter;
    }

    @Override
    @SuppressWarnings("CatchingUnchecked")
    public void run() {
        try (Evaluator evaluator = new Evaluator(workload, plan, exchange::tooLarge)) {
            for (Task task = exchange.claim(number); task != null; task = exchange.claim(number)) {
                long began = System.nanoTime();
                long allocated = meter.bytes();
                Exchange.Delivery delivery = evaluator.evaluate(task.cut());
                Effort effort = new Effort(System.nanoTime() - began, meter.since(allocated));
                exchange.deliver(task, delivery, effort);
            }
        } catch (Throwable thrown) {
            exchange.fail(thrown);
        }
    }
}
