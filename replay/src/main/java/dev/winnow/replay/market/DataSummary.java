package dev.winnow.replay.market;

/**
 * What was loaded, in figures. Times are microseconds since the epoch, or bar numbers where not {@code timed}.
 *
 * @param symbol file name without its extensions
 * @param source the file as the user named it, or the synthetic settings
 * @param reading how the bars were come by: parsed, or read from a column file, or why none was written
 * @param timed whether the bars carry moments
 * @param bars number of bars
 * @param firstTime of bar 0
 * @param lastTime of the last bar
 * @param medianSpacingMicros median of the spacings; 0 with fewer than two bars or without time
 * @param gaps spacings above 1.5 times the median; where no bar falls on a weekend, weekend days in between are not
 *     counted into a spacing
 * @param largestGapMicros the longest of the gaps from bar to bar; 0 without gaps
 * @param largestGapAfter time of the bar before that gap; 0 without gaps
 * @param droppedRows rows that broke a rule and were dropped; 0 unless dropping was asked for
 * @param periodsPerYear A of the semantics
 * @param periodsPerYearReason where it comes from
 * @param digest SHA-256 of the columns, 64 hex digits; see {@link #firstTimeText} for texts of the times
 */
public record DataSummary(
        String symbol,
        String source,
        String reading,
        boolean timed,
        int bars,
        long firstTime,
        long lastTime,
        long medianSpacingMicros,
        int gaps,
        long largestGapMicros,
        long largestGapAfter,
        long droppedRows,
        double periodsPerYear,
        String periodsPerYearReason,
        String digest) {
    /** Bar 0's time: {@code 2020-01-31}, {@code 2020-01-31T14:30:00} (UTC), or {@code bar 0}. */
    public String firstTimeText() {
        return text(firstTime);
    }

    /** The last bar's time, likewise. */
    public String lastTimeText() {
        return text(lastTime);
    }

    /** Time of the bar before the largest gap, likewise; empty without gaps. */
    public String largestGapText() {
        return gaps == 0 ? "" : text(largestGapAfter);
    }

    /** The median spacing as {@code 1d}, {@code 5m}; empty where there is none. */
    public String medianSpacingText() {
        return medianSpacingMicros == 0 ? "" : Spacing.format(medianSpacingMicros);
    }

    private String text(long time) {
        return timed ? TimeText.format(time) : "bar " + time;
    }
}
