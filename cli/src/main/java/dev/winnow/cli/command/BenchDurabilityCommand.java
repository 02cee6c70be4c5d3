package dev.winnow.cli.command;

import dev.winnow.cli.bench.DurabilityBenchmark;
import dev.winnow.cli.config.SweepSpec;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.ExitCode;
import dev.winnow.cli.option.HelpOption;
import dev.winnow.cli.option.Rounds;
import dev.winnow.cli.option.SpecOptions;
import dev.winnow.cli.ready.BarSweep;
import dev.winnow.cli.signals.MissingRecording;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow bench durability}: what keeping a run costs. */
@Command(
        name = "durability",
        description = "Time a spec's sweep or replay kept in a run folder and not kept, in turn, each warmed up.")
final class BenchDurabilityCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Mixin
    private final SpecOptions options = new SpecOptions();

    @Option(names = "--rounds", paramLabel = "N", description = "Timed rounds once warmed up; default: 15.")
    private int rounds = 15;

    private final Console console;

    BenchDurabilityCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Rounds.require(rounds);
        SweepSpec spec = options.read(console);
        MissingRecording.make(spec, console);
        new DurabilityBenchmark(BarSweep.of(spec, console), console).run(rounds);
        return ExitCode.DONE;
    }
}
