package dev.winnow.replay.expression;

import dev.winnow.engine.space.Axis;
import dev.winnow.replay.signal.CodeScale;
import dev.winnow.replay.signal.CodedColumn;
import dev.winnow.replay.signal.CodedKernels;
import dev.winnow.replay.signal.Numbers;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The columns that one comparison or crossing meets, coded on one scale, each once. The scale spans the columns at the
 * least and the greatest values of all axes and at two between, which bound most families (averages, channels) well;
 * where they do not, more comparisons look at the numbers themselves. Thread-safe. Only for columns that are never
 * written again and all fit the memory: they are known by their identity.
 */
final class CodedColumns {
    private final BoundStrategy bound;
    private final Node node;
    private final long most;
    private final ConcurrentMap<Column, Coded> columns = new ConcurrentHashMap<>();
    private volatile CodeScale scale = NONE;

    private static final double[] SHARES = {0, 1.0 / 3, 2.0 / 3, 1};
    private static final CodeScale NONE = CodeScale.over(List.of(), 0);

    CodedColumns(BoundStrategy bound, Node node) {
        this.bound = bound;
        this.node = node;
        this.most = bound.plan().codedColumns(node);
    }

    /** What an input handed out, by identity. */
    private record Column(Object numbers) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Column column && column.numbers == numbers;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(numbers);
        }
    }

    /**
     * A coded column. It remembers which was asked for after it the first time, since points mostly come in one order;
     * threads may do so at once, as any is as good and its column is final.
     */
    static final class Coded {
        private final Object numbers;
        private final CodedColumn column;
        private @Nullable Coded next;

        private Coded(Object numbers, CodedColumn column) {
            this.numbers = numbers;
            this.column = column;
        }

        CodedColumn column() {
            return column;
        }
    }

    /**
     * The coded twin of a column.
     *
     * @param numbers what one of the node's inputs handed out, an array or {@link Numbers}
     * @param before what the caller found before this one
     * @param kernels make it if there is none yet: whichever, codes are the same
     */
    Coded of(Object numbers, @Nullable Coded before, CodedKernels kernels) {
        if (before == null) {
            return find(numbers, kernels);
        }
        if (before.numbers == numbers) {
            return before;
        }
        Coded next = before.next;
        if (next != null && next.numbers == numbers) {
            return next;
        }
        Coded found = find(numbers, kernels);
        if (next == null) {
            before.next = found;
        }
        return found;
    }

    private Coded find(Object numbers, CodedKernels kernels) {
        Column column = new Column(numbers);
        Coded present = columns.get(column);
        if (present != null) {
            return present;
        }
        // columns of values that are none of the axes' own are not kept either
        return columns.size() < most
                ? columns.computeIfAbsent(column, missing -> code(numbers, kernels))
                : code(numbers, kernels);
    }

    private Coded code(Object numbers, CodedKernels kernels) {
        return new Coded(numbers, kernels.code(scale(), PlaneCursor.numbers(numbers)));
    }

    private CodeScale scale() {
        return scale == NONE ? makeScale() : scale;
    }

    private synchronized CodeScale makeScale() {
        if (scale == NONE) {
            Set<Numbers> some = new LinkedHashSet<>();
            for (double share : SHARES) {
                sample(share, some);
            }
            scale = CodeScale.over(List.copyOf(some), bound.bars().size());
        }
        return scale;
    }

    /** Adds both inputs at the point whose values are so far up their axes, unless a value is impossible there. */
    private void sample(double share, Set<Numbers> some) {
        List<Axis> axes = bound.plan().axes();
        double[] point = new double[axes.size()];
        for (int axis = 0; axis < point.length; axis++) {
            double[] values = axes.get(axis).values().clone();
            Arrays.sort(values);
            point[axis] = values[(int) Math.rint(share * (values.length - 1))];
        }
        PlaneCursor cursor = bound.cursor();
        cursor.move(point);
        for (Node input : node.inputs()) {
            try {
                some.add(cursor.numbers(input));
            } catch (PointFailure impossible) {
                // the points in question fail by themselves
            }
        }
    }
}
