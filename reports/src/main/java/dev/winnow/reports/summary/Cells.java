package dev.winnow.reports.summary;

import java.util.Arrays;

/** Numbers by the cell that they fall into, sorted in each, so that a cell's quantiles can be read off. */
final class Cells {
    private final int[] from;
    private final double[] sorted;

    /**
     * @param cell int[values]: where each value falls, from 0 to cells - 1
     * @param values double[values]
     */
    Cells(int cells, int[] cell, double[] values) {
        from = new int[cells + 1];
        for (int c : cell) {
            from[c + 1]++;
        }
        for (int c = 0; c < cells; c++) {
            from[c + 1] += from[c];
        }
        int[] next = Arrays.copyOf(from, cells);
        sorted = new double[values.length];
        for (int i = 0; i < cell.length; i++) {
            sorted[next[cell[i]]++] = values[i];
        }
        for (int c = 0; c < cells; c++) {
            Arrays.sort(sorted, from[c], from[c + 1]);
        }
    }

    int cells() {
        return from.length - 1;
    }

    int count(int cell) {
        return from[cell + 1] - from[cell];
    }

    /** The quantile of a cell's values; NaN when it is empty. */
    double quantile(int cell, double share) {
        return Quantiles.of(sorted, from[cell], from[cell + 1], share);
    }

    /** double[cells]: the quantile of each cell. */
    double[] quantiles(double share) {
        double[] all = new double[cells()];
        Arrays.setAll(all, cell -> quantile(cell, share));
        return all;
    }
}
