package dev.winnow.engine.plan;

import dev.winnow.engine.space.Constraint;
import dev.winnow.engine.space.Space;
import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Parameter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The points of a sweep in the order of their evaluation, and where batches of consecutive points may end. Prepare
 * parameters vary slowest, so that neighbours share artifacts; where a stretch of equal slow values holds four batches
 * or more, no batch crosses its end. Nothing is held per point or per batch, and where the cuts lie never changes a
 * result. Immutable, thread-safe.
 */
public final class SweepPlan {
    /** Stretches of fewer batches than this would leave too many batches half full. */
    private static final int MIN_BLOCK_BATCHES = 4;

    private final Space space;
    private final long first;
    private final long end;
    private final int batchSize;
    private final boolean adaptive;

    private SweepPlan(Space space, long first, int batchSize, boolean adaptive) {
        this.space = space;
        this.first = first;
        this.end = space.size();
        this.batchSize = batchSize;
        this.adaptive = adaptive;
    }

    /** A plan whose batch size starts from the number of points and threads, at least 16 batches a thread, and adapts. */
    public static SweepPlan of(Space space, int threads) {
        return new SweepPlan(space, 0, BatchSize.choose(space.size(), threads), true);
    }

    /**
     * A plan with batches of at most this many points.
     *
     * @throws dev.winnow.engine.UserError when the size is below 1
     */
    public static SweepPlan withBatchSize(Space space, int batchSize) {
        return new SweepPlan(space, 0, BatchSize.require(batchSize), false);
    }

    /** The plan without the points before this one, which a run has evaluated already; at most the number of points. */
    public SweepPlan from(long point) {
        Objects.checkIndex(point, end + 1);
        return new SweepPlan(space, point, batchSize, adaptive);
    }

    /**
     * The space of the parameters, numbered so that prepare parameters vary slowest and otherwise in the order given.
     * Values keep the order of the parameters.
     *
     * @param where the constraint as the user wrote it, for messages
     */
    public static Space order(List<Parameter> parameters, Constraint constraint, String where) {
        int[] slowestFirst = IntStream.range(0, parameters.size())
                .boxed()
                .sorted(Comparator.comparing(p -> parameters.get(p).kind()))
                .mapToInt(Integer::intValue)
                .toArray();
        return Space.of(parameters.stream().map(Parameter::axis).toList(), constraint, where)
                .slowestFirst(slowestFirst);
    }

    public Space space() {
        return space;
    }

    /** Number of points. */
    public long points() {
        return end - first;
    }

    /** Index in the space of the first point. */
    public long first() {
        return first;
    }

    /** The most points that a batch holds; where the plan is adaptive, at the start. */
    public int batchSize() {
        return batchSize;
    }

    /** Whether the batch size may follow what is measured. */
    public boolean adaptive() {
        return adaptive;
    }

    /** The batch of these points, its values worked out anew. */
    public Batch batch(long first, int count) {
        int axes = space.axes().size();
        double[] values = new double[count * axes];
        space.fill(first, count, values);
        return new Batch(first, count, axes, values);
    }

    /**
     * Where the stretch ends that a batch of at most {@code size} points from {@code first} on may not leave;
     * {@link Cut#NO_BLOCK} when it may hold any points.
     */
    long blockEnd(long first, int size) {
        int slow = 0;
        while (slow < space.dimensions().size() && space.meanBlock(slow + 1) >= (double) MIN_BLOCK_BATCHES * size) {
            slow++;
        }
        return slow == 0 ? Cut.NO_BLOCK : space.nextBorder(first, slow);
    }
}
