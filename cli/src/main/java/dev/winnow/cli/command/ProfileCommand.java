package dev.winnow.cli.command;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.option.HelpOption;
import dev.winnow.cli.profile.Profiling;
import dev.winnow.engine.UserError;
import dev.winnow.engine.store.RunFolder;
import dev.winnow.reports.profile.Profile;
import dev.winnow.reports.profile.ProfileFiles;
import dev.winnow.reports.profile.ProfileSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow profile}: runs a command and samples it. */
@Command(
        name = "profile",
        description = {
            "Run a winnow command and sample it: flame graph, stacks, recording and a page of summary.",
            "The command's result goes to stdout and its exit code is kept; the summary goes to stderr."
        },
        footer = {"", "Example: winnow profile -- sweep configs/examples/sma-cross.yaml --force-new"})
final class ProfileCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Option(names = "--event", paramLabel = "EVENT", description = "cpu, ctimer, wall, alloc or lock; default: cpu.")
    private String event = "cpu";

    @Option(
            names = "--interval",
            paramLabel = "TIME|SIZE",
            description = "How far samples are apart: 100us to 1s, of alloc 1k to 1g;"
                    + " default: 4ms, wall 20ms, lock 100us, alloc 512k.")
    private @Nullable String interval;

    @Option(names = "--seconds", paramLabel = "N", description = "Sample only the first N; default: all.")
    private double seconds;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to; default: a new folder in profiles.")
    private @Nullable Path out;

    @Option(names = "--jfr", description = "Sample with the JDK's flight recorder, not with async-profiler.")
    private boolean jfr;

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "The command and its arguments, after --.")
    private List<String> command = new ArrayList<>();

    private final Console console;

    private ProfileCommand(Console console) {
        this.console = console;
    }

    static CommandLine on(Console console) {
        return new CommandLine(new ProfileCommand(console))
                .setStopAtPositional(true)
                .addSubcommand("diff", new ProfileDiffCommand(console));
    }

    @Override
    public Integer call() {
        if (command.isEmpty()) {
            throw new UserError("profile: say what to run, such as: winnow profile -- sweep SPEC");
        }
        if (command.getFirst().equals("profile")) {
            throw new UserError("profile: a profile of a profile cannot be taken; name another command after --");
        }
        Profiling profiling = Profiling.of(event, interval, seconds, jfr);
        try {
            Path folder = out == null
                    ? RunFolder.beside(Path.of("profiles", command.getFirst() + "-" + event))
                    : Files.createDirectories(out);
            Profile profile = profiling.run(
                    command, () -> Winnow.run(console, command.toArray(String[]::new)), ProfileCommand.class, folder);
            ProfileFiles.write(profile, folder);
            console.err().println();
            console.err().print(new ProfileSummary(profile).text());
            console.err()
                    .println("\nwritten " + folder.resolve(ProfileFiles.FLAME)
                            + " and summary, stacks, recording beside it");
            return profile.session().exitCode();
        } catch (IOException e) {
            throw new UserError("profile: " + e.getMessage() + "; name a folder that can be written by --out");
        }
    }
}
