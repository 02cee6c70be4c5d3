package dev.winnow.engine.execute;

import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Where workers and the writer meet: hands out batch numbers in order and puts outcomes back in order. No more than
 * {@code window} batches are under way or waiting to be written, so memory is bounded and a slow sink slows the
 * workers. Claimed numbers have no gaps, so everything claimed before a stop can be delivered.
 */
final class Exchange {
    /** An evaluated batch. */
    record Delivery(Batch batch, Outcome outcome) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Condition delivered = lock.newCondition();
    private final long batches;
    private final StopSignal stop;

    /** Outcomes that wait for their turn, at batch number modulo the window. */
    private final @Nullable Delivery[] waiting;

    private long claimed;
    private long written;
    private boolean abandoned;
    private @Nullable Throwable failure;
    private long evaluated;
    private long failed;

    Exchange(long batches, int window, StopSignal stop) {
        this.batches = batches;
        this.stop = stop;
        this.waiting = new Delivery[window];
    }

    /** The number of the next batch to evaluate, waiting for room; -1 when there is nothing more to do. */
    long claim() {
        lock.lock();
        try {
            while (!closed() && claimed - written >= waiting.length) {
                room.awaitUninterruptibly();
            }
            return closed() ? -1 : claimed++;
        } finally {
            lock.unlock();
        }
    }

    void deliver(long number, Delivery delivery) {
        lock.lock();
        try {
            waiting[(int) (number % waiting.length)] = delivery;
            evaluated += delivery.batch().count();
            failed += delivery.outcome().failures().size();
            if (number == written) {
                delivered.signal();
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

    /** Lets workers go home: nobody takes outcomes any more. */
    void abandon() {
        lock.lock();
        try {
            abandoned = true;
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void requestStop() {
        stop.request();
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
            int slot = (int) (written % waiting.length);
            long left = waitNanos;
            while (waiting[slot] == null && !drained() && left > 0) {
                left = delivered.awaitNanos(left);
            }
            Delivery next = waiting[slot];
            if (next != null) {
                waiting[slot] = null;
                written++;
                room.signal();
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing more will come: all is written, or after a stop all that was claimed, or a worker failed. */
    boolean finished() {
        lock.lock();
        try {
            return drained() && waiting[(int) (written % waiting.length)] == null;
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

    /** Tells the listener how far the workers are. */
    void report(Progress progress, long points, long elapsedNanos) {
        long evaluatedNow;
        long failedNow;
        lock.lock();
        try {
            evaluatedNow = evaluated;
            failedNow = failed;
        } finally {
            lock.unlock();
        }
        progress.advanced(evaluatedNow, points, failedNow, elapsedNanos);
    }

    private boolean closed() {
        return claimed == batches || abandoned || failure != null || stop.requested();
    }

    /** Caller holds the lock. */
    private boolean drained() {
        return failure != null || (written == claimed && closed());
    }

    static long pollNanos() {
        return TimeUnit.MILLISECONDS.toNanos(100);
    }
}
