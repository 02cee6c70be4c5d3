package dev.winnow.cli.sweep;

import dev.winnow.cli.config.Bytes;
import dev.winnow.cli.config.RunSection;
import dev.winnow.engine.UserError;
import dev.winnow.engine.execute.SweepExecutor;
import dev.winnow.engine.plan.MemoryEstimate;
import dev.winnow.engine.plan.SweepPlan;
import dev.winnow.engine.workload.Workload;
import dev.winnow.reports.table.NumberText;

/** Whether a sweep fits the memory that the user allows it, judged before it starts. */
final class MemoryCheck {
    private static final int LISTED_BY_DEFAULT = 10;

    private final RunSection run;
    private final Workload workload;
    private final SweepPlan plan;

    MemoryCheck(RunSection run, Workload workload, SweepPlan plan) {
        this.run = run;
        this.workload = workload;
        this.plan = plan;
    }

    /** What the sweep takes as it is asked for. */
    MemoryEstimate estimate() {
        return estimate(run.executor(), plan, run.top());
    }

    private MemoryEstimate estimate(SweepExecutor executor, SweepPlan points, long listed) {
        return executor.estimate(workload, points, listed);
    }

    /** @throws UserError when the sweep takes more than is allowed; it names what would make the sweep fit */
    void require() {
        MemoryEstimate needed = estimate();
        if (!fits(needed)) {
            String allowed = run.memory() == 0
                    ? "the heap of " + Bytes.text(run.memoryBytes()) + " is too small"
                    : "--memory " + Bytes.text(run.memory());
            throw new UserError(allowed + ": the sweep takes about " + NumberText.bytes((double) needed.total()) + " ("
                    + parts(needed) + "); " + remedy(needed) + " would make it fit");
        }
    }

    /** The parts of an estimate in words. */
    static String parts(MemoryEstimate memory) {
        return "inputs " + NumberText.bytes((double) memory.inputs()) + ", artifacts "
                + NumberText.bytes((double) memory.artifacts())
                + ", threads " + NumberText.bytes((double) memory.sessions()) + ", batches "
                + NumberText.bytes((double) memory.batches())
                + ", listed points " + NumberText.bytes((double) memory.listed());
    }

    private String remedy(MemoryEstimate needed) {
        if (fits(estimate(run.executor(), plan, LISTED_BY_DEFAULT))) {
            return "--top " + LISTED_BY_DEFAULT;
        }
        if (fits(estimate(run.executor(), SweepPlan.of(plan.space(), run.workers()), run.top()))) {
            return "--batch auto";
        }
        SweepExecutor alone = new SweepExecutor(1);
        if (fits(estimate(alone, plan, run.top()))) {
            return "--threads 1";
        }
        return run.memory() == 0
                ? "WINNOW_OPTS=-Xmx" + Bytes.text(RunSection.heapBytes(needed.total()))
                : "--memory " + Bytes.text(enough(needed));
    }

    /** Half of what is allowed is for artifacts, which then are kept as far as they fit: twice the rest is enough. */
    private long enough(MemoryEstimate needed) {
        long rest = needed.total() - Math.min(needed.artifacts(), run.memoryBytes() / 2);
        return Math.max(needed.total(), 2 * rest);
    }

    /** Where no memory is given, artifacts take what all else leaves of the heap, and are worked out again beyond that. */
    private boolean fits(MemoryEstimate memory) {
        long needed = run.memory() == 0 ? memory.total() - memory.artifacts() : memory.total();
        return needed <= run.sweepBytes();
    }
}
