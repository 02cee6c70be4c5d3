package dev.winnow.replay.indicator;

/** Seban's Supertrend, one bar at a time; NaN until the average true range is there. */
final class SuperTrend {
    private final Ranges.AverageTrueRange range;
    private final double k;
    private double upper = Double.NaN;
    private double lower = Double.NaN;
    private boolean rising;
    private double before;

    SuperTrend(int w, double k) {
        this.range = new Ranges.AverageTrueRange(w);
        this.k = k;
    }

    void next(double high, double low, double close) {
        double width = range.next(high, low, close);
        if (!Double.isNaN(width)) {
            boolean first = Double.isNaN(upper);
            double middle = (high + low) / 2;
            double above = middle + k * width;
            double below = middle - k * width;
            // at first there is no band yet: comparisons with NaN are false
            upper = above > upper && before <= upper ? upper : above;
            lower = below < lower && before >= lower ? lower : below;
            if (!first) {
                rising = rising ? close >= lower : close > upper;
            }
        }
        before = close;
    }

    /** The band in force. */
    double level() {
        return rising ? lower : upper;
    }

    /** 1 up, -1 down. */
    double side() {
        return Double.isNaN(upper) ? Double.NaN : rising ? 1 : -1;
    }
}
