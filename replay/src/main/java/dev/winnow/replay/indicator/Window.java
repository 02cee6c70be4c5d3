package dev.winnow.replay.indicator;

import java.util.Arrays;

/** The last values of a stream, at most {@code w} of them; takes room only as values come. */
public final class Window {
    private static final int FIRST_ROOM = 16;

    private final int w;
    private double[] values;
    private int size;
    /** Place of the next value. */
    private int at;

    /** @param w at least 1 */
    public Window(int w) {
        this.w = w;
        this.values = new double[Math.min(w, FIRST_ROOM)];
    }

    /** Adds a value and returns the one that leaves, which was added w values before; NaN where none does. */
    public double push(double x) {
        double leaving = back(w - 1);
        add(x);
        return leaving;
    }

    void add(double x) {
        if (size < w) {
            if (size == values.length) {
                values = Arrays.copyOf(values, (int) Math.min(w, 2L * size));
            }
            values[size++] = x;
            at = size == w ? 0 : size;
        } else {
            values[at] = x;
            at = at + 1 == w ? 0 : at + 1;
        }
    }

    /** How many of the values are below {@code x}. */
    int below(double x) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            count += values[i] < x ? 1 : 0;
        }
        return count;
    }

    /** The value that was added {@code back} values before the newest, 0..w-1; NaN where there is none. */
    double back(int back) {
        if (back >= size) {
            return Double.NaN;
        }
        int place = at - 1 - back;
        return values[place < 0 ? place + w : place];
    }
}
