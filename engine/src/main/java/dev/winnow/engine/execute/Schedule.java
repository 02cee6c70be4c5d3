package dev.winnow.engine.execute;

import dev.winnow.engine.plan.Cut;
import dev.winnow.engine.plan.Cutter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides which batch a worker takes next, among those that are cut and not yet taken. No more than {@link #window}
 * batches are cut and not yet written, so that whatever waits is bounded. Where points differ in cost the dearest batch
 * goes first. Else a worker keeps to the stretch of points whose artifacts it has, then begins one that nobody works
 * on, and when there is none steals from another worker's. Not thread-safe.
 */
final class Schedule {
    private static final int WINDOW_PER_WORKER = 8;
    private static final int DEAREST_FIRST_WINDOW_PER_WORKER = 64;

    /** Points whose outcomes a window of dearest first may hold. */
    private static final long DEAREST_FIRST_POINTS = 1L << 18;

    /** Batches a worker into which what is left is cut near the end, and how many times smaller that makes a batch. */
    private static final int LAST_BATCHES_PER_WORKER = 4;

    /**
     * Points of each worker's first batch; each that follows may hold twice as many. Code that is not compiled yet takes
     * so long that a whole batch of it would hold up the first word on how the run goes.
     */
    private static final int FIRST_POINTS = 64;

    private final Cutter cutter;
    private final boolean adaptive;
    private final int window;

    /** The stretch from which each worker has taken last. */
    private final long[] blocks;

    /** In the order of their numbers. */
    private final List<Task> ready = new ArrayList<>();

    private int size;
    private int most = Integer.MAX_VALUE;
    private long cut;
    private long written;

    /**
     * @param adaptive whether batches may be smaller than {@code size} for an even end
     * @param size points of a batch at most, for now
     */
    Schedule(Cutter cutter, int workers, boolean adaptive, int size) {
        this.cutter = cutter;
        this.adaptive = adaptive;
        this.size = size;
        this.window = window(workers, size, cutter.uniform());
        this.blocks = new long[workers];
        Arrays.fill(blocks, Cut.NO_BLOCK);
    }

    /** Batches that are cut and not yet written at most. */
    static int window(int workers, int size, boolean uniform) {
        long least = (long) WINDOW_PER_WORKER * workers;
        return (int)
                (uniform
                        ? least
                        : Math.clamp(
                                DEAREST_FIRST_POINTS / size, least, (long) DEAREST_FIRST_WINDOW_PER_WORKER * workers));
    }

    int window() {
        return window;
    }

    /** Sets the most points of the batches that are not cut yet, as far as memory allows. */
    void resize(int points) {
        size = Math.min(points, most);
    }

    /** Hears that a batch of so many points was too large for the memory: those cut from now on hold half at most. */
    void tooLarge(int points) {
        most = Math.clamp(points / 2, 1, most);
        size = Math.min(size, most);
    }

    int size() {
        return size;
    }

    /** What this worker should do next; null when there is nothing, for now or for good. */
    @Nullable
    Task take(int worker) {
        refill();
        if (ready.isEmpty()) {
            return null;
        }
        Task task = ready.remove(cutter.uniform() ? nearest(worker) : dearest());
        blocks[worker] = task.cut().block();
        return task;
    }

    /** Hears that the outcome of the next batch in order is written, which makes room for another. */
    void written() {
        written++;
    }

    /** Whether there will be nothing more to do. */
    boolean exhausted() {
        return ready.isEmpty() && cutter.left() == 0;
    }

    private void refill() {
        while (cut - written < window && cutter.left() > 0) {
            Cut next = cutter.next(sizeNow());
            ready.add(new Task(cut++, next));
        }
    }

    private int sizeNow() {
        if (!adaptive) {
            return size;
        }
        long even = cutter.left() / ((long) LAST_BATCHES_PER_WORKER * blocks.length);
        long grown = (long) FIRST_POINTS << Math.min(cut / blocks.length, Integer.SIZE - 1);
        return (int) Math.min(grown, Math.clamp(even, Math.ceilDiv(size, LAST_BATCHES_PER_WORKER), size));
    }

    private int dearest() {
        int dearest = 0;
        for (int i = 1; i < ready.size(); i++) {
            if (ready.get(i).cut().cost() > ready.get(dearest).cut().cost()) {
                dearest = i;
            }
        }
        return dearest;
    }

    private int nearest(int worker) {
        int fresh = -1;
        for (int i = 0; i < ready.size(); i++) {
            long block = ready.get(i).cut().block();
            if (block != Cut.NO_BLOCK && block == blocks[worker]) {
                return i;
            }
            if (fresh < 0 && (block == Cut.NO_BLOCK || !heldByAny(block))) {
                fresh = i;
            }
        }
        return Math.max(0, fresh);
    }

    private boolean heldByAny(long block) {
        for (long held : blocks) {
            if (held == block) {
                return true;
            }
        }
        return false;
    }
}
