package dev.winnow.cli.command;

import dev.winnow.cli.console.Caches;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.option.HelpOption;
import dev.winnow.engine.UserError;
import dev.winnow.replay.market.Bars;
import dev.winnow.replay.market.BarsCsv;
import dev.winnow.replay.market.DataSpec;
import dev.winnow.replay.market.MarketData;
import dev.winnow.replay.market.SyntheticSpec;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow data synth}: bars made to order, as CSV. */
@Command(
        name = "synth",
        description = "Make bars with changing volatility and jumps, and print them as CSV.",
        showDefaultValues = true)
final class DataSynthCommand implements Runnable {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Option(names = "--bars", paramLabel = "N", required = true, description = "Number of bars.")
    private int bars;

    @Option(names = "--seed", paramLabel = "N", description = "The same seed gives the same bars.")
    private long seed = 1;

    @Option(names = "--start-price", paramLabel = "X", description = "Price before the first bar.")
    private double startPrice = SyntheticSpec.DEFAULT_START_PRICE;

    @Option(names = "--volatility", paramLabel = "X", description = "Standard deviation of a year's log return.")
    private double volatility = SyntheticSpec.DEFAULT_ANNUAL_VOLATILITY;

    @Option(names = "--drift", paramLabel = "X", description = "Expected log growth a year.")
    private double drift = SyntheticSpec.DEFAULT_ANNUAL_DRIFT;

    @Option(names = "--spacing", paramLabel = "LENGTH", description = "Length of a bar: 1d, 1h, 5m.")
    private String spacing = SyntheticSpec.DEFAULT_SPACING;

    @Option(names = "--jumps-per-year", paramLabel = "X", description = "Expected jumps a year; 0 for none.")
    private double jumpsPerYear = SyntheticSpec.DEFAULT_JUMPS_PER_YEAR;

    @Option(names = "--jump-volatility", paramLabel = "X", description = "Standard deviation of a jump's log size.")
    private double jumpVolatility = SyntheticSpec.DEFAULT_JUMP_VOLATILITY;

    @Option(names = "--out", paramLabel = "FILE", description = "Write there instead of printing.")
    private @Nullable Path out;

    private final Console console;

    DataSynthCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        SyntheticSpec spec =
                new SyntheticSpec(bars, seed, startPrice, volatility, drift, spacing, jumpsPerYear, jumpVolatility);
        Bars made = MarketData.load(DataSpec.of(spec), Path.of(""), Caches.columns(console))
                .getFirst()
                .bars();
        Path file = out;
        try {
            if (file == null) {
                BarsCsv.write(made, console.out());
            } else {
                BarsCsv.write(made, file);
            }
        } catch (IOException e) {
            throw new UserError("--out " + file + ": cannot be written (" + e.getMessage() + ")");
        }
    }
}
