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
 * Times a few small batches from all over a plan, on the calling thread, and throws their outcomes away. Each is
 * evaluated twice, with another one in between: the second time tells what every point takes, and what the first took
 * more was for what is done once, preparing and compiling.
 *
 * @param model what the batches took the second time
 * @param cost of all of the plan's points together
 * @param batches that the plan has
 * @param onceNanos nanoseconds that they took more the first time, together; what is prepared for points that were not
 *     among them is not in it
 * @param points points that were evaluated, each counted once
 * @param nanos nanoseconds that all of it took
 */
public record Probe(CostModel model, double cost, double batches, long onceNanos, long points, long nanos) {
    /** A probe takes this share of what it foretells, within its bounds. */
    private static final double SHARE = 0.02;

    private static final long LEAST_NANOS = 100_000_000;
    private static final long MOST_NANOS = 2_000_000_000;

    /** The most of the plan's points that are worth timing. */
    private static final double MOST_POINTS = 0.2;

    /** Two sizes tell what a batch costs from what a point costs. */
    private static final int[] SIZES = {8, 64};

    /** Batches that take less are made larger: they are to be like the real ones, in which points share more. */
    private static final long SHORT_NANOS = 1_000_000;

    /** Each batch lies so far behind the last, as a share of the plan: any number of them is spread evenly. */
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** Probes a plan for 2 % of the time that it seems to take, but for 0.1 s at least and 2 s at most. */
    public static Probe of(Workload workload, SweepPlan plan) {
        ResultSink.Preparer nothing = (batch, outcome) -> () -> {};
        try (Evaluator evaluator = new Evaluator(workload, plan, nothing, count -> {})) {
            return new Run(workload, plan, evaluator).probe();
        }
    }

    /** Nanoseconds that all of the plan would take on so many workers. */
    public double foretold(int workers) {
        return onceNanos + model.nanos(cost, batches) / workers;
    }

    /** A probe under way. */
    private static final class Run {
        private final PointCost cost;
        private final SweepPlan plan;
        private final Evaluator evaluator;
        private final ThreadMeter meter = new ThreadMeter();
        private CostModel model = new CostModel();
        private long once;
        private int scale = 1;

        Run(Workload workload, SweepPlan plan, Evaluator evaluator) {
            this.cost = workload.pointCost();
            this.plan = plan;
            this.evaluator = evaluator;
            meter.turnOn();
        }

        Probe probe() {
            double total = new Cutter(plan, cost).totalCost();
            double batches = (double) plan.points() / plan.batchSize();
            long began = System.nanoTime();
            long points = 0;
            long budget = LEAST_NANOS;
            Cut before = cut(0);
            long first = nanos(before);
            points += before.count();
            for (int i = 1;
                    i < 2 || (System.nanoTime() - began < budget && points < MOST_POINTS * plan.points());
                    i++) {
                Cut cut = cut(i);
                long firstOfThis = nanos(cut);
                if (i >= 16 && Integer.bitCount(i) == 1) {
                    model = new CostModel(); // what was learnt while code was being compiled is worth less
                }
                again(before, first);
                before = cut;
                first = firstOfThis;
                points += cut.count();
                double share = SHARE * model.nanos(total, batches);
                budget = (long) Math.clamp(share, LEAST_NANOS, MOST_NANOS);
            }
            return new Probe(model, total, batches, Math.max(0, once), points, System.nanoTime() - began);
        }

        private void again(Cut cut, long first) {
            long bytes = meter.bytes();
            long nanos = nanos(cut);
            model.timed(cut.cost(), nanos);
            model.allocated(cut.count(), ThreadMeter.since(bytes, meter.bytes()));
            once += first - nanos;
            if (nanos < SHORT_NANOS && cut.count() == scale * SIZES[1] && 2 * cut.count() <= plan.batchSize()) {
                scale *= 2;
            }
        }

        private long nanos(Cut cut) {
            long from = System.nanoTime();
            evaluator.evaluate(cut);
            return System.nanoTime() - from;
        }

        private Cut cut(int number) {
            double share = number * GOLDEN % 1;
            long first = plan.first() + (long) (share * plan.points());
            int size = scale * SIZES[number % SIZES.length];
            int count = (int) Math.min(size, plan.first() + plan.points() - first);
            Space space = plan.space();
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += cost.of(space.point(first + i));
            }
            return new Cut(first, count, sum, Cut.NO_BLOCK);
        }
    }
}
