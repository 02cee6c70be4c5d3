package dev.winnow.engine.plan;

import dev.winnow.engine.space.Space;
import dev.winnow.engine.workload.PointCost;

/**
 * Cuts a plan into batches, from the first point to the last, each as large as is asked for when its turn comes. Where
 * points are not equally dear, a batch costs no more than as many points of mean cost. Not thread-safe.
 */
public final class Cutter {
    /** Points of which the mean cost is taken. */
    private static final int SAMPLE = 256;

    private final SweepPlan plan;
    private final PointCost cost;
    private final double meanCost;
    private final long end;
    private long next;

    /** A cutter at the plan's first point. */
    public Cutter(SweepPlan plan, PointCost cost) {
        this.plan = plan;
        this.cost = cost;
        this.meanCost = uniform() ? 1 : mean(plan, cost);
        this.next = plan.first();
        this.end = plan.first() + plan.points();
    }

    private static double mean(SweepPlan plan, PointCost cost) {
        int sampled = (int) Math.min(SAMPLE, plan.points());
        double sum = 0;
        for (int i = 0; i < sampled; i++) {
            sum += cost.of(plan.space().point(plan.first() + (long) ((double) plan.points() * i / sampled)));
        }
        return sum / sampled;
    }

    /** Whether all points are taken to cost the same. */
    public boolean uniform() {
        return cost == PointCost.UNIFORM;
    }

    /** What all points cost together, as far as a sample tells. */
    public double totalCost() {
        return meanCost * plan.points();
    }

    /** Points not yet cut off. */
    public long left() {
        return end - next;
    }

    /** The next batch, of {@code size} points at most; there must be points left. */
    public Cut next(int size) {
        long first = next;
        long block = plan.blockEnd(first, size);
        long most = Math.min(first + size, block == Cut.NO_BLOCK ? end : block);
        int count = (int) (BatchSize.even(first, most) - first);
        Cut cut = uniform() ? new Cut(first, count, count, block) : affordable(first, count, meanCost * size, block);
        next = first + cut.count();
        return cut;
    }

    /** As many points as the budget allows, at least one. */
    private Cut affordable(long first, int most, double budget, long block) {
        Space space = plan.space();
        int axes = space.axes().size();
        double[] values = new double[most * axes];
        space.fill(first, most, values);
        double[] point = new double[axes];
        double sum = 0;
        int count = 0;
        while (count < most) {
            System.arraycopy(values, count * axes, point, 0, axes);
            double dearer = sum + cost.of(point);
            if (count > 0 && dearer > budget) {
                break;
            }
            sum = dearer;
            count++;
        }
        return new Cut(first, count, sum, block);
    }
}
