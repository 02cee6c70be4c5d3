package dev.winnow.reports.summary;

import java.util.Arrays;
import java.util.List;

/**
 * The points of a symbol whose objective is a finite number, by column.
 *
 * @param levels the axes' levels
 * @param objective double[points]
 * @param positions int[axes][points]: place of the point's value among the axis' levels
 */
record Observations(List<Levels> levels, double[] objective, int[][] positions) {
    int count() {
        return objective.length;
    }

    /** A point's value of a parameter. */
    double value(int axis, int point) {
        return levels.get(axis).sorted()[positions[axis][point]];
    }

    /** int[points]: the bin of each point among these levels of a parameter. */
    int[] bins(int axis, Levels binned) {
        return Arrays.stream(positions[axis]).map(binned::bin).toArray();
    }

    /** Grows with every point and keeps every k-th once there are too many. */
    static final class Collector {
        private final List<Levels> levels;
        private final long stride;
        private double[] objective = new double[1024];
        private final int[][] positions;
        private int count;
        private long seen;

        /**
         * @param points how many there may be
         * @param most how many are kept at most: of more, every k-th
         */
        Collector(List<Levels> levels, long points, int most) {
            this.levels = List.copyOf(levels);
            this.stride = Math.max(1, Math.ceilDiv(points, most));
            this.positions = new int[levels.size()][objective.length];
        }

        /** Every how many points one is kept. */
        long stride() {
            return stride;
        }

        /** Takes the point at position {@code at} of a frame's columns, the parameters first; others are left out. */
        void add(double[][] columns, int at, double value) {
            if (seen++ % stride != 0) {
                return;
            }
            if (count == objective.length) {
                objective = Arrays.copyOf(objective, 2 * count);
                Arrays.setAll(positions, a -> Arrays.copyOf(positions[a], objective.length));
            }
            objective[count] = value;
            for (int a = 0; a < positions.length; a++) {
                positions[a][count] = levels.get(a).position(columns[a][at]);
            }
            count++;
        }

        Observations collected() {
            int[][] places = new int[positions.length][];
            Arrays.setAll(places, a -> Arrays.copyOf(positions[a], count));
            return new Observations(levels, Arrays.copyOf(objective, count), places);
        }
    }
}
