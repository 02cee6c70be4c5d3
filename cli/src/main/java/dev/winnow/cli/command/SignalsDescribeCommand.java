package dev.winnow.cli.command;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.option.HelpOption;
import dev.winnow.cli.option.ListingOption;
import dev.winnow.cli.signals.SignalsDescription;
import dev.winnow.replay.recording.Recording;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow signals describe}. */
@Command(
        name = "describe",
        description = "Print counts, densities, sizes, first and last signal, duplicates, and what strategies share.")
final class SignalsDescribeCommand implements Runnable {
    /** What a row is of. */
    enum By {
        strategy,
        setting,
        overlap
    }

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Parameters(paramLabel = "DIR", description = "Folder of a recording, or the file in it.")
    private Path folder;

    @Option(
            names = "--by",
            paramLabel = "ROW",
            description = "A row a strategy, a setting, or an overlap of two strategies; default: strategy.")
    private By by = By.strategy;

    @Mixin
    private final ListingOption output = new ListingOption();

    private final Console console;

    SignalsDescribeCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        try (Recording recording = Recording.open(folder)) {
            SignalsDescription description = SignalsDescription.of(recording);
            switch (by) {
                case strategy -> description.print(output.format(), console);
                case setting -> output.print(description.bySetting(), console);
                case overlap -> output.print(description.overlaps(), console);
            }
            if (!recording.complete()) {
                console.err()
                        .println("the recording is not complete: " + recording.kept() + " of "
                                + recording.head().settings() + " settings are there");
            }
        }
    }
}
