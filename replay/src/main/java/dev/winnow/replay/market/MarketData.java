package dev.winnow.replay.market;

import dev.winnow.engine.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bars from files or from a formula. In order: files are found, read and checked row by row; bars outside from and to
 * are cut off; what is left is resampled; then spacings, periods per year and digest are taken.
 *
 * <p>A file above a size is converted once to a {@link ColumnFile} in the cache folder and read from there as long as
 * its bytes and the reading options stay the same. Stateless; thread-safe.
 */
public final class MarketData {
    /** Files above this many bytes are converted. */
    public static final long CONVERT_ABOVE_BYTES = 50L << 20;

    private MarketData() {}

    /**
     * The bars of every symbol, in the order of the spec's paths, those of a glob by name.
     *
     * @param baseFolder paths are relative to it
     * @param cacheFolder for column files; made when the first is written
     * @throws UserError with all problems of the first file that has any, or of the spec
     */
    public static List<LoadedBars> load(DataSpec spec, Path baseFolder, Path cacheFolder) {
        return load(spec, baseFolder, cacheFolder, CONVERT_ABOVE_BYTES);
    }

    /** As {@link #load(DataSpec, Path, Path)}, converting files above another size. */
    public static List<LoadedBars> load(DataSpec spec, Path baseFolder, Path cacheFolder, long convertAboveBytes) {
        TimeRange range = TimeRange.of(spec.from(), spec.to());
        SyntheticSpec synthetic = spec.synthetic();
        if (synthetic != null) {
            SourceBars made = new SourceBars(SyntheticBars.generate(synthetic), 0);
            return List.of(finish(spec, range, made, "synthetic seed " + synthetic.seed(), "generated"));
        }
        List<LoadedBars> loaded = new ArrayList<>();
        for (SourceFile source : SourceFile.find(spec.paths(), baseFolder)) {
            ColumnCache cache = new ColumnCache(cacheFolder, convertAboveBytes);
            ColumnCache.Reading reading = cache.read(source, spec);
            loaded.add(finish(spec, range, reading.bars(), source.name(), reading.how()));
        }
        return loaded;
    }

    static UserError noBars(String name, long dropped) {
        return new UserError(name + ": there are no bars"
                + (dropped == 0
                        ? "; the file needs lines after its header"
                        : ": all " + dropped + " rows broke a rule and were dropped"));
    }

    private static LoadedBars finish(DataSpec spec, TimeRange range, SourceBars source, String name, String reading) {
        if (source.bars().size() == 0) {
            throw noBars(name, source.dropped());
        }
        Bars bars = range.cut(source.bars(), name);
        @Nullable String resample = spec.resample();
        if (resample != null) {
            bars = Resampling.to(resample, bars, name);
        }
        Spacings spacings = Spacings.of(bars);
        PeriodsPerYear periods = Double.isNaN(spec.periodsPerYear())
                ? PeriodsPerYear.derived(bars.timed(), spacings.median())
                : PeriodsPerYear.given(spec.periodsPerYear());
        DataSummary summary = new DataSummary(
                bars.symbol(),
                name,
                reading,
                bars.timed(),
                bars.size(),
                bars.time()[0],
                bars.time()[bars.size() - 1],
                spacings.median(),
                spacings.gaps(),
                spacings.largest(),
                spacings.largestAfter(),
                source.dropped(),
                periods.value(),
                periods.reason(),
                BarDigest.of(bars));
        return new LoadedBars(bars, summary);
    }
}
