package dev.winnow.engine.space;

import dev.winnow.engine.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Tuples that are given one by one, or drawn. */
public final class ListedTuples implements Tuples {
    /** Parts of 1 that a drawn tuple is made of: its values have four decimals and sum to 1 exactly. */
    private static final int PARTS = 10_000;

    private final double[] rows;
    private final List<Axis> columns;

    private ListedTuples(List<Axis> columns, double[] rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * The tuples given, in their order.
     *
     * @param rows double[tuples * columns], row-major, finite; at least one tuple
     */
    public static ListedTuples of(List<String> names, double... rows) {
        requireRoom(names, rows.length / names.size());
        List<Axis> columns = IntStream.range(0, names.size())
                .mapToObj(column -> Axis.numbers(
                        names.get(column),
                        IntStream.range(0, rows.length / names.size())
                                .mapToDouble(row -> rows[row * names.size() + column])
                                .distinct()
                                .toArray()))
                .toList();
        return new ListedTuples(columns, rows.clone());
    }

    /**
     * Tuples that are not negative and sum to 1, drawn evenly (Dirichlet's distribution with all concentrations 1) from
     * those with four decimals: the gaps between sorted even draws. A seed gives the same tuples everywhere.
     */
    public static ListedTuples drawn(List<String> names, int count, long seed) {
        requireRoom(names, count);
        SplittableRandom random = new SplittableRandom(seed);
        int width = names.size();
        double[] rows = new double[count * width];
        int[] cuts = new int[width + 1];
        cuts[width] = PARTS;
        for (int row = 0; row < count; row++) {
            for (int cut = 1; cut < width; cut++) {
                cuts[cut] = random.nextInt(PARTS + 1);
            }
            Arrays.sort(cuts, 1, width);
            for (int column = 0; column < width; column++) {
                rows[row * width + column] = (double) (cuts[column + 1] - cuts[column]) / PARTS;
            }
        }
        double[] values = IntStream.rangeClosed(0, PARTS)
                .mapToDouble(part -> (double) part / PARTS)
                .toArray();
        return new ListedTuples(
                names.stream().map(name -> Axis.numbers(name, values)).toList(), rows);
    }

    private static void requireRoom(List<String> names, long count) {
        if (count < 1 || count * names.size() > Axes.MAX_LEVELS) {
            throw new UserError(count + " tuples of " + names.size() + " values are "
                    + (count < 1 ? "none; give at least one" : "more than " + Axes.MAX_LEVELS + " values; give fewer"));
        }
    }

    @Override
    public List<Axis> columns() {
        return columns;
    }

    @Override
    public int levels() {
        return rows.length / columns.size();
    }

    @Override
    public void put(int level, double[] into, int offset) {
        System.arraycopy(rows, level * columns.size(), into, offset, columns.size());
    }

    @Override
    public int level(double[] values, int offset) {
        int width = columns.size();
        for (int level = 0; level < levels(); level++) {
            if (Arrays.equals(rows, level * width, (level + 1) * width, values, offset, offset + width)) {
                return level;
            }
        }
        return -1;
    }
}
