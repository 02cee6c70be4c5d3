package dev.winnow.cli.command;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.option.HelpOption;
import dev.winnow.cli.option.RunsOption;
import dev.winnow.engine.UserError;
import dev.winnow.engine.store.RunCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine.Mixin;

/** What the commands that look after runs share: where the runs are, and what is said where they cannot be read. */
abstract class RunsSubcommand implements Runnable {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Mixin
    private final RunsOption runs = new RunsOption();

    final Console console;

    RunsSubcommand(Console console) {
        this.console = console;
    }

    final RunCatalog catalog() {
        return runs.catalog();
    }

    @Override
    public final void run() {
        try {
            call();
        } catch (IOException | UncheckedIOException e) {
            throw new UserError("runs in " + catalog().folder() + ": " + e.getMessage()
                    + "; check that the folder can be read and written");
        }
    }

    abstract void call() throws IOException;
}
