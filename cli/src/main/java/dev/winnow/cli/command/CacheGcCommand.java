package dev.winnow.cli.command;

import dev.winnow.cli.config.ByteSize;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.ExitCode;
import dev.winnow.engine.artifact.Collected;
import dev.winnow.engine.artifact.StoredArtifacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code winnow cache gc}. */
@Command(
        name = "gc",
        description = "Drop values whose life is over, then those used longest ago, until the file is small enough.")
final class CacheGcCommand extends CacheSubcommand {
    @Option(
            names = "--max",
            paramLabel = "SIZE",
            required = true,
            description = "How large the file may be: 20G, 500M; K, M, G and T are powers of 1024.")
    private String max = "";

    CacheGcCommand(Console console) {
        super(console);
    }

    @Override
    int call(StoredArtifacts stored) {
        long maxBytes = ByteSize.parse("--max", max);
        Collected collected = stored.collect(maxBytes);
        format.print(Map.of("collected", List.of(row(collected))), console.out());
        if (collected.spaceAfter() > maxBytes) {
            console.err()
                    .println("the file is still larger than --max " + max
                            + ": another process uses it; its room is given back by a gc while nobody does");
        }
        return ExitCode.DONE;
    }

    private static Map<String, Object> row(Collected collected) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kept", collected.kept());
        row.put("dropped", collected.dropped());
        row.put("droppedBytes", collected.droppedBytes());
        row.put("strays", collected.strays());
        row.put("spaceBefore", collected.spaceBefore());
        row.put("spaceAfter", collected.spaceAfter());
        row.put("rebuilt", collected.rebuilt());
        return row;
    }
}
