package dev.winnow.engine.execute;

import dev.winnow.engine.UserError;
import dev.winnow.engine.plan.SweepPlan;
import dev.winnow.engine.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a plan on platform threads, each with a session of its own. Batches go to whichever worker is free; outcomes
 * come to the sink in batch order, so neither the number of threads nor the size of batches shows in a result. The
 * calling thread is the writer: it delivers, and reports progress, until all is done.
 *
 * @param threads worker threads, at least 1
 */
public record SweepExecutor(int threads) {
    public SweepExecutor {
        if (threads < 1) {
            throw new UserError("threads " + threads + " is below 1; give the number of workers, or leave it out");
        }
    }

    /** Runs the whole plan, without progress and without a way to stop it. */
    public Execution run(Workload workload, SweepPlan plan, ResultSink sink) {
        return run(workload, plan, sink, Progress.NONE, new StopSignal());
    }

    /**
     * Runs the plan until its end or until asked to stop; an interrupt of the calling thread asks so too, and is set
     * again on return. A point that fails is counted and delivered with its cause.
     *
     * @throws BatchException when evaluating throws: a bug; no batch after it has been delivered
     * @throws UserError when a session or the sink throws it, as any other exception of the sink
     */
    public Execution run(Workload workload, SweepPlan plan, ResultSink sink, Progress progress, StopSignal stop) {
        int workers = (int) Math.min(threads, plan.batches());
        Exchange exchange = new Exchange(plan.batches(), 2 * workers + 2, stop);
        List<Thread> started = new ArrayList<>(workers);
        for (int i = 0; i < workers; i++) {
            Worker worker = new Worker(workload, plan, exchange);
            started.add(
                    Thread.ofPlatform().name("winnow-sweep-" + (i + 1)).daemon().start(worker));
        }
        Execution execution;
        try {
            execution = new Writer(plan.points(), workers, exchange, sink, progress).deliverAll();
        } finally {
            exchange.abandon();
            joinAll(started);
        }
        rethrow(exchange.failure());
        progress.advanced(execution.evaluated(), execution.points(), execution.failed(), execution.elapsedNanos());
        return execution;
    }

    private static void rethrow(@Nullable Throwable failure) {
        switch (failure) {
            case null -> {}
            case RuntimeException unchecked -> throw unchecked;
            case Error error -> throw error;
            default -> throw new IllegalStateException(failure);
        }
    }

    private static void joinAll(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
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
