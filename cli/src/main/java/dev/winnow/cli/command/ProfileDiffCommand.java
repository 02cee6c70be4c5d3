package dev.winnow.cli.command;

import dev.winnow.cli.config.Percent;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.ExitCode;
import dev.winnow.cli.option.HelpOption;
import dev.winnow.cli.option.ListingOption;
import dev.winnow.cli.profile.FrameChanges;
import dev.winnow.engine.UserError;
import dev.winnow.reports.profile.ProfileDiff;
import dev.winnow.reports.profile.ProfileFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow profile diff}: what changed between profiles. */
@Command(
        name = "diff",
        description = {
            "Compare profiles by each frame's share: a table of the largest changes, and a differential flame graph.",
            "With several profiles a side (A1,A2,A3 or a folder of them) each change has a p, corrected for their number."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "2:a mistake in the usage",
            "3:a frame grew by more than --fail-above, and not by chance",
            "4:one grew by more, but it may be chance, or there are too few profiles to say",
            "5:a side holds no sample"
        })
final class ProfileDiffCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Parameters(index = "0", paramLabel = "BEFORE", description = "Folders of profiles, or files of collapsed stacks.")
    private String before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "The same of the other side.")
    private String after;

    @Option(names = "--top", paramLabel = "N", description = "Changes to list; default: 20.")
    private int top = 20;

    @Option(names = "--fail-above", paramLabel = "P%%", description = "Fail when a frame's own share grew by more.")
    private @Nullable String failAbove;

    @Mixin
    private final ListingOption output = new ListingOption();

    @Option(names = "--out", paramLabel = "FILE", description = "The flame graph; default: profiles/diff.html.")
    private Path out = Path.of("profiles", "diff.html");

    private final Console console;

    ProfileDiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        double limit = failAbove == null ? Double.POSITIVE_INFINITY : Percent.parse("--fail-above", failAbove);
        ProfileDiff diff = new ProfileDiff(ProfileFiles.read(before), ProfileFiles.read(after));
        if (diff.isEmpty()) {
            console.err().println("profile diff: a side holds no sample, so there is nothing to compare");
            return ExitCode.NOTHING_MEASURED;
        }
        FrameChanges changes = new FrameChanges(diff.changes());
        output.print(changes.listing(top), console);
        if (!diff.isTested()) {
            console.err()
                    .println(
                            "one profile a side: no change is told from chance; give several, such as A1,A2,A3 B1,B2,B3");
        }
        write(diff.flameGraph(before + " → " + after).page());
        return changes.code(limit);
    }

    private void write(String page) {
        try {
            Path folder = out.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(out, page);
            console.err().println("written " + out);
        } catch (IOException e) {
            throw new UserError("--out " + out + ": cannot be written (" + e.getMessage() + ")");
        }
    }
}
