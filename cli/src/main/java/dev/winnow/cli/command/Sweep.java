package dev.winnow.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.winnow.engine.execute.Execution;
import dev.winnow.engine.execute.ResultSink;
import dev.winnow.engine.execute.StopSignal;
import dev.winnow.engine.execute.SweepExecutor;
import dev.winnow.engine.plan.Objective;
import dev.winnow.engine.plan.Ranking;
import dev.winnow.engine.plan.Requirement;
import dev.winnow.engine.plan.SweepPlan;
import dev.winnow.engine.space.Space;
import dev.winnow.engine.store.ResultsLayout;
import dev.winnow.engine.store.ResultsReader;
import dev.winnow.engine.store.RunFolder;
import dev.winnow.engine.store.RunIdentity;
import dev.winnow.engine.store.StoredRun;
import dev.winnow.replay.BacktestWorkload;
import dev.winnow.replay.expression.ScalarExpression;
import dev.winnow.replay.market.LoadedBars;
import dev.winnow.replay.performance.PerformanceMetric;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A spec over the bars of its symbols: evaluated into the folder of a run, or read back from it. */
final class Sweep {
    private final ReadySpec ready;
    private final List<LoadedBars> symbols;
    private final List<PerformanceMetric> metrics;
    private final Space space;
    private final RunIdentity identity;

    Sweep(ReadySpec ready, List<LoadedBars> symbols) {
        this.ready = ready;
        this.symbols = symbols;
        this.metrics = ready.metrics();
        this.space = ready.space();
        this.identity = RunRecord.identity(ready.spec(), symbols);
    }

    RunIdentity identity() {
        return identity;
    }

    ResultsLayout layout() {
        return new ResultsLayout(
                symbols.stream().map(loaded -> loaded.bars().symbol()).toList(),
                space.size(),
                space.axes(),
                metrics.stream().map(PerformanceMetric::text).toList());
    }

    BacktestWorkload workload(LoadedBars loaded) {
        return ready.workload(loaded, metrics);
    }

    SweepPlan plan() {
        int points = ready.spec().run().batch();
        return points == 0 ? SweepPlan.of(space, ready.spec().run().workers()) : SweepPlan.withBatchSize(space, points);
    }

    /** Evaluates what the folder lacks, symbol by symbol, until told to stop. */
    List<SymbolSweep> evaluate(RunFolder folder, StopSignal stop, Console console) throws IOException {
        List<SymbolSweep> sweeps = new ArrayList<>();
        for (int ordinal = 0; ordinal < symbols.size() && !stop.requested(); ordinal++) {
            Ranking best = ranking();
            FirstFailures failures = new FirstFailures();
            long kept = folder.stored(ordinal);
            folder.replay(ordinal, found(ordinal, best, failures));
            sweeps.add(evaluate(ordinal, kept, folder.sink(ordinal), best, failures, stop, console));
        }
        return sweeps;
    }

    /** Evaluates all and keeps nothing. */
    List<SymbolSweep> evaluate(Console console) {
        List<SymbolSweep> sweeps = new ArrayList<>();
        for (int ordinal = 0; ordinal < symbols.size(); ordinal++) {
            ResultSink nowhere = (points, outcome) -> {};
            sweeps.add(evaluate(ordinal, 0, nowhere, ranking(), new FirstFailures(), new StopSignal(), console));
        }
        return sweeps;
    }

    private SymbolSweep evaluate(
            int ordinal,
            long kept,
            ResultSink keep,
            Ranking best,
            FirstFailures failures,
            StopSignal stop,
            Console console) {
        LoadedBars loaded = symbols.get(ordinal);
        BacktestWorkload workload = workload(loaded);
        ResultSink sink = keep.andThen(found(ordinal, best, failures));
        SweepPlan left = plan().from(kept);
        try (ProgressLine progress = ProgressLine.on(console, loaded.bars().symbol(), left.points())) {
            Execution execution =
                    new SweepExecutor(ready.spec().run().workers()).run(workload, left, sink, progress, stop);
            return new SymbolSweep(
                    loaded,
                    space,
                    workload.kernel(),
                    kept,
                    kept + execution.evaluated(),
                    execution.threads(),
                    execution.elapsedNanos() / 1e9,
                    best,
                    failures);
        }
    }

    /**
     * What a complete run found.
     *
     * @throws dev.winnow.engine.UserError when its results are damaged
     */
    List<SymbolSweep> read(StoredRun run) throws IOException {
        try (ResultsReader results = run.results()) {
            List<SymbolSweep> sweeps = new ArrayList<>();
            for (int ordinal = 0; ordinal < symbols.size(); ordinal++) {
                sweeps.add(read(ordinal, results, run.manifest().path("symbols").path(ordinal)));
            }
            if (!results.complete()) {
                throw results.damage();
            }
            return sweeps;
        }
    }

    private SymbolSweep read(int ordinal, ResultsReader results, JsonNode said) throws IOException {
        Ranking best = ranking();
        FirstFailures failures = new FirstFailures();
        results.replay(ordinal, found(ordinal, best, failures));
        return new SymbolSweep(
                symbols.get(ordinal),
                space,
                said.path("kernel").asText(),
                said.path("kept").asLong(),
                said.path("evaluated").asLong(),
                said.path("threads").asInt(),
                said.path("wallSeconds").asDouble(),
                best,
                failures);
    }

    /** What was found, to be printed. */
    SweepResult result(List<SymbolSweep> sweeps, Path folder) {
        return new SweepResult(
                ready.spec(), metrics.stream().map(PerformanceMetric::metric).toList(), sweeps, folder);
    }

    private static ResultSink found(int ordinal, Ranking best, FirstFailures failures) {
        ResultSink ranked = (points, outcome) -> best.accept(ordinal, points, outcome);
        return ranked.andThen(failures);
    }

    private Ranking ranking() {
        int objective =
                metrics.indexOf(PerformanceMetric.of(ready.spec().objective().metric()));
        return new Ranking(
                new Objective(objective, ready.spec().objective().maximize()), require(), metrics.size(), (int)
                        Math.min(Integer.MAX_VALUE, ready.spec().run().top()));
    }

    /** Reads a row of the computed metrics as the row of all that 'require' is compiled for. */
    private Requirement require() {
        ScalarExpression require = ready.require();
        if (require == null) {
            return Requirement.NONE;
        }
        double[] all = new double[PerformanceMetric.values().length];
        return row -> {
            Arrays.fill(all, Double.NaN);
            for (int m = 0; m < row.length; m++) {
                all[PerformanceMetric.names().indexOf(metrics.get(m).text())] = row[m];
            }
            return require.holds(all, 0);
        };
    }
}
