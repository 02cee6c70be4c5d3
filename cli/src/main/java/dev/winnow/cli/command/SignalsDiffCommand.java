package dev.winnow.cli.command;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.option.HelpOption;
import dev.winnow.cli.option.ListingOption;
import dev.winnow.cli.signals.SignalsDifference;
import dev.winnow.replay.recording.Recording;
import dev.winnow.replay.recording.RecordingDiff;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code winnow signals diff}. */
@Command(name = "diff", description = "Compare two recordings: settings, data and code, then signal by signal.")
final class SignalsDiffCommand implements Runnable {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Parameters(index = "0", paramLabel = "DIR", description = "The first recording.")
    private Path first;

    @Parameters(index = "1", paramLabel = "DIR", description = "The second recording.")
    private Path second;

    @Mixin
    private final ListingOption output = new ListingOption();

    private final Console console;

    SignalsDiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        try (Recording one = Recording.open(first);
                Recording other = Recording.open(second)) {
            RecordingDiff diff = RecordingDiff.of(one, other);
            output.print(SignalsDifference.listing(diff), console);
            console.err()
                    .println(String.format(
                            Locale.ROOT,
                            "%,d signals are the same to the bit, %,d are not",
                            diff.equal(),
                            diff.signals().size()));
        }
    }
}
