package dev.winnow.reports.chart;

import java.util.List;

/** Checks that the arrays of a chart fit together. */
final class Shapes {
    private Shapes() {}

    static void same(String what, int length, String of, int expected) {
        if (length != expected) {
            throw new IllegalArgumentException(what + ": " + length + ", but " + of + ": " + expected);
        }
    }

    static void positionOrNone(String what, int position, int length) {
        if (position < -1 || position >= length) {
            throw new IllegalArgumentException(what + " " + position + " of " + length);
        }
    }

    static void sameLength(List<Curve> curves) {
        sameLength(curves, curves.isEmpty() ? 0 : curves.getFirst().values().length);
    }

    static void sameLength(List<Curve> curves, int length) {
        for (Curve curve : curves) {
            same(curve.name(), curve.values().length, "positions", length);
        }
    }
}
