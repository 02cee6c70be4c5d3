package dev.winnow.replay;

import dev.winnow.engine.space.Axis;
import dev.winnow.engine.workload.Batch;
import dev.winnow.replay.expression.StrategyPlan;
import dev.winnow.replay.signal.CodedColumn;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * An order of a batch's points in which columns are met again while they are still in the processor's cache. Batches
 * come row by row: the fastest parameter of the strategy runs through all its values for each value of the next slower
 * one, and its columns together are often more than the cache holds. Here a few rows take turns after every few of its
 * values. Points that agree in all parameters of the strategy stay together. One thread's.
 */
final class TileOrder {
    /** Rows that take turns, and values after which they do: columns of as many values are met again and again. */
    private static final int ROWS = 8;

    private static final int VALUES = 8;

    /** Columns of a row that take less stay near between rows as it is. */
    private static final long ROW_BYTES = 4L << 20;

    /** Positions of the strategy's parameters in a point; none if points are to keep their order. */
    private final int[] read;

    private int[] order = {};
    /** Where runs of points that agree in {@link #read} begin, the place of their value, and where rows of runs begin. */
    private int[] runs = {};

    private int[] places = {};
    private int[] rows = {};
    private double[] values = {};
    private int known;

    /** @param read positions in a point of the parameters that columns depend on */
    TileOrder(int[] read) {
        this.read = read.clone();
    }

    /** The order for a strategy over so many bars. */
    static TileOrder of(List<Axis> axes, StrategyPlan plan, int bars) {
        Set<String> names = Set.copyOf(plan.parameters());
        int[] read = IntStream.range(0, axes.size())
                .filter(axis -> names.contains(axes.get(axis).name()))
                .toArray();
        int longest =
                IntStream.of(read).map(axis -> axes.get(axis).levels()).max().orElse(0);
        return new TileOrder(CodedColumn.bytes(bars) * longest < ROW_BYTES ? new int[0] : read);
    }

    /** int[count] or longer: positions in the batch, in the order to evaluate them. Valid until the next call. */
    int[] of(Batch batch) {
        int count = batch.count();
        if (order.length < count) {
            order = new int[count];
            runs = new int[count + 1];
            places = new int[count];
            rows = new int[count + 1];
            values = new double[count];
        }
        int fastest = fastest(batch);
        if (fastest < 0) {
            for (int i = 0; i < count; i++) {
                order[i] = i;
            }
            return order;
        }
        int rowCount = cut(batch, fastest);
        int out = 0;
        int[] next = new int[ROWS];
        for (int row = 0; row < rowCount; row += ROWS) {
            int some = Math.min(ROWS, rowCount - row);
            System.arraycopy(rows, row, next, 0, some);
            int end = out + runs[rows[row + some]] - runs[rows[row]];
            for (int to = VALUES; out < end; to += VALUES) {
                for (int r = 0; r < some; r++) {
                    while (next[r] < rows[row + r + 1] && places[next[r]] < to) {
                        int run = next[r]++;
                        for (int i = runs[run]; i < runs[run + 1]; i++) {
                            order[out++] = i;
                        }
                    }
                }
            }
        }
        return order;
    }

    /**
     * The parameter of the strategy that changes most often from point to point; -1 unless two do: with more of them
     * planes of the slower ones would be made again.
     */
    private int fastest(Batch batch) {
        int[] changes = new int[read.length];
        for (int i = 1; i < batch.count(); i++) {
            for (int r = 0; r < read.length; r++) {
                changes[r] += changes(batch, i, read[r]) ? 1 : 0;
            }
        }
        int most = 0;
        for (int r = 1; r < changes.length; r++) {
            most = changes[r] > changes[most] ? r : most;
        }
        return Arrays.stream(changes).filter(some -> some > 0).count() != 2 ? -1 : read[most];
    }

    /** Whether a point has another value of a parameter than the one before it. */
    private static boolean changes(Batch batch, int i, int axis) {
        int at = i * batch.axes() + axis;
        return batch.values()[at] != batch.values()[at - batch.axes()];
    }

    /** Cuts the batch into runs and rows; returns how many rows. */
    private int cut(Batch batch, int fastest) {
        int runCount = 0;
        int rowCount = 0;
        known = 0;
        for (int i = 0; i < batch.count(); i++) {
            boolean newRow = i == 0;
            boolean newRun = i == 0;
            for (int r = 0; i > 0 && r < read.length; r++) {
                boolean changed = changes(batch, i, read[r]);
                newRun |= changed;
                newRow |= changed && read[r] != fastest;
            }
            if (newRow) {
                rows[rowCount++] = runCount;
            }
            if (newRun) {
                int expected = newRow ? (rowCount < 2 ? 0 : places[rows[rowCount - 2]]) : places[runCount - 1] + 1;
                places[runCount] = place(batch.values()[i * batch.axes() + fastest], expected);
                runs[runCount++] = i;
            }
        }
        rows[rowCount] = runCount;
        runs[runCount] = batch.count();
        return rowCount;
    }

    /** Number of the value in the order of first appearance. */
    private int place(double value, int expected) {
        if (expected < known && values[expected] == value) {
            return expected;
        }
        for (int place = 0; place < known; place++) {
            if (values[place] == value) {
                return place;
            }
        }
        values[known] = value;
        return known++;
    }
}
