package dev.winnow.engine.space;

import dev.winnow.engine.UserError;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The points of a sweep: every combination of the axes' values that the constraint allows, numbered from 0 with the
 * first axis varying slowest (or in the order given to {@link #slowestFirst}). Nothing is materialised: a point is
 * worked out from its index. Values always stand in axis order, whichever axis varies slowest. Thread-safe.
 */
public final class Space {
    /** The largest grid of which a constraint is asked point by point. */
    private static final long MAX_CONSTRAINED = 10_000_000_000L;

    private final List<Axis> axes;
    private final int[] slowestFirst;
    private final Grid grid;
    private final Constraint constraint;
    private final String where;
    private volatile @Nullable AllowedPoints allowed;

    private Space(List<Axis> axes, int[] slowestFirst, Constraint constraint, String where) {
        this.axes = List.copyOf(axes);
        this.slowestFirst = slowestFirst;
        this.grid = new Grid(this.axes, slowestFirst);
        this.constraint = constraint;
        this.where = where;
    }

    /** Every combination of the axes' values; no axes is one point of no values. */
    public static Space of(List<Axis> axes) {
        return of(axes, Constraint.NONE, "");
    }

    /**
     * The combinations that the constraint allows.
     *
     * @param where the constraint as the user wrote it, for messages
     * @throws UserError when two axes share a name or the grid has more than 10^18 points
     */
    public static Space of(List<Axis> axes, Constraint constraint, String where) {
        Set<String> names = new HashSet<>();
        for (Axis axis : axes) {
            if (!names.add(axis.name())) {
                throw new UserError("parameter '" + axis.name() + "' is given twice; rename or drop one");
            }
        }
        return new Space(axes, IntStream.range(0, axes.size()).toArray(), constraint, where);
    }

    /** The same points numbered so that the axes at these positions vary slowest, in this order: a permutation. */
    public Space slowestFirst(int... positions) {
        int[] sorted = positions.clone();
        java.util.Arrays.sort(sorted);
        if (!java.util.Arrays.equals(sorted, IntStream.range(0, axes.size()).toArray())) {
            throw new IllegalArgumentException("not a permutation of " + axes.size() + " axes");
        }
        return new Space(axes, positions.clone(), constraint, where);
    }

    /** The axes, in the order in which a point's values stand. */
    public List<Axis> axes() {
        return axes;
    }

    /** Positions of the axes, the one that varies slowest first. */
    public int[] slowestFirst() {
        return slowestFirst.clone();
    }

    /** The constraint as the user wrote it, empty when there is none. */
    public String where() {
        return where;
    }

    /** Number of combinations before the constraint, at most 10^18. */
    public long gridSize() {
        return grid.size();
    }

    /**
     * Exact number of points. With a constraint the first call asks it of every grid point (in parallel when there are
     * many), later calls cost nothing.
     *
     * @throws UserError when the constraint leaves no point, or the grid is too large to ask it everywhere
     */
    public long size() {
        return constrained() ? allowed().size() : grid.size();
    }

    /** Writes the values of one point to {@code into}: double[axes]. */
    public void point(long index, double[] into) {
        fill(index, 1, into);
    }

    /** The values of one point: double[axes]. */
    public double[] point(long index) {
        double[] values = new double[axes.size()];
        fill(index, 1, values);
        return values;
    }

    /** Writes the values of {@code count} points from {@code first} on to {@code values}: double[count * axes], row-major. */
    public void fill(long first, int count, double[] values) {
        Objects.checkFromIndexSize(first, count, size());
        Objects.checkFromIndexSize(0, (long) count * axes.size(), values.length);
        if (count == 0) {
            return;
        }
        if (constrained()) {
            allowed().fill(first, count, axes.size(), values);
            return;
        }
        Grid.Cursor cursor = grid.cursor(first);
        for (int i = 0; i < count; i++) {
            System.arraycopy(cursor.values(), 0, values, i * axes.size(), axes.size());
            cursor.advance();
        }
    }

    /** The index of the point with exactly these values (double[axes]), -1 when the space has no such point. */
    public long indexOf(double[] values) {
        long index = grid.indexOf(values);
        if (index < 0 || !constrained()) {
            return index;
        }
        return constraint.allows(values.clone()) ? allowed().rank(index) : -1;
    }

    /** Index of the first point at or after this level of the axis that varies slowest; the size past the last. */
    public long firstOfSlab(int level) {
        if (axes.isEmpty()) {
            return level == 0 ? 0 : 1;
        }
        long gridIndex = level * grid.stride(slowestFirst[0]);
        return constrained() ? allowed().rank(gridIndex) : gridIndex;
    }

    /** Number of values of the axis that varies slowest, 1 without axes. */
    public int slabs() {
        return axes.isEmpty() ? 1 : axes.get(slowestFirst[0]).levels();
    }

    /** The point as text: {@code "fast=10 slow=50"}. */
    public String describe(long index) {
        double[] values = point(index);
        StringBuilder text = new StringBuilder();
        for (int a = 0; a < values.length; a++) {
            Axis axis = axes.get(a);
            text.append(a == 0 ? "" : " ").append(axis.name()).append('=').append(axis.text(values[a]));
        }
        return text.toString();
    }

    private boolean constrained() {
        return constraint != Constraint.NONE;
    }

    private AllowedPoints allowed() {
        AllowedPoints known = allowed;
        return known != null ? known : count();
    }

    private synchronized AllowedPoints count() {
        AllowedPoints known = allowed;
        if (known != null) {
            return known;
        }
        if (grid.size() > MAX_CONSTRAINED) {
            throw new UserError("where '" + where + "': a grid of " + grid.size()
                    + " points is too large to test each; at most 10^10 with a where, so drop values");
        }
        AllowedPoints counted = new AllowedPoints(grid, constraint);
        if (counted.size() == 0) {
            throw new UserError("where '" + where + "': none of the " + grid.size()
                    + " points meets it; loosen it or widen the parameters");
        }
        allowed = counted;
        return counted;
    }
}
