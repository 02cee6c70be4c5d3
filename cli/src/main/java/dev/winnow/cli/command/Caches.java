package dev.winnow.cli.command;

import java.nio.file.Path;

/** Where what can be made again is kept. */
final class Caches {
    private Caches() {}

    /** The folder of converted files of bars: below XDG_CACHE_HOME, else ~/.cache. */
    static Path columns(Console console) {
        return base(console).resolve("columns");
    }

    /** The folder of what workloads prepared. */
    static Path artifacts(Console console) {
        return base(console).resolve("artifacts");
    }

    private static Path base(Console console) {
        String cache = console.environment().getOrDefault("XDG_CACHE_HOME", "");
        Path base = cache.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return base.resolve("winnow");
    }
}
