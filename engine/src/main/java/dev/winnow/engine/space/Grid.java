package dev.winnow.engine.space;

import dev.winnow.engine.UserError;
import java.util.List;

/**
 * Every combination of the axes' values: mixed-radix arithmetic between a grid index and the values. Values always
 * stand in axis order; which axis varies slowest is the grid's own matter.
 */
final class Grid {
    private static final long MAX_POINTS = 1_000_000_000_000_000_000L;

    private final Axis[] axes;
    private final int[] slowestFirst;
    private final long[] strides;
    private final long size;

    Grid(List<Axis> axes, int[] slowestFirst) {
        this.axes = axes.toArray(Axis[]::new);
        this.slowestFirst = slowestFirst;
        this.strides = new long[this.axes.length];
        long product = 1;
        for (int k = slowestFirst.length - 1; k >= 0; k--) {
            int axis = slowestFirst[k];
            strides[axis] = product;
            int levels = this.axes[axis].levels();
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

    /** Writes the values of one grid point to {@code into}, from {@code offset} on. */
    void point(long index, double[] into, int offset) {
        for (int a = 0; a < axes.length; a++) {
            into[offset + a] = axes[a].value((int) (index / strides[a] % axes[a].levels()));
        }
    }

    /** The grid index of the values, -1 when one of them is no value of its axis. */
    long indexOf(double[] values) {
        long index = 0;
        for (int a = 0; a < axes.length; a++) {
            int level = level(axes[a], values[a]);
            if (level < 0) {
                return -1;
            }
            index += level * strides[a];
        }
        return index;
    }

    private static int level(Axis axis, double value) {
        for (int level = 0; level < axis.levels(); level++) {
            if (axis.value(level) == value) {
                return level;
            }
        }
        return -1;
    }

    /** Grid points between two combinations of the slowest {@code count} axes; the whole grid where that is none. */
    long block(int count) {
        return count == 0 ? size : strides[slowestFirst[count - 1]];
    }

    Cursor cursor(long index) {
        return new Cursor(index, slowestFirst.length);
    }

    /** A cursor that steps from one combination of the slowest {@code count} axes to the next. */
    Cursor cursor(long index, int count) {
        return new Cursor(index, count);
    }

    /** Walks the grid in index order without a division a point. */
    final class Cursor {
        private final int[] levels = new int[axes.length];
        private final double[] values = new double[axes.length];
        private final int stepped;

        private Cursor(long index, int stepped) {
            this.stepped = stepped;
            for (int a = 0; a < axes.length; a++) {
                levels[a] = (int) (index / strides[a] % axes[a].levels());
                values[a] = axes[a].value(levels[a]);
            }
        }

        /** double[axes], the values of the point under the cursor; valid until the next step. */
        double[] values() {
            return values;
        }

        /** Steps on; after the last comes the first. */
        void advance() {
            for (int k = stepped - 1; k >= 0; k--) {
                int a = slowestFirst[k];
                if (++levels[a] < axes[a].levels()) {
                    values[a] = axes[a].value(levels[a]);
                    return;
                }
                levels[a] = 0;
                values[a] = axes[a].value(0);
            }
        }
    }
}
