package dev.winnow.cli.command;

import dev.winnow.cli.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code winnow cache}: what was computed once and is kept for the next run. */
@Command(name = "cache", description = "Look after what is kept from run to run: count, make room, check, clear.")
final class CacheCommand extends CommandGroup {
    private CacheCommand() {
        super("stats, gc, clear, verify or bench");
    }

    /** The command with what it carries. */
    static CommandLine on(Console console) {
        return new CommandLine(new CacheCommand())
                .addSubcommand("stats", new CacheStatsCommand(console))
                .addSubcommand("gc", new CacheGcCommand(console))
                .addSubcommand("clear", new CacheClearCommand(console))
                .addSubcommand("verify", new CacheVerifyCommand(console))
                .addSubcommand("bench", new CacheBenchCommand(console));
    }
}
