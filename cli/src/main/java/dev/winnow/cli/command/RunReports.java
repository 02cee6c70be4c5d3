package dev.winnow.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.winnow.cli.config.SpecReader;
import dev.winnow.cli.config.StoredSpec;
import dev.winnow.cli.config.SweepSpec;
import dev.winnow.engine.ExactNumber;
import dev.winnow.engine.UserError;
import dev.winnow.engine.plan.Requirement;
import dev.winnow.engine.store.ResultsReader;
import dev.winnow.engine.store.StoredRun;
import dev.winnow.replay.expression.ScalarExpression;
import dev.winnow.reports.summary.FullPoint;
import dev.winnow.reports.summary.RunReport;
import dev.winnow.reports.summary.RunSummary;
import dev.winnow.reports.table.NumberText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a report tells of a run: the figures over its points, and its best point again from the bars. */
final class RunReports {
    private final Console console;

    RunReports(Console console) {
        this.console = console;
    }

    /**
     * The report of a run; without the best point in full, and saying why, where it cannot be evaluated again.
     *
     * @param symbol which symbol; null: the one with the best point
     * @throws UserError when the run has no points, they are damaged, or there is no such symbol
     */
    RunReport read(StoredRun run, @Nullable String symbol) throws IOException {
        String yaml = StoredSpec.yaml(run.identity());
        SweepSpec spec = SpecReader.read(folder(run).orElse(Path.of("")).resolve(StoredRun.MANIFEST), yaml);
        RunSummary summary = RunSummary.read(run, requirement(run, spec), symbol);
        Optional<FullPoint> full = Optional.empty();
        String missing = "";
        try {
            if (folder(run).isEmpty()) {
                throw new UserError("run.json does not say where its spec was");
            }
            full = Optional.of(BestPoint.of(summary, spec, console));
        } catch (UserError why) {
            missing = why.problems().getFirst();
        }
        Noise noise = Noise.of(summary);
        return new RunReport(summary, full, missing, noise.deviation(), noise.source(), yaml, warnings(summary));
    }

    private static Optional<Path> folder(StoredRun run) {
        return Optional.ofNullable(run.manifest().path("specFolder").textValue())
                .map(Path::of);
    }

    private static Requirement requirement(StoredRun run, SweepSpec spec) throws IOException {
        String require = spec.require();
        if (require == null) {
            return Requirement.NONE;
        }
        try (ResultsReader results = run.results()) {
            ScalarExpression good = ScalarExpression.ofMetrics(
                    "require", require, results.layout().metrics());
            return row -> good.holds(row, 0);
        }
    }

    private static List<String> warnings(RunSummary summary) {
        JsonNode manifest = summary.run().manifest();
        JsonNode symbol = manifest.path("symbols").path(summary.chosen().ordinal());
        List<String> warnings = new ArrayList<>();
        if (!summary.complete()) {
            warnings.add("The run is not complete: " + NumberText.grouped(summary.points()) + " of "
                    + NumberText.grouped(
                            summary.facts().points() * summary.facts().symbols().size())
                    + " points; winnow sweep with --resume goes on.");
        }
        manifest.path("notes").forEach(note -> warnings.add(sentence(note.asText())));
        long gaps = symbol.path("gaps").asLong();
        if (gaps > 0) {
            warnings.add(
                    NumberText.grouped(gaps) + (gaps == 1 ? " gap" : " gaps") + " between the bars, the largest after "
                            + symbol.path("largestGapAfter").asText() + ".");
        }
        long dropped = symbol.path("droppedRows").asLong();
        if (dropped > 0) {
            warnings.add(NumberText.grouped(dropped) + (dropped == 1 ? " row" : " rows")
                    + " of the source broke a rule and were dropped.");
        }
        return warnings;
    }

    private static String sentence(String note) {
        return note.isEmpty() ? note : Character.toUpperCase(note.charAt(0)) + note.substring(1) + ".";
    }

    /**
     * How much an objective varies by chance alone.
     *
     * @param deviation standard deviation; NaN: not known
     * @param source formula and source; empty where it is not known
     */
    private record Noise(double deviation, String source) {
        /** Of the Sharpe ratio alone a formula is known that asks for nothing but the number of bars. */
        static Noise of(RunSummary summary) {
            JsonNode symbol = summary.run()
                    .manifest()
                    .path("symbols")
                    .path(summary.chosen().ordinal());
            double periods = symbol.path("periodsPerYear").asDouble(Double.NaN);
            int bars = symbol.path("bars").asInt();
            boolean sharpe = summary.facts().objectiveMetric().name().equals("sharpe");
            if (!sharpe || bars == 0 || !(periods > 0)) {
                return new Noise(Double.NaN, "");
            }
            double deviation = Math.sqrt(periods / bars);
            return new Noise(
                    deviation,
                    "over " + NumberText.grouped(bars) + " bars a Sharpe ratio of 0 varies by sqrt("
                            + ExactNumber.text(periods) + "/" + bars + ") = " + NumberText.fixed(deviation, 4)
                            + ", Lo 2002");
        }
    }
}
