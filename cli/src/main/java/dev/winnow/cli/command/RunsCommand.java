package dev.winnow.cli.command;

import dev.winnow.cli.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code winnow runs}: what is kept. */
@Command(name = "runs", description = "List, show, compare or remove the runs that are kept.")
final class RunsCommand extends CommandGroup {
    private RunsCommand() {
        super("list, show RUN, rm RUN, or diff RUN RUN");
    }

    /** The command with what it carries. */
    static CommandLine on(Console console) {
        return new CommandLine(new RunsCommand())
                .addSubcommand("list", new RunsListCommand(console))
                .addSubcommand("show", new RunsShowCommand(console))
                .addSubcommand("rm", new RunsRemoveCommand(console))
                .addSubcommand("diff", new RunsDiffCommand(console));
    }
}
