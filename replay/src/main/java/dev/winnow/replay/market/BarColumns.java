package dev.winnow.replay.market;

import dev.winnow.engine.ExactNumber;
import dev.winnow.engine.UserError;
import java.util.Arrays;

/**
 * Grows the columns of a file row by row and holds every row to the rules of a legal bar. A row's time is compared with
 * the last legal row, so a single row far in the future makes all that follow it illegal.
 */
final class BarColumns {
    private static final int LARGEST = Integer.MAX_VALUE - 16;

    private final ColumnLayout layout;
    private final BadRows badRows;
    private long[] time;
    private final double[][] columns = new double[5][];
    private int size;

    BarColumns(ColumnLayout layout, BadRows badRows, int expectedBars) {
        this.layout = layout;
        this.badRows = badRows;
        int capacity = Math.max(16, expectedBars);
        time = new long[capacity];
        int distinct = layout.priced() ? 4 : 1;
        for (int i = 0; i < distinct; i++) {
            columns[i] = new double[capacity];
        }
        for (int i = distinct; i < 4; i++) {
            columns[i] = columns[0];
        }
        columns[4] = new double[capacity];
    }

    /**
     * Adds a row, or notes which rules it breaks.
     *
     * @param moment microseconds; ignored where the layout has no time
     * @param values open, high, low, close, volume; NaN must have been refused before
     */
    void add(long row, long moment, double[] values) {
        long before = badRows.problems();
        if (layout.timed() && size > 0 && moment <= time[size - 1]) {
            badRows.add(
                    row,
                    layout.name(ColumnLayout.TIME),
                    TimeText.format(moment),
                    "is not after the time of the bar before it, " + TimeText.format(time[size - 1])
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
        if (badRows.problems() == before) {
            append(layout.timed() ? moment : size, values);
        } else {
            badRows.drop();
        }
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

    private void append(long moment, double[] values) {
        if (size == time.length) {
            grow();
        }
        time[size] = moment;
        if (layout.priced()) {
            columns[0][size] = values[ColumnLayout.OPEN];
            columns[1][size] = values[ColumnLayout.HIGH];
            columns[2][size] = values[ColumnLayout.LOW];
            columns[3][size] = values[ColumnLayout.CLOSE];
        } else {
            columns[0][size] = values[ColumnLayout.CLOSE];
        }
        columns[4][size] = values[ColumnLayout.VOLUME] + 0.0; // one zero: equal bars have equal digests
        size++;
    }

    private void grow() {
        if (size == LARGEST) {
            throw new UserError(layout.source() + ": more bars than fit into memory; cut the file into parts");
        }
        resize((int) Math.min(LARGEST, size + (size >> 1) + 16L));
    }

    private void resize(int capacity) {
        time = Arrays.copyOf(time, capacity);
        double[] first = columns[0];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = i > 0 && columns[i] == first ? columns[0] : Arrays.copyOf(columns[i], capacity);
        }
    }

    /** The bars so far. Without open, high and low in the file the four prices are one array. */
    Bars bars(String symbol) {
        if (size < time.length) {
            resize(size);
        }
        return new Bars(symbol, layout.timed(), time, columns[0], columns[1], columns[2], columns[3], columns[4]);
    }
}
