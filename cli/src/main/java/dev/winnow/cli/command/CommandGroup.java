package dev.winnow.cli.command;

import dev.winnow.cli.option.HelpOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only carries others: without one of them it asks which. */
@Command(synopsisSubcommandLabel = "COMMAND")
abstract class CommandGroup implements Runnable {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Spec
    private CommandSpec spec;

    private final String choices;

    /** @param choices the commands, as they are typed */
    CommandGroup(String choices) {
        this.choices = choices;
    }

    @Override
    public final void run() {
        throw new ParameterException(spec.commandLine(), "say which: " + choices);
    }
}
