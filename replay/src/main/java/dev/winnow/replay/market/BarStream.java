package dev.winnow.replay.market;

import dev.winnow.engine.UserError;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The bars of one symbol out of delimited text, one by one and in constant room: read, checked, cut to from and to and
 * resampled as {@link MarketData} does it, with the same words for what is wrong. A bar is handed out as soon as its
 * line is there; a resampled one when the first bar behind it is. After {@code to} nothing more is read.
 */
public final class BarStream {
    private final String source;
    private final TimeRange range;
    private final BadRows badRows;
    private final CsvText text;
    private final @Nullable Bucket bucket;

    /** The legal bar that was read last. */
    private final Bar read = new Bar();
    /** Whether it is still to be handed out. */
    private boolean fresh;

    private boolean ended;
    private long legal;
    private long handedOut;
    private String first = "";
    private String last = "";

    /**
     * A stream before its first bar; waits for the header.
     *
     * @param spec what to do with the bars; where they come from is not asked
     * @param in stays the caller's to close
     * @param source its name, for messages
     * @throws UserError if it is no text
     */
    public BarStream(DataSpec spec, InputStream in, String source) {
        this.source = source;
        this.range = TimeRange.of(spec.from(), spec.to());
        this.badRows = new BadRows(source, "line", spec.repairDrop());
        String resample = spec.resample();
        this.bucket = resample == null ? null : new Bucket(Spacing.parse(resample, "data.resample"));
        if (source.toLowerCase(Locale.ROOT).endsWith(".parquet")) {
            throw new UserError(source + ": a stream is delimited text; a Parquet file is read without --stream");
        }
        this.text = new CsvText(source, in, spec.delimiter(), badRows, this::sink);
    }

    private BarSink sink(ColumnLayout layout) {
        if (!layout.timed()) {
            range.refuseUntimed(source);
            if (bucket != null) {
                throw Resampling.untimed(source);
            }
        }
        BarRules rules = new BarRules(layout, badRows);
        return (row, moment, values) -> {
            if (rules.allow(row, moment, values)) {
                int open = layout.priced() ? ColumnLayout.OPEN : ColumnLayout.CLOSE;
                int high = layout.priced() ? ColumnLayout.HIGH : ColumnLayout.CLOSE;
                int low = layout.priced() ? ColumnLayout.LOW : ColumnLayout.CLOSE;
                read.set(
                        layout.timed(),
                        layout.timed() ? moment : legal,
                        values[open],
                        values[high],
                        values[low],
                        values[ColumnLayout.CLOSE],
                        BarRules.volume(values));
                legal++;
                fresh = true;
            }
        };
    }

    /**
     * Waits for the next bar.
     *
     * @param bar becomes it
     * @return false at the end, the bar then is as it was
     * @throws UserError if a row breaks a rule and is not dropped, if the text cannot be read, or if it ends without a
     *     bar
     */
    public boolean next(Bar bar) {
        if (bucket == null) {
            if (!advance()) {
                return end();
            }
            bar.set(read);
        } else if (!resampled(bar, bucket)) {
            return end();
        }
        handedOut++;
        return true;
    }

    private boolean resampled(Bar bar, Bucket bucket) {
        while (advance()) {
            if (bucket.takes(read.time())) {
                bucket.add(read);
            } else {
                boolean whole = bucket.filled();
                if (whole) {
                    bucket.write(bar);
                }
                bucket.begin(read);
                if (whole) {
                    return true;
                }
            }
        }
        boolean rest = bucket.filled();
        if (rest) {
            bucket.write(bar);
            bucket.clear();
        }
        return rest;
    }

    /** Goes to the next legal bar within from and to. */
    private boolean advance() {
        while (!ended) {
            fresh = false;
            if (!text.next()) {
                ended = true;
                return false;
            }
            badRows.refuse();
            if (!fresh) {
                continue;
            }
            if (legal == 1) {
                first = read.timeText();
            }
            if (range.after(read.time())) {
                last = read.timeText();
                ended = true;
                return false;
            }
            if (!range.before(read.time())) {
                return true;
            }
        }
        return false;
    }

    private boolean end() {
        if (!text.begun()) {
            throw CsvText.noLines(source);
        }
        if (legal == 0) {
            throw MarketData.noBars(source, badRows.dropped());
        }
        if (handedOut == 0) {
            throw TimeRange.noBar(source, first, last.isEmpty() ? read.timeText() : last);
        }
        return false;
    }

    /** Rows dropped so far. */
    public long dropped() {
        return badRows.dropped();
    }
}
