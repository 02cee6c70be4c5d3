package dev.winnow.cli.command;

import dev.winnow.cli.bench.BenchPages;
import dev.winnow.cli.bench.ThreadBenchmark;
import dev.winnow.cli.bench.ThreadScaling;
import dev.winnow.cli.config.SweepSpec;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.ExitCode;
import dev.winnow.cli.option.ExecutionOptions;
import dev.winnow.cli.option.HelpOption;
import dev.winnow.cli.option.PageOption;
import dev.winnow.cli.option.Rounds;
import dev.winnow.cli.option.SpecOptions;
import dev.winnow.cli.ready.BarSweep;
import dev.winnow.cli.report.ReportFile;
import dev.winnow.cli.signals.MissingRecording;
import dev.winnow.engine.UserError;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow bench threads}: what each further thread brings. */
@Command(
        name = "threads",
        description = "Time a spec's sweep or replay on one thread and on several, in turn, warmed up.")
final class BenchThreadsCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Mixin
    private final SpecOptions options = new SpecOptions();

    @Option(
            names = "--threads",
            paramLabel = "N",
            split = ",",
            description = "Worker threads, the first to compare with; default: 1,2,4 ... up to one a core.")
    private List<Integer> threads = ThreadScaling.counts();

    @Option(names = "--rounds", paramLabel = "N", description = "Timed rounds once warmed up; default: 7.")
    private int rounds = 7;

    @Mixin
    private final PageOption page = new PageOption();

    private final Console console;

    BenchThreadsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Rounds.require(rounds);
        for (int count : threads) {
            if (count < 1) {
                throw new UserError("--threads " + count + " is below 1; give numbers of worker threads, like 1,2");
            }
        }
        SweepSpec spec = options.read(console);
        MissingRecording.make(spec, console);
        ThreadScaling scaling = new ThreadBenchmark(
                        spec.name(), threads, count -> BarSweep.of(on(count), console), rounds, console)
                .run();
        ReportFile.write(BenchPages.threads(spec.name(), rounds, scaling), page.file(), console);
        return ExitCode.DONE;
    }

    private SweepSpec on(int count) {
        return options.read(console, ExecutionOptions.threads(count));
    }
}
