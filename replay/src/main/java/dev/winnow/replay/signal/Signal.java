package dev.winnow.replay.signal;

/**
 * What one strategy at one setting says of every bar of one symbol, before any fill or cost: the planes that it decides
 * with, or a score. Arrays are shared and read only.
 */
public sealed interface Signal {
    int bars();

    /** The side that the decision machine wants after each close, from these planes alone: {@link Sides#of}. */
    record Planes(DecisionPlanes planes) implements Signal {
        @Override
        public int bars() {
            return planes.bars();
        }
    }

    /**
     * A score a bar.
     *
     * @param values double[bars], in [-1, 1], no NaN
     */
    record Score(double[] values) implements Signal {
        /** The score of a column: clamped to [-1, 1], NaN counts as 0. */
        public static Score of(double[] column) {
            double[] values = new double[column.length];
            for (int t = 0; t < values.length; t++) {
                values[t] = clamped(column[t]);
            }
            return new Score(values);
        }

        /** One bar's score of one bar's value. */
        public static double clamped(double value) {
            return Double.isNaN(value) ? 0 : Math.clamp(value, -1.0, 1.0);
        }

        @Override
        public int bars() {
            return values.length;
        }
    }
}
