package dev.winnow.engine.execute;

import dev.winnow.engine.observe.ThreadMeter;
import dev.winnow.engine.observe.WorkerClock;
import dev.winnow.engine.plan.SweepPlan;
import dev.winnow.engine.workload.Workload;

/** One thread's work: take a batch, evaluate it, prepare it for the sink, hand it over. */
final class Worker implements Runnable {
    private final int number;
    private final Workload workload;
    private final SweepPlan plan;
    private final ResultSink.Preparer preparer;
    private final Exchange exchange;
    private final ThreadMeter meter;
    private final WorkerClock clock;

    Worker(
            int number,
            Workload workload,
            SweepPlan plan,
            ResultSink.Preparer preparer,
            Exchange exchange,
            ThreadMeter meter) {
        this.number = number;
        this.workload = workload;
        this.plan = plan;
        this.preparer = preparer;
        this.exchange = exchange;
        this.meter = meter;
        this.clock = new WorkerClock(meter);
    }

    /** Where its time went, to be read once it has ended. */
    WorkerClock clock() {
        return clock;
    }

    @Override
    @SuppressWarnings("CatchingUnchecked")
    public void run() {
        try (Evaluator evaluator = new Evaluator(workload, plan, preparer, exchange::tooLarge)) {
            for (Task task = exchange.claim(number, clock); task != null; task = exchange.claim(number, clock)) {
                long began = System.nanoTime();
                long cpu = meter.cpuNanos();
                long allocated = meter.bytes();
                Exchange.Delivery delivery = evaluator.evaluate(task.cut());
                long bytes = ThreadMeter.since(allocated, meter.bytes());
                long cpuNanos = ThreadMeter.since(cpu, meter.cpuNanos());
                Effort effort = new Effort(System.nanoTime() - began, bytes);
                clock.evaluated(task.cut().count(), effort.nanos(), cpuNanos);
                exchange.deliver(task, delivery, effort);
            }
        } catch (Throwable thrown) {
            exchange.fail(thrown);
        } finally {
            clock.ended(System.nanoTime());
        }
    }
}
