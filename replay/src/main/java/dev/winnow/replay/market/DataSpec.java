package dev.winnow.replay.market;

import dev.winnow.engine.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which bars to load and how: the {@code data} section of a spec.
 *
 * @param paths files or globs relative to the spec's folder; CSV (also .gz) or Parquet; empty with {@code synthetic}
 * @param synthetic bars to make instead of files
 * @param from first moment, inclusive: an ISO date or date-time, a month {@code 2020-01} or a year {@code 2020}
 * @param to last moment, inclusive; a bare date, month or year means all of it
 * @param resample length of the bars to make from the loaded ones: {@code 5m 1h 4h 1d 1w}; applied after from and to
 * @param periodsPerYear A of the semantics, > 0; NaN: derived from the bars
 * @param repairDrop true: rows that break a rule are dropped and counted; false: they are errors
 * @param delimiter of CSV files; null: detected
 */
public record DataSpec(
        List<String> paths,
        @Nullable SyntheticSpec synthetic,
        @Nullable String from,
        @Nullable String to,
        @Nullable String resample,
        double periodsPerYear,
        boolean repairDrop,
        @Nullable Character delimiter) {
    /** @throws UserError naming each key, if neither or both sources are given or values are none of their kind */
    public DataSpec {
        paths = List.copyOf(paths);
        if (paths.isEmpty() == (synthetic == null)) {
            throw new UserError(
                    paths.isEmpty()
                            ? "data: no source; give data.path or data.synthetic"
                            : "data: both path and synthetic are given; keep one of them");
        }
        UserError.checkAll(() -> TimeRange.of(from, to), () -> checkSpacing(resample), () -> checkYear(periodsPerYear));
    }

    private static void checkSpacing(@Nullable String resample) {
        if (resample != null) {
            Spacing.parse(resample, "data.resample");
        }
    }

    private static void checkYear(double periodsPerYear) {
        if (!Double.isNaN(periodsPerYear) && !(periodsPerYear > 0 && periodsPerYear < Double.POSITIVE_INFINITY)) {
            throw new UserError("data.periods-per-year: " + periodsPerYear
                    + " is not a positive number; write for example 252, or leave it out");
        }
    }

    /** All bars of one file or glob. */
    public static DataSpec of(String path) {
        return new DataSpec(List.of(path), null, null, null, null, Double.NaN, false, null);
    }

    /** All bars of a synthetic series. */
    public static DataSpec of(SyntheticSpec synthetic) {
        return new DataSpec(List.of(), synthetic, null, null, null, Double.NaN, false, null);
    }
}
