package dev.winnow.cli.command;

import dev.winnow.cli.bench.BenchPages;
import dev.winnow.cli.bench.ReplayBenchmark;
import dev.winnow.cli.bench.ReplayMemory;
import dev.winnow.cli.console.Caches;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.option.HelpOption;
import dev.winnow.cli.option.PageOption;
import dev.winnow.cli.report.ReportFile;
import dev.winnow.replay.market.DataSpec;
import dev.winnow.replay.market.LoadedBars;
import dev.winnow.replay.market.MarketData;
import dev.winnow.replay.market.SyntheticSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow bench replay}: what keeping signals is worth. */
@Command(
        name = "replay",
        description = "Time the replay of kept signals against full backtests of the same combinations, in turn.")
final class BenchReplayCommand implements Runnable {
    private static final int MINUTE_BARS = 100_000;
    private static final int QUICK_MINUTE_BARS = 10_000;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Option(names = "--data", paramLabel = "FILE", description = "Daily bars; default: testdata/sp500-1d.csv.")
    private String data = "testdata/sp500-1d.csv";

    @Option(names = "--quick", description = "Fewer combinations, bars and rounds: a look, no measurement.")
    private boolean quick;

    @Mixin
    private final PageOption page = new PageOption();

    private final Console console;

    BenchReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        LoadedBars daily = load(DataSpec.of(data));
        LoadedBars minutes = load(DataSpec.of(
                new SyntheticSpec(quick ? QUICK_MINUTE_BARS : MINUTE_BARS, 1, 100, 0.2, 0.05, "1m", 4, 0.03)));
        List<ReplayBenchmark.Measured> measured = new ArrayList<>();
        ReplayBenchmark benchmark = new ReplayBenchmark(quick, console.out());
        for (LoadedBars loaded : new LoadedBars[] {daily, minutes}) {
            measured.add(benchmark.run(loaded.bars(), loaded.summary().periodsPerYear()));
            console.out().println();
        }
        new ReplayMemory(quick, console.out()).run(minutes.bars());
        ReportFile.write(BenchPages.replay(measured), page.file(), console);
    }

    private LoadedBars load(DataSpec spec) {
        return MarketData.load(spec, Path.of(""), Caches.columns(console)).getFirst();
    }
}
