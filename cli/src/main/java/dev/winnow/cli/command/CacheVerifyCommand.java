package dev.winnow.cli.command;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.ExitCode;
import dev.winnow.engine.artifact.StoredArtifacts;
import dev.winnow.engine.artifact.Verified;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code winnow cache verify}. */
@Command(
        name = "verify",
        description =
                "Check every value against its checksum, and drop the damaged ones; exit code 1 if there were any.")
final class CacheVerifyCommand extends CacheSubcommand {
    CacheVerifyCommand(Console console) {
        super(console);
    }

    @Override
    int call(StoredArtifacts stored) {
        List<Verified> verified = stored.verify();
        format.print(
                Map.of(
                        "verified",
                        verified.stream().map(CacheVerifyCommand::row).toList()),
                console.out());
        return verified.stream().allMatch(tier -> tier.dropped() == 0) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static Map<String, Object> row(Verified verified) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("tier", verified.tier());
        row.put("sound", verified.sound());
        row.put("damagedAndDropped", verified.dropped());
        return row;
    }
}
