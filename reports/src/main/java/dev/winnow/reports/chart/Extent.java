package dev.winnow.reports.chart;

import java.util.List;

/** From the lowest to the highest of some numbers: finite ones, and never of no width. */
record Extent(double low, double high) {
    /** Beyond this the distance of two numbers may be infinite. */
    private static final double LARGEST = 1e300;

    /** Whether a number has a place on an axis. */
    static boolean drawable(double value) {
        return Math.abs(value) <= LARGEST;
    }

    static Extent of(double... values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (drawable(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return of(low, high);
    }

    private static Extent of(double low, double high) {
        if (low > high) {
            return new Extent(0, 1);
        }
        double least = Math.max(Math.abs(low), Math.abs(high)) * 1e-9;
        if (high - low > least) {
            return new Extent(low, high);
        }
        double half = low == 0 ? 0.5 : Math.abs(low) / 10;
        return new Extent(low - half, high + half);
    }

    static Extent ofCurves(List<Curve> curves) {
        return curves.stream()
                .map(curve -> of(curve.values()))
                .reduce(Extent::with)
                .orElseGet(() -> new Extent(0, 1));
    }

    Extent with(Extent other) {
        return new Extent(Math.min(low, other.low), Math.max(high, other.high));
    }

    Extent with(double value) {
        return drawable(value) ? new Extent(Math.min(low, value), Math.max(high, value)) : this;
    }

    /** Wider by this share of its width at both ends. */
    Extent widened(double share) {
        double more = (high - low) * share;
        return new Extent(low - more, high + more);
    }

    /** Only values above 0, wider by this factor at both ends. */
    static Extent positive(double factor, double... values) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (double value : values) {
            if (value > 0 && drawable(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return high == 0 ? new Extent(1, 10) : new Extent(low / factor, high * factor);
    }

    /** Where a value lies: 0 at the low end, 1 at the high one. */
    double share(double value) {
        return (value - low) / (high - low);
    }
}
