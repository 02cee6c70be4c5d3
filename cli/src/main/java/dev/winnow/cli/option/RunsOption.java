package dev.winnow.cli.option;

import dev.winnow.engine.store.RunCatalog;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --out}, the same on every command that reads runs. */
public final class RunsOption {
    @Option(names = "--out", paramLabel = "DIR", description = "Folder of runs; default: runs.")
    private Path out = Path.of("runs");

    /** The runs in the folder. */
    public RunCatalog catalog() {
        return new RunCatalog(out);
    }
}
