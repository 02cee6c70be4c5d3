package dev.winnow.cli.command;

import dev.winnow.cli.bench.BenchPages;
import dev.winnow.cli.bench.GridBenchmark;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.option.HelpOption;
import dev.winnow.cli.option.PageOption;
import dev.winnow.cli.option.Rounds;
import dev.winnow.cli.report.ReportFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow bench}: how fast the engine is here. */
@Command(
        name = "bench",
        description = "Time the engine against a plain loop over the same grid, in turn, on one thread.")
final class BenchCommand implements Runnable {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Option(names = "--rounds", paramLabel = "N", description = "Timed rounds once warmed up; default: 15.")
    private int rounds = 15;

    @Mixin
    private final PageOption page = new PageOption();

    private final Console console;

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Rounds.require(rounds);
        if (page.file() == null) {
            GridBenchmark.run(rounds, console.out());
        } else {
            ReportFile.write(BenchPages.grid(rounds, console.out()), page.file(), console);
        }
    }
}
