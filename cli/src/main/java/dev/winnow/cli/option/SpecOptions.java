package dev.winnow.cli.option;

import dev.winnow.cli.config.Overrides;
import dev.winnow.cli.config.SweepSpec;
import dev.winnow.cli.console.Console;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The spec and what is laid over it, the same on every command that reads one. */
public final class SpecOptions {
    @Parameters(paramLabel = "SPEC", description = "The spec: a YAML file.")
    private Path spec;

    @Mixin
    private final OverlayOptions overlay = new OverlayOptions();

    /** The spec with what the environment and the options lay over it. */
    public SweepSpec read(Console console, Overrides.Flag... flags) {
        return overlay.read(spec, console, flags);
    }
}
