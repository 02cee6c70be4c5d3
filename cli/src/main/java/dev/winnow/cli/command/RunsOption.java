package dev.winnow.cli.command;

import dev.winnow.engine.store.RunCatalog;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --out}, the same on every command that reads runs. */
final class RunsOption {
    @Option(names = "--out", paramLabel = "DIR", description = "Folder of runs; default: runs.")
    private Path out = Path.of("runs");

    RunCatalog catalog() {
        return new RunCatalog(out);
    }
}
