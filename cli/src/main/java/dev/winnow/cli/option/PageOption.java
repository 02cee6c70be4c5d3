package dev.winnow.cli.option;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * {@code --report FILE}, the same on every command that times something. It names no class of a report: the start looks
 * at the methods of all options, and would load it.
 */
public final class PageOption {
    @Option(names = "--report", paramLabel = "FILE", description = "Write a page with pictures of the figures.")
    private @Nullable Path file;

    /** Where the page is to be; null if none is wanted. */
    public @Nullable Path file() {
        return file;
    }
}
