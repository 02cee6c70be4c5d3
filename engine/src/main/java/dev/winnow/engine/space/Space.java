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
 * first dimension varying slowest (or in the order given to {@link #slowestFirst}). Nothing is materialised: a point is
 * worked out from its index. Values always stand in axis order, whichever varies slowest. Thread-safe.
 */
public final class Space {
    /** The most combinations of values that a constraint is asked of. */
    private static final long MAX_CONSTRAINED = 10_000_000_000L;

    private final List<Dimension> dimensions;
    private final List<Axis> axes;
    private final int[] slowestFirst;
    private final Grid grid;
    private final Constraint constraint;
    private final String where;

    /** How many of the slowest dimensions tell whether a point is allowed. */
    private final int constrainedAxes;

    private volatile @Nullable AllowedCells allowed;

    private Space(List<? extends Dimension> dimensions, int[] slowestFirst, Constraint constraint, String where) {
        this.dimensions = List.copyOf(dimensions);
        this.axes = dimensions.stream()
                .flatMap(dimension -> dimension.columns().stream())
                .toList();
        this.slowestFirst = slowestFirst;
        this.grid = new Grid(this.dimensions, slowestFirst);
        this.constraint = constraint;
        this.where = where;
        int last = dimensions.size();
        while (last > 0 && !grid.reads(constraint, slowestFirst[last - 1])) {
            last--;
        }
        this.constrainedAxes = last;
    }

    /** Every combination of the axes' values; no axes is one point of no values. */
    public static Space of(List<? extends Dimension> dimensions) {
        return of(dimensions, Constraint.NONE, "");
    }

    /**
     * The combinations that the constraint allows.
     *
     * @param where the constraint as the user wrote it, for messages
     * @throws UserError when two axes share a name or the grid has more than 10^18 points
     */
    public static Space of(List<? extends Dimension> dimensions, Constraint constraint, String where) {
        Set<String> names = new HashSet<>();
        dimensions.stream().flatMap(dimension -> dimension.columns().stream()).forEach(axis -> {
            if (!names.add(axis.name())) {
                throw new UserError("parameter '" + axis.name() + "' is given twice; rename or drop one");
            }
        });
        return new Space(dimensions, IntStream.range(0, dimensions.size()).toArray(), constraint, where);
    }

    /** The same points numbered so that the dimensions at these positions vary slowest, in this order: a permutation. */
    public Space slowestFirst(int... positions) {
        int[] sorted = positions.clone();
        java.util.Arrays.sort(sorted);
        if (!java.util.Arrays.equals(
                sorted, IntStream.range(0, dimensions.size()).toArray())) {
            throw new IllegalArgumentException("not a permutation of " + dimensions.size() + " dimensions");
        }
        return new Space(dimensions, positions.clone(), constraint, where);
    }

    /** What varies on its own, in the order in which a point's values stand. */
    public List<Dimension> dimensions() {
        return dimensions;
    }

    /** The axes, one a column of a point, in the order in which its values stand. */
    public List<Axis> axes() {
        return axes;
    }

    /** Positions of the dimensions, the one that varies slowest first. */
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
     * Exact number of points. With a constraint the first call asks it of every combination of the slowest dimensions down
     * to the last that it reads (in parallel when there are many), later calls cost nothing.
     *
     * @throws UserError when the constraint leaves no point, or the grid is too large to ask it everywhere
     */
    public long size() {
        return free() ? grid.size() : allowed().size() * cell();
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
        if (free()) {
            grid.fill(first, count, values, 0);
            return;
        }
        AllowedCells.Walk walk = allowed().from(first / cell());
        long within = first % cell();
        for (int filled = 0; ; walk.leave()) {
            int taken = (int) Math.min(walk.run() * cell() - within, count - filled);
            grid.fill(walk.cell() * cell() + within, taken, values, filled);
            filled += taken;
            within = 0;
            if (filled == count) {
                return;
            }
        }
    }

    /** The index of the point with exactly these values (double[axes]), -1 when the space has no such point. */
    public long indexOf(double[] values) {
        long index = grid.indexOf(values);
        if (index < 0 || free()) {
            return index;
        }
        return constraint.allows(values.clone()) ? rank(index) : -1;
    }

    /**
     * Index of the first point behind this one that differs from it in one of the {@code count} slowest dimensions; the size
     * when there is none.
     */
    public long nextBorder(long index, int count) {
        long block = grid.block(count);
        return rank((gridIndex(index) / block + 1) * block);
    }

    /** Number of points over number of combinations of the {@code count} slowest dimensions: how long a stretch between borders is. */
    public double meanBlock(int count) {
        return (double) size() * grid.block(count) / grid.size();
    }

    private long gridIndex(long index) {
        return free() ? index : allowed().from(index / cell()).cell() * cell() + index % cell();
    }

    /** How many points lie before a grid point, which itself is one or begins a cell. */
    private long rank(long gridIndex) {
        return free() ? gridIndex : allowed().rank(gridIndex / cell()) * cell() + gridIndex % cell();
    }

    /** Grid points of a cell: they are all allowed or none is. */
    private long cell() {
        return grid.block(constrainedAxes);
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

    private boolean free() {
        return constraint == Constraint.NONE;
    }

    private AllowedCells allowed() {
        AllowedCells known = allowed;
        return known != null ? known : count();
    }

    private synchronized AllowedCells count() {
        AllowedCells known = allowed;
        if (known != null) {
            return known;
        }
        if (grid.size() / cell() > MAX_CONSTRAINED) {
            throw new UserError("where '" + where + "': " + grid.size() / cell()
                    + " combinations of values are too many to test each; at most 10^10, so drop values");
        }
        AllowedCells counted = new AllowedCells(grid, constrainedAxes, constraint);
        if (counted.size() == 0) {
            throw new UserError("where '" + where + "': none of the " + grid.size()
                    + " points meets it; loosen it or widen the parameters");
        }
        allowed = counted;
        return counted;
    }
}
