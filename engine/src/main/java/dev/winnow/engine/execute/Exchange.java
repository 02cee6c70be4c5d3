package dev.winnow.engine.execute;

import dev.winnow.engine.observe.BatchTimes;
import dev.winnow.engine.observe.WorkerClock;
import dev.winnow.engine.plan.Forecast;
import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Where workers and the writer meet: hands out batches as the schedule says and puts outcomes back in order. No more
 * than the schedule's window are under way or waiting to be written, so memory is bounded and a slow sink slows the
 * workers. After a stop what is under way is finished, and delivered as far as nothing before it is missing.
 */
final class Exchange {
    /**
     * An evaluated batch.
     *
     * @param write hands it to the sink, when it is its turn
     */
    record Delivery(Batch batch, Outcome outcome, Runnable write) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Condition delivered = lock.newCondition();
    private final Schedule schedule;
    private final StopSignal stop;
    private final Gauge gauge;

    /** Outcomes that wait for their turn, at batch number modulo the window. */
    private final @Nullable Delivery[] waiting;

    private int workers;
    private int underway;
    private long written;
    private boolean ended;
    private @Nullable Throwable failure;

    /** @param workers how many workers may take batches, to begin with */
    Exchange(Schedule schedule, int workers, StopSignal stop, Gauge gauge) {
        this.schedule = schedule;
        this.workers = workers;
        this.stop = stop;
        this.gauge = gauge;
        this.waiting = new Delivery[schedule.window()];
    }

    /** The next batch for this worker, waiting for room and for its turn; null when there is nothing more to do. */
    @Nullable
    Task claim(int worker, WorkerClock clock) {
        lock.lock();
        try {
            while (!closed()) {
                Task task = worker < workers ? schedule.take(worker) : null;
                if (task != null) {
                    underway++;
                    return task;
                }
                WorkerClock.Wait reason = reason(worker);
                long began = System.nanoTime();
                room.awaitUninterruptibly();
                clock.waited(reason, System.nanoTime() - began);
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** What the worker waits for now. Caller holds the lock. */
    private WorkerClock.Wait reason(int worker) {
        if (worker >= workers) {
            return WorkerClock.Wait.REST;
        }
        return waiting[slot(written)] == null ? WorkerClock.Wait.BATCH : WorkerClock.Wait.WRITER;
    }

    /** Hands over what a task has come to, and what that took. */
    void deliver(Task task, Delivery delivery, Effort effort) {
        lock.lock();
        try {
            waiting[slot(task.number())] = delivery;
            underway--;
            gauge.add(task.cut(), delivery.outcome().failures().size(), effort);
            if (task.number() == written || underway == 0) {
                delivered.signal();
            }
            if (schedule.exhausted()) {
                room.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends the run with what a worker has thrown; of several the first counts, the others are suppressed. */
    void fail(Throwable thrown) {
        lock.lock();
        try {
            if (failure == null) {
                failure = thrown;
            } else if (failure != thrown) {
                failure.addSuppressed(thrown);
            }
            room.signalAll();
            delivered.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Hands out nothing more, as after a stop. */
    void end() {
        lock.lock();
        try {
            ended = true;
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes over what was found to be fast. */
    void adopt(int points, int threads) {
        lock.lock();
        try {
            schedule.resize(points);
            workers = threads;
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Hears that a batch of so many points was too large for the memory: none that is cut from now on is larger than half. */
    void tooLarge(int points) {
        lock.lock();
        try {
            schedule.tooLarge(points);
        } finally {
            lock.unlock();
        }
    }

    /**
     * The next outcome in batch order, null when there is none yet after the wait.
     *
     * @throws InterruptedException when interrupted while waiting
     */
    @Nullable
    Delivery take(long waitNanos) throws InterruptedException {
        lock.lock();
        try {
            int slot = slot(written);
            long left = waitNanos;
            while (waiting[slot] == null && !drained() && left > 0) {
                left = delivered.awaitNanos(left);
            }
            Delivery next = waiting[slot];
            if (next != null) {
                waiting[slot] = null;
                written++;
                schedule.written();
                room.signalAll(); // one alone could be a worker that is sent home for now
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing more will come: all is written, or after a stop all that may be, or a worker failed. */
    boolean finished() {
        lock.lock();
        try {
            return drained() && waiting[slot(written)] == null;
        } finally {
            lock.unlock();
        }
    }

    /** What a worker has thrown, null when all is well. */
    @Nullable
    Throwable failure() {
        lock.lock();
        try {
            return failure;
        } finally {
            lock.unlock();
        }
    }

    /** How far the workers are. */
    Gauge.Reading reading() {
        lock.lock();
        try {
            return gauge.reading(workers);
        } finally {
            lock.unlock();
        }
    }

    /** Bytes allocated for the points evaluated, NaN when none was measured. */
    double bytes() {
        lock.lock();
        try {
            return gauge.bytes();
        } finally {
            lock.unlock();
        }
    }

    /** What the run will take, judged by what it has taken so far. */
    Forecast forecast(long elapsedNanos) {
        lock.lock();
        try {
            return gauge.forecast(elapsedNanos, workers, schedule.size());
        } finally {
            lock.unlock();
        }
    }

    /** Points of the outcomes that can be written at once. */
    long backlog() {
        lock.lock();
        try {
            long points = 0;
            for (long number = written; number < written + waiting.length; number++) {
                Delivery next = waiting[slot(number)];
                if (next == null) {
                    break;
                }
                points += next.batch().count();
            }
            return points;
        } finally {
            lock.unlock();
        }
    }

    /** How long batches took, to be read once the workers have ended. */
    BatchTimes times() {
        return gauge.times();
    }

    private int slot(long number) {
        return (int) (number % waiting.length);
    }

    private boolean closed() {
        return ended || failure != null || stop.requested() || schedule.exhausted();
    }

    /** Caller holds the lock. */
    private boolean drained() {
        return failure != null || (underway == 0 && closed());
    }

    static long pollNanos() {
        return TimeUnit.MILLISECONDS.toNanos(100);
    }
}
