package dev.winnow.cli.command;

import dev.winnow.cli.bench.CodecSamples;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.option.CacheFormat;
import dev.winnow.cli.option.HelpOption;
import dev.winnow.cli.option.Rounds;
import dev.winnow.engine.artifact.Codec;
import dev.winnow.engine.artifact.CodecChoice;
import dev.winnow.engine.artifact.CodecCost;
import dev.winnow.engine.artifact.CodecTrial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow cache bench}. */
@Command(
        name = "bench",
        description = "Time every codec on signals, columns and noise, and tell which of them auto takes.")
final class CacheBenchCommand implements Runnable {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MEGA = 1e6;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Option(names = "--rounds", paramLabel = "N", description = "Timed rounds, of which the best counts; default: 9.")
    private int rounds = 9;

    @Mixin
    private final CacheFormat format = new CacheFormat();

    private final Console console;

    CacheBenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Rounds.require(rounds);
        List<CodecTrial> trials = CodecSamples.all().entrySet().stream()
                .map(sample -> CodecTrial.run(sample.getKey(), sample.getValue(), rounds))
                .toList();
        Map<String, List<Map<String, Object>>> sections = new LinkedHashMap<>();
        sections.put(
                "codecs",
                trials.stream()
                        .flatMap(trial -> trial.costs().stream().map(cost -> row(trial, cost)))
                        .toList());
        sections.put("auto", trials.stream().map(CacheBenchCommand::row).toList());
        format.print(sections, console.out());
    }

    private static Map<String, Object> row(CodecTrial trial, CodecCost cost) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", trial.kind());
        row.put("codec", CodecChoice.of(cost.codec()).toString());
        row.put("rawBytes", cost.rawBytes());
        row.put("ratio", cost.ratio());
        row.put("packMbPerSecond", packSpeed(cost));
        row.put("unpackMbPerSecond", megabytes(cost.rawBytes(), cost.unpackNanos()));
        row.put("savedBytesPerMicrosecond", cost.savedBytesPerMicro());
        return row;
    }

    /** NaN where nothing is packed. */
    private static double packSpeed(CodecCost cost) {
        return cost.codec() == Codec.NONE ? Double.NaN : megabytes(cost.rawBytes(), cost.packNanos());
    }

    private static double megabytes(long bytes, long nanos) {
        return bytes / MEGA / (nanos / NANOS_PER_SECOND);
    }

    private static Map<String, Object> row(CodecTrial trial) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", trial.kind());
        row.put("auto", CodecChoice.of(trial.chosen()).toString());
        row.put("best", CodecChoice.of(trial.best().codec()).toString());
        row.put("percentBelowBest", 100 * trial.shortfall());
        return row;
    }
}
