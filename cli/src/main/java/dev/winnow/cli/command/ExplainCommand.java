package dev.winnow.cli.command;

import dev.winnow.cli.config.Thresholds;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.ExitCode;
import dev.winnow.cli.option.HelpOption;
import dev.winnow.cli.option.OverlayOptions;
import dev.winnow.cli.option.RunsOption;
import dev.winnow.cli.ready.PlanTable;
import dev.winnow.cli.ready.ReadySpec;
import dev.winnow.cli.report.RunVerdict;
import dev.winnow.engine.UserError;
import dev.winnow.engine.store.Json;
import dev.winnow.engine.store.StoredRun;
import dev.winnow.replay.market.LoadedBars;
import dev.winnow.reports.format.PrettyJson;
import dev.winnow.reports.table.NumberText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow explain}: the shared plan of a strategy, or where the time of a run went. */
@Command(
        name = "explain",
        description = {
            "Of a SPEC: print what a sweep computes, on which parameters it depends, and how often that is.",
            "Of a RUN: print where its time went, what held it back, and a command that tests it."
        })
final class ExplainCommand implements Callable<Integer> {
    /** Formats of a verdict, named as typed. */
    enum Format {
        table,
        json
    }

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Parameters(paramLabel = "SPEC|RUN", description = "A spec's YAML file; or a run's name, or its folder.")
    private String what;

    @Mixin
    private final OverlayOptions overlay = new OverlayOptions();

    @Mixin
    private final RunsOption runs = new RunsOption();

    @Option(names = "--output", paramLabel = "FORMAT", description = "Of a RUN: table or json; default: table.")
    private Format format = Format.table;

    @Option(
            names = "--thresholds",
            paramLabel = "FILE",
            description = "Of a RUN: from where on a number is a finding; YAML, see configs/thresholds.yaml.")
    private @Nullable Path thresholds;

    @Option(
            names = "--threshold",
            paramLabel = "NAME=VALUE",
            description = "Of a RUN: one threshold, such as lock=5%%; may be repeated.")
    private List<String> given = new ArrayList<>();

    private final Console console;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path file = Path.of(what);
        if (!Files.isRegularFile(file) && !what.matches(".*[.]ya?ml")) {
            return run();
        }
        if (format != Format.table) {
            throw new UserError(
                    "explain " + what + ": a spec's plan is printed as a table; --output json is for a run");
        }
        spec(file);
        return ExitCode.DONE;
    }

    private int run() {
        StoredRun run = runs.catalog().find(what);
        List<RunVerdict> verdicts = RunVerdict.of(run, Thresholds.read(thresholds, given));
        switch (format) {
            case table -> verdicts.forEach(verdict -> verdict.print(console.out()));
            case json ->
                PrettyJson.write(
                        console.out(),
                        json -> Json.tree(
                                json,
                                Map.of(
                                        "run",
                                        run.name(),
                                        "symbols",
                                        verdicts.stream().map(RunVerdict::facts).toList())));
        }
        if (verdicts.isEmpty()) {
            console.err()
                    .println("run " + run.folder() + ": nothing was observed of it; sweep it anew with --force-new");
            return ExitCode.NOTHING_MEASURED;
        }
        return ExitCode.DONE;
    }

    private void spec(Path file) {
        ReadySpec ready = ReadySpec.of(overlay.read(file, console));
        for (LoadedBars loaded : ready.loaded(console)) {
            console.out()
                    .println(loaded.bars().symbol() + ", "
                            + NumberText.grouped(loaded.bars().size()) + " bars, "
                            + NumberText.grouped(gridPoints(ready)) + " grid points");
            PlanTable.print(ready.plan(), loaded.bars().size(), console);
        }
    }

    private static long gridPoints(ReadySpec ready) {
        return ready.spec().axes().stream().mapToLong(axis -> axis.levels()).reduce(1, (a, b) -> a * b);
    }
}
