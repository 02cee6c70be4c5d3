package dev.winnow.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code winnow cache}: what was computed once and is kept for the next run. */
@Command(
        name = "cache",
        description = "Look after what is kept from run to run: count, make room, check, clear.",
        synopsisSubcommandLabel = "COMMAND")
final class CacheCommand implements Runnable {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Spec
    private CommandSpec spec;

    /** The command with its subcommands. */
    static CommandLine on(Console console) {
        return new CommandLine(new CacheCommand())
                .addSubcommand("stats", new CacheStatsCommand(console))
                .addSubcommand("gc", new CacheGcCommand(console))
                .addSubcommand("clear", new CacheClearCommand(console))
                .addSubcommand("verify", new CacheVerifyCommand(console))
                .addSubcommand("bench", new CacheBenchCommand(console));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which: stats, gc, clear, verify or bench");
    }
}
