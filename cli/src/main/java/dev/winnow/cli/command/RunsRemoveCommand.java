package dev.winnow.cli.command;

import dev.winnow.cli.console.Console;
import dev.winnow.engine.store.RunCatalog;
import dev.winnow.engine.store.StoredRun;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code winnow runs rm}. */
@Command(name = "rm", description = "Remove runs with all that they hold.")
final class RunsRemoveCommand extends RunsSubcommand {
    @Parameters(paramLabel = "RUN", arity = "1..*", description = "Names of runs, or their folders.")
    private List<String> names;

    RunsRemoveCommand(Console console) {
        super(console);
    }

    @Override
    void call() throws IOException {
        List<StoredRun> found = names.stream().map(catalog()::find).toList();
        for (StoredRun run : found) {
            RunCatalog.remove(run);
            console.err().println("removed " + run.folder());
        }
    }
}
