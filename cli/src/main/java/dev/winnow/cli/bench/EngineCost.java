package dev.winnow.cli.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.winnow.engine.execute.ResultSink;
import dev.winnow.engine.execute.SweepExecutor;
import dev.winnow.engine.plan.Objective;
import dev.winnow.engine.plan.Ranking;
import dev.winnow.engine.plan.Requirement;
import dev.winnow.engine.plan.SweepPlan;
import dev.winnow.engine.space.Space;
import dev.winnow.engine.store.RunCatalog;
import dev.winnow.engine.store.RunFolder;
import dev.winnow.engine.store.RunIdentity;
import dev.winnow.engine.store.StoredRun;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a sweep of a {@link Trifle} takes, in nanoseconds a point.
 *
 * @param wall from the start to the last delivery, the folder's making and end included
 * @param processor of all threads together, the JVM's own included
 * @param writer processor time of the thread that delivers
 */
record EngineCost(double wall, double processor, double writer) {
    private static final int LISTED = 10;

    /** What is done with the outcomes. */
    enum Part {
        /** Points are worked out, evaluated, handed over and dropped. */
        NOTHING("dropped"),
        RANKED("ranked"),
        KEPT("kept"),
        BOTH("ranked and kept");

        private final String text;

        Part(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** The least of each. */
    static EngineCost best(List<EngineCost> costs) {
        return new EngineCost(
                costs.stream().mapToDouble(EngineCost::wall).min().orElseThrow(),
                costs.stream().mapToDouble(EngineCost::processor).min().orElseThrow(),
                costs.stream().mapToDouble(EngineCost::writer).min().orElseThrow());
    }

    static EngineCost measure(Trifle trifle, Part part, int threads) throws IOException {
        Path folder = Files.createTempDirectory("winnow-bench");
        Space space = trifle.space();
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long writer = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long began = System.nanoTime();
        RunIdentity identity = new RunIdentity(Map.of("spec", trifle.name()));
        try (RunFolder run = RunFolder.open(folder, identity, trifle.layout())) {
            boolean kept = part == Part.KEPT || part == Part.BOTH;
            ResultSink nothing = (batch, outcome) -> {};
            ResultSink sink = kept ? run.sink(0) : nothing;
            new SweepExecutor(threads)
                    .run(
                            trifle,
                            SweepPlan.of(space, threads),
                            part == Part.RANKED || part == Part.BOTH ? sink.andThen(ranked()) : sink);
            if (kept) {
                run.finish(Map.of());
            }
        }
        double points = space.size();
        EngineCost cost = new EngineCost(
                (System.nanoTime() - began) / points,
                (system.getProcessCpuTime() - cpu) / points,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - writer) / points);
        Optional<StoredRun> left = StoredRun.in(folder); // a folder without a point has removed itself
        if (left.isPresent()) {
            RunCatalog.remove(left.get());
        }
        return cost;
    }

    private static ResultSink ranked() {
        return ResultSink.into(new Ranking(new Objective(1, true), () -> Requirement.NONE, 4, LISTED), 0);
    }
}
