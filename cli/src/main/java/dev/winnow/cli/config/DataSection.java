package dev.winnow.cli.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code data} of a spec; null where a key is not given.
 *
 * @param path files or globs relative to the spec's folder; empty with {@code synthetic}
 * @param repair "none" or "drop"
 */
public record DataSection(
        List<String> path,
        @Nullable SyntheticSection synthetic,
        @Nullable String from,
        @Nullable String to,
        @Nullable String resample,
        @Nullable Double periodsPerYear,
        String repair,
        @Nullable String delimiter) {
    /** The {@code synthetic} bars. */
    public record SyntheticSection(
            int bars,
            long seed,
            double startPrice,
            double volatility,
            double drift,
            String spacing,
            double jumpsPerYear,
            double jumpVolatility) {}

    public DataSection {
        path = path == null ? List.of() : List.copyOf(path);
    }
}
