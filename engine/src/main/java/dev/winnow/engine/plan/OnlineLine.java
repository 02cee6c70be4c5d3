package dev.winnow.engine.plan;

import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.jspecify.annotations.Nullable;

/**
 * A line through pairs that come one by one, by ordinary least squares. Where there are few pairs, or they give no line
 * that makes sense (one x alone, a slope or a value at 0 below 0), the line through 0 with the ratio of the sums.
 */
final class OnlineLine {
    /** Pairs before which the ratio is as good; a short run is spared the regression's classes. */
    private static final int FEW = 16;

    private @Nullable SimpleRegression line;
    private long count;
    private double sumX;
    private double sumY;

    void add(double x, double y) {
        sumX += x;
        sumY += y;
        if (++count > FEW) {
            SimpleRegression known = line;
            SimpleRegression fitted = known == null ? new SimpleRegression() : known;
            fitted.addData(x, y);
            line = fitted;
        }
    }

    /** What {@code batches} pairs whose x add up to this have for a y together; NaN before the first pair. */
    double sum(double x, double batches) {
        SimpleRegression fitted = line;
        double slope = fitted == null ? Double.NaN : fitted.getSlope();
        double intercept = fitted == null ? Double.NaN : fitted.getIntercept();
        return slope >= 0 && intercept >= 0 ? slope * x + intercept * batches : sumY * x / sumX;
    }
}
