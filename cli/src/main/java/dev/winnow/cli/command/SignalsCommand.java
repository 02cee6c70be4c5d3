package dev.winnow.cli.command;

import dev.winnow.cli.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code winnow signals}: what was recorded. */
@Command(name = "signals", description = "Describe, compare, export or import recorded signals.")
final class SignalsCommand extends CommandGroup {
    private SignalsCommand() {
        super("describe DIR, diff DIR DIR, export DIR, or import FILE -o DIR");
    }

    /** The command with what it carries. */
    static CommandLine on(Console console) {
        return new CommandLine(new SignalsCommand())
                .addSubcommand("describe", new SignalsDescribeCommand(console))
                .addSubcommand("diff", new SignalsDiffCommand(console))
                .addSubcommand("export", new SignalsExportCommand(console))
                .addSubcommand("import", new SignalsImportCommand(console));
    }
}
