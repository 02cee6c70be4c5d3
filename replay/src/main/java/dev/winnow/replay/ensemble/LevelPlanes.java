package dev.winnow.replay.ensemble;

import dev.winnow.replay.signal.BitPlanes;
import java.util.Arrays;

/**
 * Planes that are asked for together: for some weights and some levels, where the sum of the weighted signals is at
 * least the level, and where it is at most minus the level. A threshold to enter is a level; a threshold x to exit is
 * the level -x with the two planes exchanged. One thread's; its planes are written again after {@link #clear}.
 */
public final class LevelPlanes {
    private final int signals;
    private final int words;
    private final int most;

    private double[] weights;
    private int tuples;

    private int count;
    private int[] tuple = new int[16];
    private double[] level = new double[16];
    private boolean[] below = new boolean[16];
    private long[][] atLeast = new long[16][];
    private long[][] atMost = new long[16][];

    /**
     * Nothing asked for.
     *
     * @param bytes that the planes may take; two levels are always there
     */
    public LevelPlanes(int signals, int bars, long bytes) {
        this.signals = signals;
        this.words = BitPlanes.words(bars);
        this.most = Math.clamp(bytes / (2L * Long.BYTES * words + 1), 2, 1 << 16);
        this.weights = new double[signals];
    }

    /** Forgets what was asked for. */
    public void clear() {
        tuples = 0;
        count = 0;
    }

    /** Whether there is no room for two more levels. */
    public boolean full() {
        return count + 2 > most;
    }

    /** Asks for levels of these weights from now on: double[signals]. */
    public void weigh(double[] of) {
        if (tuples > 0 && Arrays.equals(weights, (tuples - 1) * signals, tuples * signals, of, 0, signals)) {
            return;
        }
        if ((tuples + 1) * signals > weights.length) {
            weights = Arrays.copyOf(weights, 2 * weights.length);
        }
        System.arraycopy(of, 0, weights, tuples++ * signals, signals);
    }

    /** Asks for a level of the last weights; the place of its planes. */
    public int place(double asked) {
        for (int i = count - 1; i >= 0 && tuple[i] == tuples - 1; i--) {
            if (level[i] == asked) {
                return i;
            }
        }
        if (count == level.length) {
            int room = 2 * count;
            tuple = Arrays.copyOf(tuple, room);
            level = Arrays.copyOf(level, room);
            below = Arrays.copyOf(below, room);
            atLeast = Arrays.copyOf(atLeast, room);
            atMost = Arrays.copyOf(atMost, room);
        }
        if (atLeast[count] == null) {
            atLeast[count] = new long[words];
            atMost[count] = new long[words];
        }
        tuple[count] = tuples - 1;
        level[count] = asked;
        return count++;
    }

    /** Where the sum is at least the level: long[words], once a source has filled it. */
    public long[] atLeast(int place) {
        return atLeast[place];
    }

    /** Where the sum is at most minus the level: long[words], once a source has filled it. */
    public long[] atMost(int place) {
        return atMost[place];
    }

    /** Whether {@link #atMost} has a bar set. */
    public boolean below(int place) {
        return below[place];
    }

    int tuples() {
        return tuples;
    }

    double weight(int ofTuple, int signal) {
        return weights[ofTuple * signals + signal];
    }

    /** The first place of a tuple's levels from this place on; the places of a tuple follow each other. */
    int end(int from) {
        int end = from;
        while (end < count && tuple[end] == tuple[from]) {
            end++;
        }
        return end;
    }

    int count() {
        return count;
    }

    double level(int place) {
        return level[place];
    }

    int tuple(int place) {
        return tuple[place];
    }

    /** Takes note of what was filled. */
    void filled() {
        for (int place = 0; place < count; place++) {
            below[place] = BitPlanes.any(atMost[place]);
        }
    }
}
