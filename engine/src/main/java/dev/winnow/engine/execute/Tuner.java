package dev.winnow.engine.execute;

import java.util.List;

/**
 * Sets batch size and number of threads of a long run by what they bring. It measures throughput over intervals, moves
 * one knob at a time, leaves the interval after a move out (batches cut before are still under way), and once both
 * knobs have settled rests for longer and longer before it looks again. A run of less than a second never meets it.
 */
final class Tuner {
    static final long INTERVAL_NANOS = 250_000_000;

    /** Batches a worker that an interval has to see: fewer say nothing. */
    private static final int BATCHES_PER_WORKER = 4;

    private static final int FIRST_REST = 8;
    private static final int LONGEST_REST = 256;

    private final HillClimb size;
    private final HillClimb threads;
    private HillClimb moving;
    private int rest = FIRST_REST;

    /** Intervals to leave out; the first of a run compiles code. */
    private int skip = 3;

    private long fromNanos;
    private long fromBatches;
    private double fromCost;

    Tuner(HillClimb size, HillClimb threads) {
        this.size = size;
        this.threads = threads;
        this.moving = size;
    }

    int batchSize() {
        return size.value();
    }

    int threads() {
        return threads.value();
    }

    /**
     * Hears how far the run is; whether a knob has moved.
     *
     * @param cost what the evaluated points cost
     */
    boolean observe(long nanos, long batches, double cost) {
        if (nanos - fromNanos < INTERVAL_NANOS || batches - fromBatches < (long) BATCHES_PER_WORKER * threads.value()) {
            return false;
        }
        double throughput = (cost - fromCost) / (nanos - fromNanos);
        fromNanos = nanos;
        fromBatches = batches;
        fromCost = cost;
        if (skip > 0) {
            skip--;
            return false;
        }
        return move(throughput);
    }

    private boolean move(double throughput) {
        List<Integer> before = List.of(size.value(), threads.value());
        moving.measured(throughput);
        if (moving.settled()) {
            boolean both = moving == threads;
            moving = both ? size : threads;
            moving.restart();
            skip = both ? rest : 1;
            rest = both ? Math.min(2 * rest, LONGEST_REST) : rest;
        } else {
            skip = 1;
        }
        return !before.equals(List.of(size.value(), threads.value()));
    }
}
