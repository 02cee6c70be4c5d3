package dev.winnow.cli.command;

import dev.winnow.cli.config.SpecSchema;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.option.HelpOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code winnow config schema}. */
@Command(name = "schema", description = "Print the JSON Schema of specs, for editors.")
final class ConfigSchemaCommand implements Runnable {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    private final Console console;

    ConfigSchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        console.out().print(SpecSchema.text());
    }
}
