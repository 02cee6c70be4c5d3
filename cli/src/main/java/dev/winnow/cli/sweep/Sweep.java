package dev.winnow.cli.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import dev.winnow.cli.config.RunSection;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.ProgressLine;
import dev.winnow.cli.ready.ReadySweep;
import dev.winnow.cli.ready.SpecIdentity;
import dev.winnow.engine.execute.Execution;
import dev.winnow.engine.execute.ResultSink;
import dev.winnow.engine.execute.StopSignal;
import dev.winnow.engine.plan.Forecast;
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
import dev.winnow.engine.workload.Metric;
import dev.winnow.engine.workload.Subject;
import dev.winnow.engine.workload.Workload;
import dev.winnow.replay.expression.ScalarExpression;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A spec over its subjects: evaluated into the folder of a run, or read back from it. */
public final class Sweep {
    private final ReadySweep ready;
    private final List<Subject> subjects;
    private final List<Metric> metrics;
    private final Space space;
    private final RunIdentity identity;

    /** @param subjects that the spec is evaluated over, in the order of the results */
    public Sweep(ReadySweep ready, List<Subject> subjects) {
        this.ready = ready;
        this.subjects = subjects;
        this.metrics = ready.metrics();
        this.space = ready.space();
        this.identity = SpecIdentity.of(ready.spec(), subjects);
    }

    /** What tells its run from others. */
    public RunIdentity identity() {
        return identity;
    }

    /** How its results lie in the run's folder. */
    public ResultsLayout layout() {
        return new ResultsLayout(
                subjects.stream().map(Subject::name).toList(),
                space.size(),
                space.axes(),
                metrics.stream().map(Metric::name).toList());
    }

    /** @throws dev.winnow.engine.UserError when the sweep takes more memory than it is given, or than there is */
    void requireMemory() {
        RunSection run = ready.spec().run();
        subjects.forEach(subject -> new MemoryCheck(run, subject.workload().get(), plan()).require());
    }

    SweepPlan plan() {
        int points = ready.spec().run().batch();
        return points == 0 ? SweepPlan.of(space, ready.spec().run().workers()) : SweepPlan.withBatchSize(space, points);
    }

    /** Evaluates what the folder lacks, symbol by symbol, until told to stop. */
    public List<SymbolSweep> evaluate(RunFolder folder, StopSignal stop, Console console) throws IOException {
        List<SymbolSweep> sweeps = new ArrayList<>();
        for (int ordinal = 0; ordinal < subjects.size() && !stop.requested(); ordinal++) {
            Ranking best = ranking();
            FirstFailures failures = new FirstFailures();
            long kept = folder.stored(ordinal);
            folder.replay(ordinal, found(ordinal, best, failures));
            SymbolSweep sweep = evaluate(ordinal, kept, folder.sink(ordinal), best, failures, stop, console);
            sweeps.add(sweep);
            if (!sweep.stopped().isEmpty()) {
                break;
            }
        }
        return sweeps;
    }

    /** Evaluates all and keeps nothing. */
    public List<SymbolSweep> evaluate(Console console) {
        List<SymbolSweep> sweeps = new ArrayList<>();
        for (int ordinal = 0; ordinal < subjects.size(); ordinal++) {
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
        Subject subject = subjects.get(ordinal);
        Workload workload = subject.workload().get();
        ResultSink sink = keep.andThen(found(ordinal, best, failures));
        SweepPlan left = plan().from(kept);
        try (ProgressLine progress = ProgressLine.on(console, subject.name(), left.points())) {
            Execution execution = ready.spec().run().executor().run(workload, left, sink, progress, stop);
            return new SymbolSweep(
                    subject,
                    space,
                    workload.kernel(),
                    workload.unitsPerPoint(),
                    kept,
                    kept + execution.evaluated(),
                    execution.threads(),
                    execution.elapsedNanos() / 1e9,
                    execution.stopped(),
                    foretold(execution),
                    execution.observation().facts(),
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
            for (int ordinal = 0; ordinal < subjects.size(); ordinal++) {
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
                subjects.get(ordinal),
                space,
                said.path("kernel").asText(),
                said.path("unitsPerPoint").asLong(),
                said.path("kept").asLong(),
                said.path("evaluated").asLong(),
                said.path("threads").asInt(),
                said.path("wallSeconds").asDouble(),
                "",
                Map.of(),
                Map.of(),
                best,
                failures);
    }

    /** What was found, to be printed. */
    SweepResult result(List<SymbolSweep> sweeps, Path folder) {
        return new SweepResult(ready.spec(), metrics, ready.notes(), sweeps, folder);
    }

    /** What was predicted of a run on its way, and by how much that was wrong; empty when it ended before. */
    private static Map<String, Object> foretold(Execution execution) {
        Forecast forecast = execution.forecast();
        Map<String, Object> foretold = new LinkedHashMap<>();
        if (forecast.made() && execution.complete()) {
            foretold.put("afterPoints", forecast.points());
            foretold.put("wallSeconds", forecast.nanos() / 1e9);
            foretold.put("wallError", forecast.error(execution.elapsedNanos()));
            if (!Double.isNaN(forecast.bytes())) {
                foretold.put("allocatedBytes", forecast.bytes());
                foretold.put("allocatedError", forecast.bytes() / execution.bytes() - 1);
            }
        }
        return foretold;
    }

    private static ResultSink found(int ordinal, Ranking best, FirstFailures failures) {
        return ResultSink.into(best, ordinal).andThen(failures);
    }

    private Ranking ranking() {
        int objective = metrics.stream()
                .map(Metric::name)
                .toList()
                .indexOf(ready.spec().objective().metric());
        return new Ranking(
                new Objective(objective, ready.spec().objective().maximize()), this::require, metrics.size(), (int)
                        Math.min(Integer.MAX_VALUE, ready.spec().run().top()));
    }

    /** Reads a row of the computed metrics as the row of all that 'require' is compiled for. */
    private Requirement require() {
        ScalarExpression require = ready.require();
        if (require == null) {
            return Requirement.NONE;
        }
        List<String> known = ready.knownMetrics();
        int[] places = metrics.stream()
                .mapToInt(metric -> known.indexOf(metric.name()))
                .toArray();
        double[] all = new double[known.size()];
        Arrays.fill(all, Double.NaN);
        return row -> {
            for (int m = 0; m < row.length; m++) {
                all[places[m]] = row[m];
            }
            return require.holds(all, 0);
        };
    }
}
