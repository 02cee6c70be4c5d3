package dev.winnow.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.winnow.cli.config.SpecReader;
import dev.winnow.cli.config.StoredSpec;
import dev.winnow.cli.config.SweepSpec;
import dev.winnow.cli.config.WorkloadSection;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.ready.SignalWords;
import dev.winnow.engine.ExactNumber;
import dev.winnow.engine.UserError;
import dev.winnow.engine.plan.Requirement;
import dev.winnow.engine.space.Axis;
import dev.winnow.engine.store.ResultsReader;
import dev.winnow.engine.store.StoredRun;
import dev.winnow.replay.EnsembleSettings;
import dev.winnow.replay.expression.ScalarExpression;
import dev.winnow.reports.flame.RunProfile;
import dev.winnow.reports.profile.ProfileFiles;
import dev.winnow.reports.summary.FullPoint;
import dev.winnow.reports.summary.ReplayAxes;
import dev.winnow.reports.summary.RunReport;
import dev.winnow.reports.summary.RunSummary;
import dev.winnow.reports.summary.TimeSpent;
import dev.winnow.reports.table.NumberText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a report tells of a run: the figures over its points, and its best point again from the bars. */
public final class RunReports {
    /** Name of a profile's folder in that of its run. */
    private static final String PROFILE = "profile";

    private final Console console;
    private final @Nullable Path profile;

    /** @param profile folder of a profile; null: the one in the run's folder, where there is one */
    public RunReports(Console console, @Nullable Path profile) {
        this.console = console;
        this.profile = profile;
    }

    /**
     * The report of a run; without the best point in full, and saying why, where it cannot be evaluated again.
     *
     * @param symbol which symbol; null: the one with the best point
     * @throws UserError when the run has no points, they are damaged, or there is no such symbol
     */
    public RunReport read(StoredRun run, @Nullable String symbol) throws IOException {
        String yaml = StoredSpec.yaml(run.identity());
        SweepSpec spec = SpecReader.read(folder(run).orElse(Path.of("")).resolve(StoredRun.MANIFEST), yaml);
        RunSummary summary = RunSummary.read(run, requirement(run, spec), replayed(run, spec), symbol);
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
        return new RunReport(
                summary,
                full,
                missing,
                noise.deviation(),
                noise.source(),
                yaml,
                warnings(summary),
                time(summary),
                profile(run));
    }

    private static Optional<TimeSpent> time(RunSummary summary) {
        return RunVerdict.of(summary.run(), Map.of()).stream()
                .filter(verdict -> verdict.symbol()
                        .path("symbol")
                        .asText()
                        .equals(summary.chosen().symbol()))
                .findFirst()
                .map(verdict -> new TimeSpent(verdict.verdict().shares(), verdict.sentence(), verdict.advice()));
    }

    private Optional<RunProfile> profile(StoredRun run) {
        Path inRun = run.folder().resolve(PROFILE);
        Path place = profile == null && Files.isDirectory(inRun) ? inRun : profile;
        return Optional.ofNullable(place).map(ProfileFiles::run);
    }

    private static Optional<Path> folder(StoredRun run) {
        return Optional.ofNullable(run.manifest().path("specFolder").textValue())
                .map(Path::of);
    }

    /** Weights stand before the parameters of the spec. */
    private static ReplayAxes replayed(StoredRun run, SweepSpec spec) throws IOException {
        if (!(spec.section() instanceof WorkloadSection.Replayed section)) {
            return ReplayAxes.NONE;
        }
        try (ResultsReader results = run.results()) {
            List<Axis> axes = results.layout().axes();
            return axes(
                    section.combine().settings(List.of(), axes),
                    axes.size() - spec.axes().size());
        }
    }

    private static ReplayAxes axes(EnsembleSettings settings, int weights) {
        return switch (settings) {
            case EnsembleSettings.Weighted weighted ->
                new ReplayAxes(weights, weighted.enter().axis(), weighted.exit().axis());
            case EnsembleSettings.BestOf best ->
                new ReplayAxes(weights, best.enter().axis(), best.exit().axis());
            case EnsembleSettings.Vote vote -> new ReplayAxes(weights, -1, -1);
        };
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
        List<String> signals = manifest.path("signals").properties().stream()
                .map(signal ->
                        SignalWords.note(signal.getKey(), signal.getValue().asText()))
                .toList();
        for (JsonNode note : manifest.path("notes")) {
            if (!signals.contains(note.asText())) {
                warnings.add(sentence(note.asText()));
            }
        }
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
