package dev.winnow.cli.command;

import dev.winnow.cli.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code winnow data}: bars outside a sweep. */
@Command(name = "data", description = "Describe bars, or make some.")
final class DataCommand extends CommandGroup {
    private DataCommand() {
        super("describe FILE, or synth");
    }

    /** The command with what it carries. */
    static CommandLine on(Console console) {
        return new CommandLine(new DataCommand())
                .addSubcommand("describe", new DataDescribeCommand(console))
                .addSubcommand("synth", new DataSynthCommand(console));
    }
}
