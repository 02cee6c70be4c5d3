package dev.winnow.cli.option;

import picocli.CommandLine.Option;

/** {@code --help}, the same on every command. */
public final class HelpOption {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Say how the command is used, and exit.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;
}
