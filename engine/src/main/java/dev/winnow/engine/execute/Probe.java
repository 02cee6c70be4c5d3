package dev.winnow.engine.execute;

import dev.winnow.engine.plan.CostModel;
import dev.winnow.engine.plan.Cut;
import dev.winnow.engine.plan.SweepPlan;
import dev.winnow.engine.space.Space;
import dev.winnow.engine.workload.PointCost;
import dev.winnow.engine.workload.Workload;

/**
 * Times a few small batches from all over a plan, on the calling thread, and throws their outcomes away.
 *
 * @param model what the batches took
 * @param points points that were evaluated
 * @param nanos nanoseconds that all of it took
 */
public record Probe(CostModel model, long points, long nanos) {
    private static final int BATCHES = 96;

    /** Batches from which nothing is learnt: they load and compile code. */
    private static final int WARM_UP = 32;

    /** Two sizes tell what a batch costs from what a point costs. */
    private static final int[] SIZES = {4, 16};

    /** Probes a plan for about so long, at most 96 batches. */
    public static Probe of(Workload workload, SweepPlan plan, long budgetNanos) {
        CostModel model = new CostModel();
        AllocationMeter meter = new AllocationMeter();
        meter.turnOn();
        long began = System.nanoTime();
        long points = 0;
        try (Evaluator evaluator = new Evaluator(workload, plan, count -> {})) {
            for (int i = 0; i < BATCHES && (i < 2 || System.nanoTime() - began < budgetNanos); i++) {
                Cut cut = cut(workload.pointCost(), plan, i);
                long bytes = meter.bytes();
                long from = System.nanoTime();
                evaluator.evaluate(cut);
                long nanos = System.nanoTime() - from;
                points += cut.count();
                if (i == WARM_UP) {
                    model = new CostModel();
                }
                model.timed(cut.cost(), nanos);
                model.allocated(cut.count(), meter.since(bytes));
            }
        }
        return new Probe(model, points, System.nanoTime() - began);
    }

    /** Every 37th of the places where the plan would be cut into equal parts, so that neighbours do not follow. */
    private static Cut cut(PointCost cost, SweepPlan plan, int number) {
        double share = (double) (37 * number % BATCHES) / BATCHES;
        long first = plan.first() + (long) (share * plan.points());
        int count = (int) Math.min(SIZES[number % SIZES.length], plan.first() + plan.points() - first);
        Space space = plan.space();
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += cost.of(space.point(first + i));
        }
        return new Cut(first, count, sum, Cut.NO_BLOCK);
    }
}
