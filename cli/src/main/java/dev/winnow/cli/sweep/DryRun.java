package dev.winnow.cli.sweep;

import dev.winnow.cli.config.RunSection;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.ready.ReadySweep;
import dev.winnow.engine.execute.OracleCheck;
import dev.winnow.engine.execute.Probe;
import dev.winnow.engine.plan.MemoryEstimate;
import dev.winnow.engine.plan.SweepPlan;
import dev.winnow.engine.workload.Metric;
import dev.winnow.engine.workload.Subject;
import dev.winnow.engine.workload.Workload;
import dev.winnow.reports.table.NumberText;
import java.util.Locale;

/** Says what a sweep would run, how long that would take and how much memory; a few points are timed, none is kept. */
final class DryRun {
    private static final int ORACLE_POINTS = 8;

    private final ReadySweep ready;
    private final Console console;

    DryRun(ReadySweep ready, Console console) {
        this.ready = ready;
        this.console = console;
    }

    void print(Subject subject, SweepPlan plan) {
        Workload workload = subject.workload().get();
        RunSection run = ready.spec().run();
        console.out()
                .printf(
                        Locale.ROOT,
                        "%s: %,d of %,d grid points, in batches of at most %,d, on %d threads%n",
                        subject.name(),
                        plan.points(),
                        plan.space().gridSize(),
                        plan.batchSize(),
                        run.workers());
        if (!subject.note().isEmpty()) {
            console.out().printf(Locale.ROOT, "%s: %s%n", subject.name(), subject.note());
        }
        console.out().printf(Locale.ROOT, "kernel: %s%n", workload.kernel());
        console.out()
                .printf(
                        Locale.ROOT,
                        "metrics: %s%n",
                        String.join(
                                ", ",
                                workload.metrics().stream().map(Metric::name).toList()));
        if (workload.footprint().artifacts() > 0) {
            console.out()
                    .printf(
                            Locale.ROOT,
                            "artifacts: %,d distinct, prepared once each%n",
                            workload.footprint().artifacts());
        }
        time(workload, plan, run);
        MemoryEstimate memory = new MemoryCheck(run, workload, plan).estimate();
        console.out()
                .printf(
                        Locale.ROOT,
                        "memory: about %s at its peak: %s%n",
                        NumberText.bytes((double) memory.total()),
                        MemoryCheck.parts(memory));
        workload.oracle().ifPresent(oracle -> {
            OracleCheck check = OracleCheck.of(workload, oracle, plan, ORACLE_POINTS);
            console.out()
                    .printf(
                            Locale.ROOT,
                            "oracle: %d points compared, largest difference %.1e%n",
                            check.compared(),
                            check.worst());
        });
        ready.explain(subject, console);
    }

    private void time(Workload workload, SweepPlan plan, RunSection run) {
        Probe probe = Probe.of(workload, plan);
        console.out()
                .printf(
                        Locale.ROOT,
                        "time: about %s, by %,d points timed in %s%n",
                        seconds(probe.foretold(run.workers())),
                        probe.points(),
                        seconds((double) probe.nanos()));
    }

    /** Two significant digits are more than it is worth already. */
    private static String seconds(double nanos) {
        double seconds = nanos / 1e9;
        if (seconds < 100) {
            return String.format(Locale.ROOT, seconds < 1 ? "%.2f s" : "%.1f s", seconds);
        }
        return seconds < 36_000
                ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
                : String.format(Locale.ROOT, "%,.0f h", seconds / 3_600);
    }
}
