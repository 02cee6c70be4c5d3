package dev.winnow.replay.indicator;

import java.util.Arrays;

/** The values of the block that a stream is in, as {@link Blocks} cuts it; takes room only as values come. */
final class Block {
    private static final int FIRST_ROOM = 16;

    private final int w;
    private double[] values;
    private int size;

    Block(int w) {
        this.w = w;
        this.values = new double[Math.min(w, FIRST_ROOM)];
    }

    int size() {
        return size;
    }

    boolean full() {
        return size == w;
    }

    double get(int place) {
        return values[place];
    }

    void add(double x) {
        if (size == values.length) {
            values = Arrays.copyOf(values, (int) Math.min(w, 2L * size));
        }
        values[size++] = x;
    }

    /** The next block begins. */
    void clear() {
        size = 0;
    }
}
