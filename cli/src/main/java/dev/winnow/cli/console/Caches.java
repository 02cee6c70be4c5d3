package dev.winnow.cli.console;

import java.nio.file.Path;

/** Where what can be made again is kept. */
public final class Caches {
    private Caches() {}

    /** The folder of converted files of bars: below XDG_CACHE_HOME, else ~/.cache. */
    public static Path columns(Console console) {
        return base(console).resolve("columns");
    }

    /** The folder of what workloads prepared. */
    public static Path artifacts(Console console) {
        return base(console).resolve("artifacts");
    }

    private static Path base(Console console) {
        String cache = console.environment().getOrDefault("XDG_CACHE_HOME", "");
        Path base = cache.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return base.resolve("winnow");
    }
}
