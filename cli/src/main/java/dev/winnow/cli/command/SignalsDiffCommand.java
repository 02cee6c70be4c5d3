package dev.winnow.cli.command;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.ExitCode;
import dev.winnow.cli.option.HelpOption;
import dev.winnow.cli.option.ListingOption;
import dev.winnow.cli.signals.SignalsDifference;
import dev.winnow.replay.recording.Recording;
import dev.winnow.replay.recording.RecordingDiff;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code winnow signals diff}. */
@Command(
        name = "diff",
        description = "Compare two recordings: settings, data and code, then signal by signal.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the recordings are the same",
            "1:they differ, or there is a bug",
            "2:a mistake in the usage, or no recording to compare"
        })
final class SignalsDiffCommand implements Callable<Integer> {
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
    public Integer call() {
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
            return diff.identity().isEmpty() && diff.signals().isEmpty() ? ExitCode.DONE : ExitCode.DIFFERENT;
        }
    }
}
