package dev.winnow.engine.execute;

import dev.winnow.engine.observe.ThreadMeter;
import dev.winnow.engine.plan.CostModel;
import dev.winnow.engine.plan.Cut;
import dev.winnow.engine.plan.Cutter;
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
    /** A probe takes this share of what it foretells, within its bounds. */
    private static final double SHARE = 0.02;

    private static final long LEAST_NANOS = 100_000_000;
    private static final long MOST_NANOS = 2_000_000_000;

    /** The most of the plan's points that are worth timing. */
    private static final double MOST_POINTS = 0.2;

    /** Two sizes tell what a batch costs from what a point costs. */
    private static final int[] SIZES = {8, 64};

    /** Each batch lies so far behind the last, as a share of the plan: any number of them is spread evenly. */
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** Probes a plan for 2 % of the time that it seems to take, but for 0.1 s at least and 2 s at most. */
    public static Probe of(Workload workload, SweepPlan plan) {
        CostModel model = new CostModel();
        double total = new Cutter(plan, workload.pointCost()).totalCost();
        ThreadMeter meter = new ThreadMeter();
        meter.turnOn();
        long began = System.nanoTime();
        long points = 0;
        long budget = LEAST_NANOS;
        ResultSink.Preparer nothing = (batch, outcome) -> () -> {};
        try (Evaluator evaluator = new Evaluator(workload, plan, nothing, count -> {})) {
            for (int i = 0;
                    i < 2 || (System.nanoTime() - began < budget && points < MOST_POINTS * plan.points());
                    i++) {
                Cut cut = cut(workload.pointCost(), plan, i);
                long bytes = meter.bytes();
                long from = System.nanoTime();
                evaluator.evaluate(cut);
                long nanos = System.nanoTime() - from;
                points += cut.count();
                if (i >= 16 && Integer.bitCount(i) == 1) {
                    model = new CostModel(); // what was learnt while code was being compiled is worth less
                }
                model.timed(cut.cost(), nanos);
                model.allocated(cut.count(), ThreadMeter.since(bytes, meter.bytes()));
                double share = SHARE * model.nanos(total, (double) plan.points() / plan.batchSize());
                budget = (long) Math.clamp(share, LEAST_NANOS, MOST_NANOS);
            }
        }
        return new Probe(model, points, System.nanoTime() - began);
    }

    private static Cut cut(PointCost cost, SweepPlan plan, int number) {
        double share = number * GOLDEN % 1;
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
