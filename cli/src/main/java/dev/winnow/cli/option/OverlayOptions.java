package dev.winnow.cli.option;

import dev.winnow.cli.config.Overrides;
import dev.winnow.cli.config.SpecReader;
import dev.winnow.cli.config.SweepSpec;
import dev.winnow.cli.console.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What is laid over a spec, the same on every command that reads one. */
public final class OverlayOptions {
    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Fix a parameter (fast=10) or a setting (execution.fee='5 bps'); may be repeated.")
    private List<String> set = new ArrayList<>();

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            description = "Knobs to start from: laptop, machine, quiet, or a YAML file.")
    private String profile;

    /** The spec with what the environment and the options lay over it. */
    public SweepSpec read(Path spec, Console console, Overrides.Flag... flags) {
        return SpecReader.read(spec, new Overrides(profile, console.environment(), set, List.of(flags)));
    }
}
