package dev.winnow.engine.space;

import dev.winnow.engine.UserError;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All tuples of multiples of 1/parts that are not negative and sum to 1, from (1, 0, 0) down to (0, 0, 1), the first
 * column falling slowest. A tuple is worked out from its level, so that a million of them take no memory.
 */
public final class Simplex implements Tuples {
    private final int parts;
    private final List<Axis> columns;

    /** long[columns + 1][parts + 1]: how many ways there are to hand so many parts to so many columns. */
    private final long[][] ways;

    /**
     * The tuples of these columns.
     *
     * @param parts into how many equal parts the 1 is cut, at least 1
     * @throws UserError when there are more than {@link Axes#MAX_LEVELS} tuples
     */
    public Simplex(List<String> names, int parts) {
        if (names.isEmpty() || parts < 1) {
            throw new IllegalArgumentException(names + " in " + parts + " parts");
        }
        this.parts = parts;
        double[] values = IntStream.rangeClosed(0, parts)
                .mapToDouble(part -> (double) part / parts)
                .toArray();
        this.columns = names.stream().map(name -> Axis.numbers(name, values)).toList();
        this.ways = ways(names.size(), parts);
        if (ways[names.size()][parts] > Axes.MAX_LEVELS) {
            throw new UserError("a simplex of " + names.size() + " columns in " + parts + " steps has more than "
                    + Axes.MAX_LEVELS + " tuples; widen the step, or draw some of them");
        }
    }

    /** Saturates far above {@link Axes#MAX_LEVELS}. */
    private static long[][] ways(int columns, int parts) {
        long[][] ways = new long[columns + 1][parts + 1];
        ways[0][0] = 1;
        for (int c = 1; c <= columns; c++) {
            long sum = 0;
            for (int p = 0; p <= parts; p++) {
                sum = Math.min(Integer.MAX_VALUE, sum + ways[c - 1][p]);
                ways[c][p] = sum;
            }
        }
        return ways;
    }

    @Override
    public List<Axis> columns() {
        return columns;
    }

    @Override
    public int levels() {
        return (int) ways[columns.size()][parts];
    }

    @Override
    public void put(int level, double[] into, int offset) {
        int left = parts;
        long rank = level;
        for (int c = 0; c < columns.size(); c++) {
            long[] behind = ways[columns.size() - c - 1];
            int part = left;
            while (rank >= behind[left - part]) {
                rank -= behind[left - part];
                part--;
            }
            into[offset + c] = (double) part / parts;
            left -= part;
        }
    }

    @Override
    public int level(double[] values, int offset) {
        int left = parts;
        long rank = 0;
        for (int c = 0; c < columns.size(); c++) {
            double part = Math.rint(values[offset + c] * parts);
            if (!(part >= 0 && part <= left) || part / parts != values[offset + c]) {
                return -1;
            }
            long[] behind = ways[columns.size() - c - 1];
            for (int more = left; more > part; more--) {
                rank += behind[left - more];
            }
            left -= (int) part;
        }
        return left == 0 ? (int) rank : -1;
    }
}
