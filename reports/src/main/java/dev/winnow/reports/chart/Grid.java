package dev.winnow.reports.chart;

import java.util.Arrays;

/** Cells of a heat map, row by row from the bottom: what their neighbours hold, and blocks of them. */
record Grid(int columns, int rows, double[] cells) {
    double at(int column, int row) {
        return cells[row * columns + column];
    }

    /** Each cell's worst of itself and its up to eight neighbours, NaN aside; NaN stays NaN. */
    Grid worstOfNeighbours(boolean higherIsBetter) {
        double[] worst = new double[cells.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                worst[row * columns + column] = worstAround(column, row, higherIsBetter);
            }
        }
        return new Grid(columns, rows, worst);
    }

    private double worstAround(int column, int row, boolean higherIsBetter) {
        double worst = at(column, row);
        if (!Extent.drawable(worst)) {
            return Double.NaN;
        }
        for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
            for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
                double value = at(c, r);
                if (Extent.drawable(value) && (higherIsBetter ? value < worst : value > worst)) {
                    worst = value;
                }
            }
        }
        return worst;
    }

    /** The best cell's index, the first of equals; -1 where no cell has a value. */
    int best(boolean higherIsBetter) {
        int best = -1;
        for (int i = 0; i < cells.length; i++) {
            boolean better = best < 0 || (higherIsBetter ? cells[i] > cells[best] : cells[i] < cells[best]);
            if (Extent.drawable(cells[i]) && better) {
                best = i;
            }
        }
        return best;
    }

    /** Means of blocks of so many columns and rows, NaN aside. */
    Grid blocks(int width, int height) {
        int across = (columns + width - 1) / width;
        int up = (rows + height - 1) / height;
        double[] sums = new double[across * up];
        int[] counts = new int[across * up];
        for (int i = 0; i < cells.length; i++) {
            if (Extent.drawable(cells[i])) {
                int block = i / columns / height * across + i % columns / width;
                sums[block] += cells[i];
                counts[block]++;
            }
        }
        Arrays.setAll(sums, block -> counts[block] == 0 ? Double.NaN : sums[block] / counts[block]);
        return new Grid(across, up, sums);
    }
}
