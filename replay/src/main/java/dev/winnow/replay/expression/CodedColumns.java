package dev.winnow.replay.expression;

import dev.winnow.engine.space.Axis;
import dev.winnow.replay.signal.CodeScale;
import dev.winnow.replay.signal.CodedColumn;
import dev.winnow.replay.signal.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * The columns that one comparison or crossing meets, coded on one scale, each once. The scale spans the columns at the
 * least and at the greatest values of all axes, which bound most families (averages, channels) well; where they do not,
 * more comparisons look at the numbers themselves. Thread-safe. Only for columns that are never written again and all
 * fit the memory: they are known by their identity.
 */
final class CodedColumns {
    private final BoundStrategy bound;
    private final Node node;
    private final ConcurrentMap<Column, Coded> columns = new ConcurrentHashMap<>();
    private volatile CodeScale scale = NONE;

    private static final CodeScale NONE = CodeScale.over(List.of(), 0);

    CodedColumns(BoundStrategy bound, Node node) {
        this.bound = bound;
        this.node = node;
    }

    /** An array, by identity. */
    private record Column(double[] values) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Column column && column.values == values;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(values);
        }
    }

    /**
     * A coded column. It remembers which was asked for after it the first time, since points mostly come in one order;
     * threads may do so at once, as any is as good and its column is final.
     */
    static final class Coded {
        private final double[] source;
        private final CodedColumn column;
        private @Nullable Coded next;

        private Coded(double[] source, CodedColumn column) {
            this.source = source;
            this.column = column;
        }

        CodedColumn column() {
            return column;
        }

        private boolean codes(double[] values) {
            return source == values;
        }
    }

    /**
     * The coded twin of a column that one of the node's inputs handed out.
     *
     * @param before what the caller found before this one
     */
    Coded of(double[] values, @Nullable Coded before) {
        if (before == null) {
            return find(values);
        }
        if (before.codes(values)) {
            return before;
        }
        Coded next = before.next;
        if (next != null && next.codes(values)) {
            return next;
        }
        Coded found = find(values);
        if (next == null) {
            before.next = found;
        }
        return found;
    }

    private Coded find(double[] values) {
        Column column = new Column(values);
        Coded present = columns.get(column);
        return present == null
                ? columns.computeIfAbsent(
                        column,
                        missing -> new Coded(
                                values, bound.kernels().kernels().coded().code(scale(), Numbers.of(values))))
                : present;
    }

    private CodeScale scale() {
        return scale == NONE ? makeScale() : scale;
    }

    private synchronized CodeScale makeScale() {
        if (scale == NONE) {
            List<double[]> corners = new ArrayList<>();
            corner(false, corners);
            corner(true, corners);
            scale = CodeScale.over(corners, bound.bars().size());
        }
        return scale;
    }

    /** Adds both inputs at one corner of the axes, unless a value is impossible there. */
    private void corner(boolean greatest, List<double[]> corners) {
        List<Axis> axes = bound.plan().axes();
        double[] point = new double[axes.size()];
        for (int axis = 0; axis < point.length; axis++) {
            DoubleStream values = Arrays.stream(axes.get(axis).values());
            point[axis] = (greatest ? values.max() : values.min()).orElseThrow();
        }
        PlaneCursor cursor = bound.cursor();
        cursor.move(point);
        for (Node input : node.inputs()) {
            try {
                corners.add(cursor.column(input));
            } catch (PointFailure impossible) {
                // the points in question fail by themselves
            }
        }
    }
}
