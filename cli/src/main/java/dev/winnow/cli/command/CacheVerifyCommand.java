package dev.winnow.cli.command;

import dev.winnow.engine.artifact.StoredArtifacts;
import dev.winnow.engine.artifact.Verified;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code winnow cache verify}. */
@Command(
        name = "verify",
        description =
                "Check every value against its checksum, and drop the damaged ones; exit code 1 if there were any.")
final class CacheVerifyCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Mixin
    private final CacheOptions options = new CacheOptions();

    @Mixin
    private final CacheFormat format = new CacheFormat();

    private final Console console;

    CacheVerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (StoredArtifacts stored = options.open(console)) {
            List<Verified> verified = stored.verify();
            format.print(
                    Map.of(
                            "verified",
                            verified.stream().map(CacheVerifyCommand::row).toList()),
                    console.out());
            return verified.stream().allMatch(tier -> tier.dropped() == 0) ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private static Map<String, Object> row(Verified verified) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("tier", verified.tier());
        row.put("sound", verified.sound());
        row.put("damagedAndDropped", verified.dropped());
        return row;
    }
}
