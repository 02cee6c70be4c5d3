package dev.winnow.engine.execute;

import dev.winnow.engine.observe.ThreadMeter;
import dev.winnow.engine.plan.BatchSize;
import dev.winnow.engine.plan.Cutter;
import dev.winnow.engine.plan.MemoryEstimate;
import dev.winnow.engine.plan.SweepPlan;
import dev.winnow.engine.workload.PointCost;
import dev.winnow.engine.workload.Workload;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Runs a plan on platform threads, each with a session of its own. Outcomes come to the sink in the order of the
 * points, so neither the number of threads nor the size of batches shows in a result; both follow what is measured
 * where they are not fixed. The calling thread is the writer: it delivers, and reports progress, until all is done.
 *
 * @param threads how many worker threads
 * @param memoryBytes bytes that batches may share with everything else on the heap
 * @param failures when failed points end the run
 */
public record SweepExecutor(ThreadRange threads, long memoryBytes, FailurePolicy failures) {
    /** Always so many threads, the heap, and patience with failures. */
    public SweepExecutor(int threads) {
        this(ThreadRange.fixed(threads), Runtime.getRuntime().maxMemory(), FailurePolicy.PATIENT);
    }

    /**
     * What a run would take of the heap, with the most threads that it may use.
     *
     * @param listed points that are held to be listed
     */
    public MemoryEstimate estimate(Workload workload, SweepPlan plan, long listed) {
        int workers = workers(plan);
        boolean uniform = workload.pointCost() == PointCost.UNIFORM;
        int size = sizes(workload, plan, workers, uniform).value();
        return MemoryEstimate.of(
                workload.footprint(),
                workers,
                plan.space().axes().size(),
                workload.metrics().size(),
                Math.min(plan.points(), (long) size * inMemory(workers, size, uniform)),
                Math.min(listed, plan.points()));
    }

    private int workers(SweepPlan plan) {
        return Math.clamp(plan.points(), 1, threads.most());
    }

    /** Batches that are in memory at once. */
    private static int inMemory(int workers, int size, boolean uniform) {
        return Schedule.window(workers, size, uniform) + workers;
    }

    /** Runs the whole plan, without progress and without a way to stop it. */
    public Execution run(Workload workload, SweepPlan plan, ResultSink sink) {
        return run(workload, plan, sink, Progress.NONE, new StopSignal());
    }

    /**
     * Runs the plan until its end, until asked to stop, or until too many points have failed; an interrupt of the
     * calling thread asks to stop too, and is set again on return. A point that fails is counted and delivered with its
     * cause. A batch that does not fit into memory is halved; one whose failure may pass is tried again.
     *
     * @throws BatchException when evaluating throws: a bug; no batch after it has been delivered
     * @throws dev.winnow.engine.UserError when a session or the sink throws it, as any other exception of the sink
     */
    public Execution run(Workload workload, SweepPlan plan, ResultSink sink, Progress progress, StopSignal stop) {
        int most = workers(plan);
        int start = Math.min(threads.start(), most);
        Cutter cutter = new Cutter(plan, workload.pointCost());
        HillClimb sizes = sizes(workload, plan, most, cutter.uniform());
        Schedule schedule = new Schedule(cutter, most, plan.adaptive(), sizes.value());
        Exchange exchange = new Exchange(schedule, start, stop, new Gauge(plan.points(), cutter.totalCost()));
        ThreadMeter meter = new ThreadMeter();
        Crew crew = new Crew(workload, plan, sink, exchange, meter);
        Execution execution;
        try {
            crew.atLeast(start);
            execution = new Writer(
                            plan.points(),
                            exchange,
                            progress,
                            new FailureWatch(failures, plan),
                            new Tuner(sizes, new ThreadRange(start, most).climb()),
                            crew,
                            meter)
                    .deliverAll();
        } finally {
            exchange.end();
            crew.join();
        }
        rethrow(exchange.failure());
        progress.advanced(execution.evaluated(), execution.points(), execution.failed(), execution.elapsedNanos());
        return execution;
    }

    /** The search over the plan's size times powers of two, as far as memory allows; over that alone where it is fixed. */
    private HillClimb sizes(Workload workload, SweepPlan plan, int workers, boolean uniform) {
        if (!plan.adaptive()) {
            return new HillClimb(new int[] {plan.batchSize()}, 0);
        }
        int fitting = fittingSize(workload, plan, workers, uniform);
        int start = Math.min(plan.batchSize(), fitting);
        int halvings = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(start);
        int[] smaller = IntStream.rangeClosed(0, halvings)
                .map(i -> start >> (halvings - i))
                .toArray();
        IntStream larger = IntStream.iterate(
                2L * start <= fitting ? 2 * start : 0, size -> 0 < size && size <= fitting, size -> 2 * size);
        return new HillClimb(IntStream.concat(IntStream.of(smaller), larger).toArray(), halvings);
    }

    private int fittingSize(Workload workload, SweepPlan plan, int workers, boolean uniform) {
        Runtime runtime = Runtime.getRuntime();
        long free = Math.min(memoryBytes, runtime.maxMemory()) - (runtime.totalMemory() - runtime.freeMemory());
        long pointBytes = MemoryEstimate.pointBytes(
                workload.footprint(),
                plan.space().axes().size(),
                workload.metrics().size());
        int batches = inMemory(workers, plan.batchSize(), uniform);
        return BatchSize.fitting(Math.max(0, free), pointBytes, batches);
    }

    private static void rethrow(@Nullable Throwable failure) {
        switch (failure) {
            case null -> {}
            case RuntimeException unchecked -> throw unchecked;
            case Error error -> throw error;
            default -> throw new IllegalStateException(failure);
        }
    }
}
