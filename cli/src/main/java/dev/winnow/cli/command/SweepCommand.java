package dev.winnow.cli.command;

import dev.winnow.cli.config.Overrides;
import dev.winnow.engine.UserError;
import dev.winnow.engine.execute.ResultSink;
import dev.winnow.engine.execute.StopSignal;
import dev.winnow.engine.execute.SweepExecutor;
import dev.winnow.engine.plan.Objective;
import dev.winnow.engine.plan.Ranking;
import dev.winnow.engine.plan.Requirement;
import dev.winnow.engine.plan.SweepPlan;
import dev.winnow.engine.space.Space;
import dev.winnow.engine.store.RunFolder;
import dev.winnow.engine.workload.Metric;
import dev.winnow.replay.BacktestWorkload;
import dev.winnow.replay.expression.ScalarExpression;
import dev.winnow.replay.market.LoadedBars;
import dev.winnow.replay.performance.PerformanceMetric;
import dev.winnow.reports.SweepReport;
import dev.winnow.reports.format.CsvOutput;
import dev.winnow.reports.format.JsonOutput;
import dev.winnow.reports.table.Glyphs;
import dev.winnow.reports.table.SweepTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow sweep}: every point of a spec, ranked. */
@Command(name = "sweep", description = "Run every point of a spec and print the best.")
final class SweepCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Mixin
    private final SpecOptions options = new SpecOptions();

    @Option(names = "--threads", paramLabel = "N", description = "Worker threads; default: one a core.")
    private @Nullable String threads;

    @Option(names = "--batch", paramLabel = "N", description = "Points a batch; never changes a result.")
    private @Nullable String batch;

    @Option(names = "--top", paramLabel = "N|all", description = "Points to list; default: 10.")
    private @Nullable String top;

    @Option(names = "--output", paramLabel = "FORMAT", description = "table, json or csv; default: table.")
    private @Nullable String output;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of runs; default: runs.")
    private Path out = Path.of("runs");

    @Option(names = "--dry-run", description = "Say what would run, and run nothing.")
    private boolean dryRun;

    private final Console console;

    SweepCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ReadySpec ready = ReadySpec.of(options.read(console, flags()));
        List<LoadedBars> symbols = ready.bars(console);
        if (dryRun) {
            symbols.forEach(loaded -> preview(ready, loaded));
            return ExitCode.DONE;
        }
        SweepResult result = run(ready, symbols);
        switch (Output.valueOf(ready.spec().run().output())) {
            case table -> SweepTable.write(result.report(), Glyphs.UNICODE, console.out());
            case json -> json(result.report());
            case csv -> CsvOutput.write(result.report(), console.out());
        }
        return result.reportFailures(console.err()) ? ExitCode.FAILED : ExitCode.DONE;
    }

    private void json(SweepReport report) {
        PrintWriter writer = Utf8.writer(console.out());
        JsonOutput.write(report, writer);
        writer.flush();
    }

    private Overrides.Flag[] flags() {
        List<Overrides.Flag> flags = new ArrayList<>();
        flag(flags, "threads", threads);
        flag(flags, "batch", batch);
        flag(flags, "top", top);
        flag(flags, "output", output);
        return flags.toArray(Overrides.Flag[]::new);
    }

    private static void flag(List<Overrides.Flag> flags, String name, @Nullable String value) {
        if (value != null) {
            flags.add(new Overrides.Flag("run." + name, value, "--" + name + " " + value));
        }
    }

    private SweepPlan plan(ReadySpec ready, BacktestWorkload workload) {
        String where = ready.spec().where();
        Space space = SweepPlan.order(workload.parameters(), ready.where(), where == null ? "" : where);
        int points = ready.spec().run().batch();
        return points == 0 ? SweepPlan.of(space, ready.spec().run().workers()) : SweepPlan.withBatchSize(space, points);
    }

    private SweepResult run(ReadySpec ready, List<LoadedBars> symbols) {
        List<SymbolSweep> sweeps = new ArrayList<>();
        List<Metric> metrics =
                ready.metrics().stream().map(PerformanceMetric::metric).toList();
        try (RunFolder folder =
                RunFolder.create(out, ready.spec().name(), RunRecord.key(ready.spec(), symbols), metrics)) {
            for (LoadedBars loaded : symbols) {
                sweeps.add(sweep(ready, loaded, sweeps.size(), folder));
            }
            folder.manifest(RunRecord.manifest(ready.spec(), sweeps));
            return new SweepResult(ready.spec(), sweeps, folder.publish());
        } catch (IOException | UncheckedIOException e) {
            throw new UserError("--out " + out + ": the run cannot be kept there (" + e.getMessage()
                    + "); name a folder that can be written to");
        }
    }

    private SymbolSweep sweep(ReadySpec ready, LoadedBars loaded, int ordinal, RunFolder folder) {
        List<PerformanceMetric> computed = ready.metrics();
        BacktestWorkload workload = ready.workload(loaded, computed);
        SweepPlan plan = plan(ready, workload);
        int objective =
                computed.indexOf(PerformanceMetric.of(ready.spec().objective().metric()));
        Ranking best = new Ranking(
                new Objective(objective, ready.spec().objective().maximize()),
                require(ready, computed),
                computed.size(),
                (int) Math.min(Integer.MAX_VALUE, ready.spec().run().top()));
        FirstFailures failures = new FirstFailures();
        ResultSink keep = folder.sink(ordinal, loaded.bars().symbol(), plan.space());
        ResultSink sink = keep.andThen((points, outcome) -> best.accept(ordinal, points, outcome))
                .andThen(failures);
        SweepExecutor executor = new SweepExecutor(ready.spec().run().workers());
        try (ProgressLine progress = ProgressLine.on(console, loaded.bars().symbol(), plan.points())) {
            return new SymbolSweep(
                    loaded,
                    plan.space(),
                    workload,
                    executor.run(workload, plan, sink, progress, new StopSignal()),
                    best,
                    failures);
        }
    }

    /** Reads a row of the computed metrics as the row of all that 'require' is compiled for. */
    private static Requirement require(ReadySpec ready, List<PerformanceMetric> computed) {
        ScalarExpression require = ready.require();
        if (require == null) {
            return Requirement.NONE;
        }
        double[] all = new double[PerformanceMetric.values().length];
        return row -> {
            Arrays.fill(all, Double.NaN);
            for (int m = 0; m < row.length; m++) {
                all[PerformanceMetric.names().indexOf(computed.get(m).text())] = row[m];
            }
            return require.holds(all, 0);
        };
    }

    private void preview(ReadySpec ready, LoadedBars loaded) {
        BacktestWorkload workload = ready.workload(loaded, ready.metrics());
        SweepPlan plan = plan(ready, workload);
        console.out()
                .println(String.format(
                        Locale.ROOT,
                        "%s: %,d of %,d grid points on %,d bars = %,d bar-points, in batches of at most %,d, on %d threads",
                        loaded.bars().symbol(),
                        plan.points(),
                        plan.space().gridSize(),
                        loaded.bars().size(),
                        plan.points() * loaded.bars().size(),
                        plan.batchSize(),
                        ready.spec().run().workers()));
        console.out().println("kernel: " + workload.kernel());
        console.out()
                .println("metrics: "
                        + String.join(
                                ", ",
                                workload.metrics().stream().map(Metric::name).toList()));
        ExplainCommand.print(ready, loaded.bars().size(), console);
    }
}
