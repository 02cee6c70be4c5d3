package dev.winnow.reports.summary;

import dev.winnow.engine.space.Axis;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The distinct values of an axis in rising order, neighbours first to last drawn together where there are more than a
 * picture can show. Names stand in the order of the axis.
 *
 * @param axis the axis
 * @param sorted double[levels], distinct, rising
 * @param width how many neighbouring levels one bin holds; the last bin may hold fewer
 */
public record Levels(Axis axis, double[] sorted, int width) {
    /** All levels, each in a bin of its own. */
    static Levels of(Axis axis) {
        return new Levels(axis, Arrays.stream(axis.values()).sorted().distinct().toArray(), 1);
    }

    /** The same levels in no more than so many bins of equal width. */
    Levels binned(int most) {
        return new Levels(axis, sorted, Math.ceilDiv(sorted.length, most));
    }

    /** Number of distinct values. */
    public int count() {
        return sorted.length;
    }

    /** Number of bins. */
    public int bins() {
        return Math.ceilDiv(sorted.length, width);
    }

    /** Place of a value among the levels, from 0. */
    int position(double value) {
        int position = Arrays.binarySearch(sorted, value);
        if (position < 0) {
            throw new IllegalArgumentException(axis.name() + " has no value " + value);
        }
        return position;
    }

    /** The bin of the level at this position. */
    int bin(int position) {
        return position / width;
    }

    /** The bin's value as text, its first and last where it holds several: {@code 20}, {@code 20–24}. */
    public String label(int bin) {
        int first = bin * width;
        int last = Math.min(first + width, sorted.length) - 1;
        String text = axis.text(sorted[first]);
        return first == last ? text : text + "\u2013" + axis.text(sorted[last]);
    }

    /** Labels of all bins, in order. */
    public List<String> labels() {
        return IntStream.range(0, bins()).mapToObj(this::label).toList();
    }

    /** The bin that a value of the axis is in. */
    public int binOf(double value) {
        return bin(position(value));
    }
}
