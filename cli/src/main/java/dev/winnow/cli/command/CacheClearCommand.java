package dev.winnow.cli.command;

import dev.winnow.engine.artifact.StoredArtifacts;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code winnow cache clear}. */
@Command(name = "clear", description = "Drop every value and all counts.")
final class CacheClearCommand implements Runnable {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final HelpOption help = new HelpOption();

    @Mixin
    private final CacheOptions options = new CacheOptions();

    @Mixin
    private final CacheFormat format = new CacheFormat();

    private final Console console;

    CacheClearCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        try (StoredArtifacts stored = options.open(console)) {
            format.print(Map.of("cleared", List.of(Map.of("dropped", stored.clear()))), console.out());
        }
    }
}
