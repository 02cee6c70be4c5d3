package dev.winnow.engine.execute;

import dev.winnow.engine.observe.ThreadMeter;
import dev.winnow.engine.observe.WorkerClock;
import dev.winnow.engine.plan.SweepPlan;
import dev.winnow.engine.workload.Workload;
import java.util.ArrayList;
import java.util.List;

/** The worker threads of a run; started when they are first wanted. Not thread-safe. */
final class Crew {
    private final Workload workload;
    private final SweepPlan plan;
    private final ResultSink sink;
    private final Exchange exchange;
    private final ThreadMeter meter;
    private final List<Thread> started = new ArrayList<>();
    private final List<WorkerClock> clocks = new ArrayList<>();

    Crew(Workload workload, SweepPlan plan, ResultSink sink, Exchange exchange, ThreadMeter meter) {
        this.workload = workload;
        this.plan = plan;
        this.sink = sink;
        this.exchange = exchange;
        this.meter = meter;
    }

    /** Starts threads until there are so many. */
    void atLeast(int threads) {
        while (started.size() < threads) {
            Worker worker = new Worker(started.size(), workload, plan, sink.preparer(), exchange, meter);
            clocks.add(worker.clock());
            started.add(Thread.ofPlatform()
                    .name("winnow-sweep-" + (started.size() + 1))
                    .daemon()
                    .start(worker));
        }
    }

    /** Number of threads that were started. */
    int size() {
        return started.size();
    }

    /** Where the workers' time went, to be read once all have gone home. */
    List<WorkerClock> clocks() {
        return clocks;
    }

    /** Waits until all have gone home; an interrupt is put off until then. */
    void join() {
        boolean interrupted = false;
        for (Thread thread : started) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
