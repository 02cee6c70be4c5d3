package dev.winnow.cli.command;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.ExitCode;
import dev.winnow.engine.artifact.StoredArtifacts;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code winnow cache clear}. */
@Command(name = "clear", description = "Drop every value and all counts.")
final class CacheClearCommand extends CacheSubcommand {
    CacheClearCommand(Console console) {
        super(console);
    }

    @Override
    int call(StoredArtifacts stored) {
        format.print(Map.of("cleared", List.of(Map.of("dropped", stored.clear()))), console.out());
        return ExitCode.DONE;
    }
}
