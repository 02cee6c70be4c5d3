package dev.winnow.engine.plan;

import dev.winnow.engine.plan.Ranked.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rows of a ranking as columns that grow with use; metrics in pages, so that growing copies none of them. */
final class RankedRows {
    private static final int PAGE_ROWS = 1024;

    private final int metrics;
    private Standing[] standings = new Standing[16];
    private double[] scores = new double[16];
    private int[] groups = new int[16];
    private long[] points = new long[16];
    private final List<double[]> pages = new ArrayList<>();

    RankedRows(int metrics) {
        this.metrics = metrics;
    }

    void write(int slot, Place place, double[] row) {
        if (slot >= points.length) {
            int length = (int) Math.min(Integer.MAX_VALUE - 8L, 2L * points.length);
            standings = Arrays.copyOf(standings, length);
            scores = Arrays.copyOf(scores, length);
            groups = Arrays.copyOf(groups, length);
            points = Arrays.copyOf(points, length);
        }
        if (slot / PAGE_ROWS == pages.size()) {
            pages.add(new double[PAGE_ROWS * metrics]);
        }
        standings[slot] = place.standing();
        scores[slot] = place.score();
        groups[slot] = place.group();
        points[slot] = place.point();
        System.arraycopy(row, 0, pages.get(slot / PAGE_ROWS), slot % PAGE_ROWS * metrics, metrics);
    }

    /** Whether row a ranks before row b: a strict total order over distinct points. */
    boolean before(int a, int b) {
        return place(a).before(place(b));
    }

    Place place(int slot) {
        return new Place(standings[slot], scores[slot], groups[slot], points[slot]);
    }

    Standing standing(int slot) {
        return standings[slot];
    }

    int group(int slot) {
        return groups[slot];
    }

    long point(int slot) {
        return points[slot];
    }

    double[] metrics(int slot) {
        int from = slot % PAGE_ROWS * metrics;
        return Arrays.copyOfRange(pages.get(slot / PAGE_ROWS), from, from + metrics);
    }
}
