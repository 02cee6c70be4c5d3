package dev.winnow.engine.space;

import dev.winnow.engine.UserError;
import java.util.List;

/**
 * Every combination of the axes' values: mixed-radix arithmetic between a grid index and the values. Values always
 * stand in the order of the columns; which dimension varies slowest is the grid's own matter.
 */
final class Grid {
    private static final long MAX_POINTS = 1_000_000_000_000_000_000L;

    private final Dimension[] dimensions;

    /** int[dimensions + 1]: where the values of each stand in a point. */
    private final int[] offsets;

    private final int[] slowestFirst;
    private final long[] strides;
    private final long size;

    Grid(List<? extends Dimension> dimensions, int[] slowestFirst) {
        this.dimensions = dimensions.toArray(Dimension[]::new);
        this.offsets = new int[this.dimensions.length + 1];
        for (int d = 0; d < this.dimensions.length; d++) {
            offsets[d + 1] = offsets[d] + this.dimensions[d].columns().size();
        }
        this.slowestFirst = slowestFirst;
        this.strides = new long[this.dimensions.length];
        long product = 1;
        for (int k = slowestFirst.length - 1; k >= 0; k--) {
            int dimension = slowestFirst[k];
            strides[dimension] = product;
            int levels = this.dimensions[dimension].levels();
            if (product > MAX_POINTS / levels) {
                throw new UserError("parameters: the grid has more than 10^18 points; drop values or a parameter");
            }
            product *= levels;
        }
        this.size = product;
    }

    long size() {
        return size;
    }

    /** Writes the values of {@code count} grid points to {@code rows}, from row {@code row} on. */
    void fill(long first, int count, double[] rows, int row) {
        int width = offsets[dimensions.length];
        if (width == 0) {
            return;
        }
        int fastest = slowestFirst[slowestFirst.length - 1];
        Dimension run = dimensions[fastest];
        Cursor slow = cursor(first, slowestFirst.length - 1);
        int level = (int) (first % run.levels());
        int end = (row + count) * width;
        for (int at = row * width; at < end; slow.advance(), level = 0) {
            int stop = (int) Math.min(end, at + (long) (run.levels() - level) * width);
            for (; at < stop; at += width, level++) {
                for (int c = 0; c < width; c++) {
                    rows[at + c] = slow.values[c];
                }
                run.put(level, rows, at + offsets[fastest]);
            }
        }
    }

    /** The grid index of the values, -1 when one of them is no value of its axis. */
    long indexOf(double[] values) {
        long index = 0;
        for (int d = 0; d < dimensions.length; d++) {
            int level = dimensions[d].level(values, offsets[d]);
            if (level < 0) {
                return -1;
            }
            index += level * strides[d];
        }
        return index;
    }

    /** Whether the constraint may depend on one of the dimension's columns. */
    boolean reads(Constraint constraint, int dimension) {
        for (int column = offsets[dimension]; column < offsets[dimension + 1]; column++) {
            if (constraint.reads(column)) {
                return true;
            }
        }
        return false;
    }

    /** Grid points between two combinations of the slowest {@code count} dimensions; the whole grid where that is none. */
    long block(int count) {
        return count == 0 ? size : strides[slowestFirst[count - 1]];
    }

    /** A cursor that steps from one combination of the slowest {@code count} dimensions to the next. */
    Cursor cursor(long index, int count) {
        return new Cursor(index, count);
    }

    /** Walks the grid in index order without a division a point. */
    final class Cursor {
        private final int[] levels = new int[dimensions.length];
        private final double[] values = new double[offsets[dimensions.length]];
        private final int stepped;

        private Cursor(long index, int stepped) {
            this.stepped = stepped;
            for (int d = 0; d < dimensions.length; d++) {
                levels[d] = (int) (index / strides[d] % dimensions[d].levels());
                dimensions[d].put(levels[d], values, offsets[d]);
            }
        }

        /** double[columns], the values of the point under the cursor; valid until the next step. */
        double[] values() {
            return values;
        }

        /** Steps on; after the last comes the first. */
        void advance() {
            for (int k = stepped - 1; k >= 0; k--) {
                int d = slowestFirst[k];
                if (++levels[d] < dimensions[d].levels()) {
                    dimensions[d].put(levels[d], values, offsets[d]);
                    return;
                }
                levels[d] = 0;
                dimensions[d].put(0, values, offsets[d]);
            }
        }
    }
}
