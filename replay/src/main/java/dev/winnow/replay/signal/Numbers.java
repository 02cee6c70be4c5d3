package dev.winnow.replay.signal;

import java.util.Arrays;

/** The numbers of a column, which need not be kept. Immutable, so that threads may share them. */
public interface Numbers {
    /** The number at a bar. */
    double at(int bar);

    /**
     * The numbers of some bars.
     *
     * @param out filled from its beginning, {@code to - from} of them
     */
    void read(int from, int to, double[] out);

    /** The same bits by the Vector API, where that is faster. */
    default void readByVectors(int from, int to, double[] out) {
        read(from, to, out);
    }

    /** A column that is kept and never written again. */
    static Numbers of(double[] values) {
        return new Kept(values);
    }

    /** One number at all bars. */
    static Numbers of(double level) {
        return new Level(level);
    }

    /**
     * A column.
     *
     * @param values double[bars]
     */
    record Kept(double[] values) implements Numbers {
        @Override
        public double at(int bar) {
            return values[bar];
        }

        @Override
        public void read(int from, int to, double[] out) {
            System.arraycopy(values, from, out, 0, to - from);
        }
    }

    /**
     * A constant.
     *
     * @param level at every bar
     */
    record Level(double level) implements Numbers {
        @Override
        public double at(int bar) {
            return level;
        }

        @Override
        public void read(int from, int to, double[] out) {
            Arrays.fill(out, 0, to - from, level);
        }
    }
}
