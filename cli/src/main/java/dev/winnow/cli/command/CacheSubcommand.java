package dev.winnow.cli.command;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.option.CacheFormat;
import dev.winnow.cli.option.CacheOptions;
import dev.winnow.cli.option.HelpOption;
import dev.winnow.engine.artifact.StoredArtifacts;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** What the commands that look after kept values share: which values, and how the command prints. */
abstract class CacheSubcommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Mixin
    final CacheOptions options = new CacheOptions();

    @Mixin
    final CacheFormat format = new CacheFormat();

    final Console console;

    CacheSubcommand(Console console) {
        this.console = console;
    }

    @Override
    public final Integer call() {
        try (StoredArtifacts stored = options.open(console)) {
            return call(stored);
        }
    }

    /** Does the work; returns the exit code. */
    abstract int call(StoredArtifacts stored);
}
