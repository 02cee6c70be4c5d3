package dev.winnow.cli.command;

import dev.winnow.cli.bench.EngineBenchmark;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.ExitCode;
import dev.winnow.cli.option.HelpOption;
import dev.winnow.cli.option.Rounds;
import dev.winnow.engine.UserError;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow bench engine}: what is not evaluation. */
@Command(
        name = "engine",
        description = "Time what a sweep itself costs a point: working out, handing over, ranking, keeping.")
final class BenchEngineCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Option(names = "--points", paramLabel = "N", description = "Points of a sweep at most; default: 5000000.")
    private long points = 5_000_000;

    @Option(names = "--rounds", paramLabel = "N", description = "Timed rounds after an untimed one; default: 9.")
    private int rounds = 9;

    private final Console console;

    BenchEngineCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Rounds.require(rounds);
        if (points < 20_000) {
            throw new UserError("--points " + points + " is below 20000, the least that this sweep has");
        }
        EngineBenchmark.print(points, rounds, console.out());
        return ExitCode.DONE;
    }
}
