package dev.winnow.engine.store;

import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects consecutive points of a group by column, up to a full frame. */
final class FrameBuffer {
    /** Points of a full frame. */
    static final int POINTS = 4096;

    private final double[][] columns;
    private final TreeMap<Integer, String> failures = new TreeMap<>();
    private int count;

    FrameBuffer(int columns) {
        this.columns = new double[columns][POINTS];
    }

    int count() {
        return count;
    }

    void clear() {
        failures.clear();
        count = 0;
    }

    /** Appends points {@code from} to {@code to} (exclusive) of the batch, for which there is room. */
    void add(Batch batch, Outcome outcome, int from, int to) {
        int axes = batch.axes();
        for (int i = from; i < to; i++) {
            for (int a = 0; a < axes; a++) {
                columns[a][count] = batch.values()[i * axes + a];
            }
            for (int m = 0; m < outcome.metrics(); m++) {
                double value = outcome.value(i, m);
                columns[axes + m][count] = Double.isNaN(value) ? Double.NaN : value; // of all NaNs the same one
            }
            count++;
        }
        int shift = count - to;
        outcome.failures().forEach((position, cause) -> {
            if (from <= position && position < to) {
                failures.put(position + shift, cause);
            }
        });
    }

    /** Appends the frame's points, for which there is room. */
    void add(Frame frame) {
        for (int c = 0; c < columns.length; c++) {
            System.arraycopy(frame.columns()[c], 0, columns[c], count, frame.count());
        }
        frame.failures().forEach((position, cause) -> failures.put(count + position, cause));
        count += frame.count();
    }

    /** The points from this position on as a frame of their own, {@code first} being the index of position 0. */
    Frame frame(int group, long first, int from) {
        double[][] part = new double[columns.length][];
        Arrays.setAll(part, c -> Arrays.copyOfRange(columns[c], from, count));
        SortedMap<Integer, String> causes = new TreeMap<>();
        failures.tailMap(from).forEach((position, cause) -> causes.put(position - from, cause));
        return new Frame(group, first + from, count - from, part, causes);
    }
}
