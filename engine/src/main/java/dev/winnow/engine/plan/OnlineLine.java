package dev.winnow.engine.plan;

import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * A line through pairs that come one by one, by ordinary least squares. Where the pairs give none that makes sense (one
 * x alone, a slope or a value at 0 below 0), the line through 0 with the ratio of the sums.
 */
final class OnlineLine {
    private final SimpleRegression line = new SimpleRegression();
    private double sumX;
    private double sumY;

    void add(double x, double y) {
        line.addData(x, y);
        sumX += x;
        sumY += y;
    }

    /** What {@code count} pairs whose x add up to this have for a y together; NaN before the first pair. */
    double sum(double x, double count) {
        double slope = line.getSlope();
        double intercept = line.getIntercept();
        return slope >= 0 && intercept >= 0 ? slope * x + intercept * count : sumY * x / sumX;
    }
}
