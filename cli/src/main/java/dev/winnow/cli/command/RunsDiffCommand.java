package dev.winnow.cli.command;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.option.ListingOption;
import dev.winnow.reports.runs.RunDiff;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code winnow runs diff}. */
@Command(
        name = "diff",
        description = "Compare two runs: settings, data and code that differ, then the metrics of equal points.")
final class RunsDiffCommand extends RunsSubcommand {
    @Parameters(index = "0", paramLabel = "RUN", description = "The first run.")
    private String first;

    @Parameters(index = "1", paramLabel = "RUN", description = "The second run.")
    private String second;

    @Mixin
    private final ListingOption output = new ListingOption();

    RunsDiffCommand(Console console) {
        super(console);
    }

    @Override
    void call() throws IOException {
        output.print(RunDiff.of(catalog().find(first), catalog().find(second)), console);
    }
}
