package dev.winnow.engine.plan;

import dev.winnow.engine.UserError;
import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;
import java.util.Arrays;
import java.util.Iterator;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The best points of a run: those that meet the requirement first, then by the objective with NaN last, failed points
 * after all others; equals by group, then by point index. The order is total, so it does not depend on the order in
 * which points come. Holds no more than {@code limit} points, in primitive columns. Not thread-safe,
 * but for its sieves.
 */
public final class Ranking implements Iterable<Ranked> {
    private final Objective objective;
    private final Supplier<Requirement> requirement;
    private final int metrics;
    private final int limit;
    private final RankedRows rows;

    /** The rows that are held, as a binary heap with the worst at its root. */
    private int[] heap = new int[16];

    private int size;

    /** The row that the next candidate is written to. */
    private int spare;

    private final Sieve sieve;

    /** The worst point held, once there are as many as may be; read by any thread. */
    private volatile @Nullable Place worst;

    /**
     * A ranking of the best {@code limit} points.
     *
     * @param requirement makes one for each thread
     * @param metrics metrics of an outcome's row
     * @param limit how many points to hold; Integer.MAX_VALUE for all
     */
    public Ranking(Objective objective, Supplier<Requirement> requirement, int metrics, int limit) {
        if (limit < 1) {
            throw new UserError("top " + limit + " is below 1; give the number of points to list, or all");
        }
        this.objective = objective;
        this.requirement = requirement;
        this.limit = limit;
        this.rows = new RankedRows(metrics);
        this.metrics = metrics;
        this.sieve = sieve();
    }

    /** A new thread's way to find the points that are worth being given to this ranking. */
    public Sieve sieve() {
        return new Sieve(objective, requirement.get(), metrics, () -> worst);
    }

    /** Considers every point of the batch. */
    public void accept(int group, Batch batch, Outcome outcome) {
        accept(group, batch, outcome, sieve.pick(group, batch, outcome));
    }

    /**
     * Considers the batch's points at these positions.
     *
     * @param positions those that a {@link #sieve} has picked at any time before
     */
    public void accept(int group, Batch batch, Outcome outcome, int[] positions) {
        for (int position : positions) {
            rows.write(spare, sieve.place(group, batch, outcome, position), sieve.row());
            consider();
        }
        worst = size < limit ? null : rows.place(heap[0]);
    }

    /** Number of points held. */
    public int size() {
        return size;
    }

    /** The points held, best first. The ranking must not be added to while it is read. */
    @Override
    public Iterator<Ranked> iterator() {
        int[] order = bestFirst();
        return IntStream.range(0, order.length)
                .mapToObj(i -> ranked(i + 1, order[i]))
                .iterator();
    }

    private Ranked ranked(int rank, int slot) {
        return new Ranked(rank, rows.group(slot), rows.point(slot), rows.standing(slot), rows.metrics(slot));
    }

    private void consider() {
        if (size < limit) {
            if (size == heap.length) {
                heap = Arrays.copyOf(heap, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * size));
            }
            heap[size] = spare;
            siftUp(size++);
            spare = size;
        } else if (rows.before(spare, heap[0])) {
            int dropped = heap[0];
            heap[0] = spare;
            spare = dropped;
            siftDown(heap, size);
        }
    }

    /** Takes the worst off a copy of the heap again and again. */
    private int[] bestFirst() {
        int[] order = Arrays.copyOf(heap, size);
        for (int last = size - 1; last > 0; last--) {
            int worst = order[0];
            order[0] = order[last];
            order[last] = worst;
            siftDown(order, last);
        }
        return order;
    }

    private void siftUp(int from) {
        int child = from;
        int moved = heap[child];
        while (child > 0) {
            int parent = (child - 1) >>> 1;
            if (!rows.before(heap[parent], moved)) {
                break;
            }
            heap[child] = heap[parent];
            child = parent;
        }
        heap[child] = moved;
    }

    private void siftDown(int[] worstFirst, int length) {
        int parent = 0;
        int moved = worstFirst[0];
        while (2 * parent + 1 < length) {
            int child = 2 * parent + 1;
            if (child + 1 < length && rows.before(worstFirst[child], worstFirst[child + 1])) {
                child++;
            }
            if (!rows.before(moved, worstFirst[child])) {
                break;
            }
            worstFirst[parent] = worstFirst[child];
            parent = child;
        }
        worstFirst[parent] = moved;
    }
}
