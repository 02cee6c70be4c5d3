package dev.winnow.engine.plan;

import dev.winnow.engine.space.Constraint;
import dev.winnow.engine.space.Space;
import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The points of a sweep in the order of their evaluation, cut into batches of consecutive points. Prepare parameters
 * vary slowest, so that neighbours share artifacts; where the values of the slowest axis hold four batches or more,
 * no batch crosses from one value to the next. Where the cuts lie never changes a result. Immutable, thread-safe.
 */
public final class SweepPlan {
    /** More slabs than this are not worth an array. */
    private static final int MAX_SLABS = 1 << 20;

    /** Slabs of fewer batches than this would leave too many batches half full. */
    private static final int MIN_SLAB_BATCHES = 4;

    private final Space space;
    private final int batchSize;

    /** long[sections + 1]: first point of each section, then the point after the last. */
    private final long[] sectionPoints;

    /** long[sections + 1]: first batch of each section, then the number of batches. */
    private final long[] sectionBatches;

    private SweepPlan(Space space, int batchSize, long[] sectionPoints) {
        this.space = space;
        this.batchSize = batchSize;
        this.sectionPoints = sectionPoints;
        this.sectionBatches = new long[sectionPoints.length];
        for (int s = 1; s < sectionPoints.length; s++) {
            sectionBatches[s] =
                    sectionBatches[s - 1] + Math.ceilDiv(sectionPoints[s] - sectionPoints[s - 1], (long) batchSize);
        }
    }

    /** A plan whose batch size follows from the number of points and threads: at least 16 batches a thread. */
    public static SweepPlan of(Space space, int threads) {
        int batchSize = BatchSize.choose(space.size(), threads);
        return new SweepPlan(space, batchSize, sections(space, batchSize));
    }

    /**
     * A plan with batches of at most this many points.
     *
     * @throws dev.winnow.engine.UserError when the size is below 1
     */
    public static SweepPlan withBatchSize(Space space, int batchSize) {
        BatchSize.require(batchSize);
        return new SweepPlan(space, batchSize, sections(space, batchSize));
    }

    /** The plan without the points before this one, which a run has evaluated already; at most the number of points. */
    public SweepPlan from(long point) {
        Objects.checkIndex(point, sectionPoints[sectionPoints.length - 1] + 1);
        long[] left = sectionPoints.clone();
        for (int s = 0; s < left.length; s++) {
            left[s] = Math.max(left[s], point);
        }
        return new SweepPlan(space, batchSize, left);
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
        return sectionPoints[sectionPoints.length - 1] - sectionPoints[0];
    }

    /** The most points that a batch holds. */
    public int batchSize() {
        return batchSize;
    }

    /** Number of batches. */
    public long batches() {
        return sectionBatches[sectionBatches.length - 1];
    }

    /** The batch of this number, its values worked out anew. */
    public Batch batch(long number) {
        Objects.checkIndex(number, batches());
        int section = sectionOf(number);
        long first = sectionPoints[section] + (number - sectionBatches[section]) * batchSize;
        int count = (int) Math.min(batchSize, sectionPoints[section + 1] - first);
        int axes = space.axes().size();
        double[] values = new double[count * axes];
        space.fill(first, count, values);
        return new Batch(first, count, axes, values);
    }

    private int sectionOf(long batch) {
        int found = Arrays.binarySearch(sectionBatches, batch);
        if (found < 0) {
            return -found - 2;
        }
        while (sectionBatches[found + 1] == batch) { // an empty section begins with the batch of the next
            found++;
        }
        return found;
    }

    private static long[] sections(Space space, int batchSize) {
        long points = space.size();
        int slabs = space.slabs();
        if (slabs < 2 || slabs > MAX_SLABS || points / slabs < (long) MIN_SLAB_BATCHES * batchSize) {
            return new long[] {0, points};
        }
        long[] first = new long[slabs + 1];
        Arrays.setAll(first, space::firstOfSlab);
        return first;
    }
}
