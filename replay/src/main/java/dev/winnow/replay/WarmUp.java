package dev.winnow.replay;

import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;
import dev.winnow.engine.workload.Session;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Runs the kernels of the Vector API beside the sweep until they are compiled. Interpreted they are some hundred times
 * slower than the plain ones, and a sweep that began with them would stand nearly still for a second or more; so it
 * begins with the plain ones, whose results are the same bits, and goes over when {@link #done()}.
 *
 * <p>A thread of its own evaluates the sweep's first points, spread over its batches, both ways in turn and throws the results
 * away. It ends when the vector kernels were the faster several times running, or with the last session.
 */
final class WarmUp {
    /** Points that both evaluate in a round: two groups of the simulator that takes sixteen together. */
    private static final int POINTS = 32;

    /** So many rounds running the vector kernels have to be the faster. */
    private static final int ROUNDS = 3;

    private final Supplier<Session> plain;
    private final Supplier<Session> vector;
    private final int metrics;
    private final AtomicInteger sessions = new AtomicInteger();
    private double[] values = {};
    private int points;
    private volatile boolean done;

    /**
     * A warm-up of two kinds of sessions that give the same bits.
     *
     * @param metrics what a row of theirs holds
     */
    WarmUp(Supplier<Session> plain, Supplier<Session> vector, int metrics) {
        this.plain = plain;
        this.vector = vector;
        this.metrics = metrics;
    }

    /** Whether the vector kernels are the faster by now. */
    boolean done() {
        return done;
    }

    /** A session that begins with the plain kernels. */
    Session open() {
        sessions.incrementAndGet();
        return new Turning();
    }

    /** Takes points of a batch, and begins when there are enough of them. */
    private synchronized void feed(Batch batch) {
        if (points == POINTS) {
            return;
        }
        int axes = batch.axes();
        double[] point = new double[axes];
        int wanted = Math.min(POINTS - points, batch.count());
        values = Arrays.copyOf(values, POINTS * axes);
        for (int i = 0; i < wanted; i++) {
            batch.point((int) ((long) i * batch.count() / wanted), point);
            System.arraycopy(point, 0, values, points++ * axes, axes);
        }
        if (points == POINTS) {
            Batch all = new Batch(0, POINTS, axes, values);
            Thread.ofPlatform().daemon().name("winnow-warm-up").start(() -> compete(all));
        }
    }

    private void compete(Batch batch) {
        try (Session first = plain.get();
                Session second = vector.get()) {
            int faster = 0;
            while (sessions.get() > 0 && faster < ROUNDS) {
                faster = nanos(second, batch) < nanos(first, batch) ? faster + 1 : 0;
            }
            done = faster == ROUNDS;
        }
    }

    private long nanos(Session session, Batch batch) {
        Outcome outcome = new Outcome(batch.count(), metrics);
        long began = System.nanoTime();
        session.evaluate(batch, outcome);
        return System.nanoTime() - began;
    }

    /** Begins with the plain kernels and turns to the others. */
    private final class Turning implements Session {
        private Session session = plain.get();
        private boolean turned;

        @Override
        public void evaluate(Batch batch, Outcome out) {
            if (!turned) {
                feed(batch);
                turn();
            }
            session.evaluate(batch, out);
        }

        private void turn() {
            if (done) {
                session.close();
                session = vector.get();
                turned = true;
            }
        }

        @Override
        public void close() {
            session.close();
            sessions.decrementAndGet();
        }
    }
}
