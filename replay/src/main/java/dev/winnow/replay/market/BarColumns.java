package dev.winnow.replay.market;

import dev.winnow.engine.UserError;
import java.util.Arrays;

/** Grows the columns of a file row by row, of those rows that are legal bars. */
final class BarColumns implements BarSink {
    private static final int LARGEST = Integer.MAX_VALUE - 16;

    private final ColumnLayout layout;
    private final BarRules rules;
    private long[] time;
    private final double[][] columns = new double[5][];
    private int size;

    BarColumns(ColumnLayout layout, BadRows badRows, int expectedBars) {
        this.layout = layout;
        this.rules = new BarRules(layout, badRows);
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

    @Override
    public void add(long row, long moment, double[] values) {
        if (rules.allow(row, moment, values)) {
            append(layout.timed() ? moment : size, values);
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
        columns[4][size] = BarRules.volume(values);
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
