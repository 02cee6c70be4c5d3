package dev.winnow.replay.market;

import dev.winnow.engine.ExactNumber;

/**
 * Holds every row of a file to the rules of a legal bar. A row's time is compared with the last legal row, so a single
 * row far in the future makes all that follow it illegal.
 */
final class BarRules {
    private final ColumnLayout layout;
    private final BadRows badRows;
    private boolean begun;
    private long last;

    BarRules(ColumnLayout layout, BadRows badRows) {
        this.layout = layout;
        this.badRows = badRows;
    }

    /**
     * Whether the row is a legal bar; if not, what it breaks is noted and the row counts as dropped.
     *
     * @param moment microseconds; ignored where the layout has no time
     * @param values open, high, low, close, volume; NaN must have been refused before
     */
    boolean allow(long row, long moment, double[] values) {
        long before = badRows.problems();
        if (layout.timed() && begun && moment <= last) {
            badRows.add(
                    row,
                    layout.name(ColumnLayout.TIME),
                    TimeText.format(moment),
                    "is not after the time of the bar before it, " + TimeText.format(last)
                            + " (bars run from old to new)");
        }
        int first = layout.priced() ? ColumnLayout.OPEN : ColumnLayout.CLOSE;
        for (int i = first; i <= ColumnLayout.CLOSE; i++) {
            checkPrice(row, i, values[i]);
        }
        if (!(values[ColumnLayout.VOLUME] >= 0 && values[ColumnLayout.VOLUME] < Double.POSITIVE_INFINITY)) {
            badRows.add(
                    row,
                    layout.name(ColumnLayout.VOLUME),
                    ExactNumber.text(values[ColumnLayout.VOLUME]),
                    "is not >= 0");
        }
        if (layout.priced() && badRows.problems() == before) {
            checkRange(row, values);
        }
        if (badRows.problems() > before) {
            badRows.drop();
            return false;
        }
        begun = true;
        last = moment;
        return true;
    }

    /** A legal row's volume, with one zero: equal bars have equal digests. */
    static double volume(double[] values) {
        return values[ColumnLayout.VOLUME] + 0.0;
    }

    private void checkPrice(long row, int column, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            badRows.add(row, layout.name(column), ExactNumber.text(value), "is not a price above 0");
        }
    }

    private void checkRange(long row, double[] values) {
        double open = values[ColumnLayout.OPEN];
        double close = values[ColumnLayout.CLOSE];
        double low = values[ColumnLayout.LOW];
        double high = values[ColumnLayout.HIGH];
        if (low > Math.min(open, close)) {
            badRows.add(
                    row,
                    layout.name(ColumnLayout.LOW),
                    ExactNumber.text(low),
                    "is above the lower of open and close, " + ExactNumber.text(Math.min(open, close)));
        }
        if (high < Math.max(open, close)) {
            badRows.add(
                    row,
                    layout.name(ColumnLayout.HIGH),
                    ExactNumber.text(high),
                    "is below the higher of open and close, " + ExactNumber.text(Math.max(open, close)));
        }
    }
}
