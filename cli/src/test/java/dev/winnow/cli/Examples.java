package dev.winnow.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The specs that are shipped as examples. */
public final class Examples {
    private Examples() {}

    /** Those of backtests, by name. */
    public static List<Path> backtests() {
        return with("\nstrategy:");
    }

    /** Those of strategies to record, by name. */
    public static List<Path> recordings() {
        return with("\nstrategies:");
    }

    private static List<Path> with(String section) {
        try (Stream<Path> files = Files.list(Path.of("../configs/examples"))) {
            return files.sorted().filter(file -> has(file, section)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean has(Path file, String section) {
        try {
            return Files.readString(file).contains(section);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
