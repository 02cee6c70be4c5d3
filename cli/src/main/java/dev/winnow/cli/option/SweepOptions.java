package dev.winnow.cli.option;

import dev.winnow.cli.config.Overrides;
import dev.winnow.cli.config.SweepSpec;
import dev.winnow.cli.console.Console;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The spec of a run over many points, how it is executed, printed and kept. */
public final class SweepOptions {
    @Mixin
    private final SpecOptions options = new SpecOptions();

    @Mixin
    private final ExecutionOptions execution = new ExecutionOptions();

    @Option(names = "--top", paramLabel = "N|all", description = "Points to list; default: 10.")
    private @Nullable String top;

    @Option(names = "--output", paramLabel = "FORMAT", description = "table, json or csv; default: table.")
    private @Nullable String output;

    @Option(names = "--dry-run", description = "Say what would run, how long and in how much memory; keep nothing.")
    private boolean dryRun;

    @Mixin
    private final RunOptions runOptions = new RunOptions();

    @Mixin
    private final ReportOption report = new ReportOption();

    /** The spec with what the environment and the options lay over it. */
    public SweepSpec read(Console console) {
        List<Overrides.Flag> flags = new ArrayList<>(execution.flags());
        ExecutionOptions.add(flags, "top", top);
        ExecutionOptions.add(flags, "output", output);
        return options.read(console, flags.toArray(Overrides.Flag[]::new));
    }

    /** How it is executed. */
    public ExecutionOptions execution() {
        return execution;
    }

    /** Whether only to say what would run. */
    public boolean dryRun() {
        return dryRun;
    }

    /** Where it is kept. */
    public RunOptions run() {
        return runOptions;
    }

    /** Whether a report is wanted. */
    public ReportOption report() {
        return report;
    }
}
