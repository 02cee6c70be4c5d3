package dev.winnow.cli.config;

import dev.winnow.replay.market.DataSpec;
import dev.winnow.replay.market.SyntheticSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code data} of a spec; null where a key is not given.
 *
 * @param path files or globs relative to the spec's folder; empty with {@code synthetic}
 * @param repair "none" or "drop"
 */
public record DataSection(
        @Nullable List<String> path,
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
            double jumpVolatility) {
        SyntheticSpec spec() {
            return new SyntheticSpec(bars, seed, startPrice, volatility, drift, spacing, jumpsPerYear, jumpVolatility);
        }
    }

    public DataSection {
        path = path == null ? List.of() : List.copyOf(path);
    }

    /** As the market data wants it. */
    public DataSpec spec() {
        return new DataSpec(
                path,
                synthetic == null ? null : synthetic.spec(),
                from,
                to,
                resample,
                periodsPerYear == null ? Double.NaN : periodsPerYear,
                repair.equals("drop"),
                delimiter == null ? null : delimiter.charAt(0));
    }
}
