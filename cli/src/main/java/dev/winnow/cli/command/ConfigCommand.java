package dev.winnow.cli.command;

import dev.winnow.cli.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code winnow config}: what a spec may say, and what one says. */
@Command(name = "config", description = "Explain a spec's settings, or print the schema of specs.")
final class ConfigCommand extends CommandGroup {
    private ConfigCommand() {
        super("explain SPEC, or schema");
    }

    /** The command with what it carries. */
    static CommandLine on(Console console) {
        return new CommandLine(new ConfigCommand())
                .addSubcommand("explain", new ConfigExplainCommand(console))
                .addSubcommand("schema", new ConfigSchemaCommand(console));
    }
}
