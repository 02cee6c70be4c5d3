package dev.winnow.cli.command;

import picocli.CommandLine.Option;

/** {@code --help}, the same on every command. */
final class HelpOption {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Say how the command is used, and exit.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;
}
