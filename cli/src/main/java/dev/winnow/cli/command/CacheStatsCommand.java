package dev.winnow.cli.command;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.ExitCode;
import dev.winnow.engine.artifact.StoredArtifacts;
import dev.winnow.engine.artifact.TierContents;
import dev.winnow.engine.artifact.TierCounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code winnow cache stats}. */
@Command(name = "stats", description = "Print what each tier holds, and what it saved since it was last cleared.")
final class CacheStatsCommand extends CacheSubcommand {
    CacheStatsCommand(Console console) {
        super(console);
    }

    @Override
    int call(StoredArtifacts stored) {
        Map<String, List<Map<String, Object>>> sections = new LinkedHashMap<>();
        sections.put(
                "contents",
                stored.contents().stream().map(CacheStatsCommand::row).toList());
        sections.put(
                "counts",
                stored.counts().entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .toList());
        format.print(sections, console.out());
        console.err().println("folder  " + options.folder(console));
        return ExitCode.DONE;
    }

    private static Map<String, Object> row(TierContents contents) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("tier", contents.tier());
        row.put("values", contents.values());
        row.put("rawBytes", contents.rawBytes());
        row.put("storedBytes", contents.storedBytes());
        row.put("spaceBytes", contents.spaceBytes());
        row.put("computeSeconds", contents.computeSeconds());
        return row;
    }

    private static Map<String, Object> row(String tier, TierCounts counts) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("tier", tier);
        row.put("hits", counts.hits());
        row.put("misses", counts.misses());
        row.put("promotions", counts.promotions());
        row.put("errors", counts.errors());
        row.put("damaged", counts.damaged());
        row.put("bypassed", counts.bypassed());
        row.put("bytesRead", counts.bytesRead());
        row.put("bytesWritten", counts.bytesWritten());
        row.put("savedSeconds", counts.savedSeconds());
        return row;
    }
}
