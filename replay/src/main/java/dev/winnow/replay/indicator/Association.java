package dev.winnow.replay.indicator;

import static dev.winnow.replay.indicator.Indicator.Argument.column;
import static dev.winnow.replay.indicator.Indicator.Argument.window;

import java.util.Arrays;
import java.util.List;

/** How values of a window stand to each other: rank and correlation. */
final class Association {
    private static final String FAMILY = "statistics";

    private Association() {}

    static List<Indicator> indicators() {
        return List.of(
                new Indicator(
                        "percent_rank",
                        FAMILY,
                        List.of(column("x"), window("w")),
                        "Share of the w values before that are below this one, 0..100.",
                        "100 * count(x[i] < x[t], i = t-w..t-1) / w",
                        "w",
                        "Larry Connors and Cesar Alvarez, An Introduction to ConnorsRSI (2012)",
                        (bars, columns, scalars, out) -> rank(columns[0], (int) scalars[0], out),
                        scalars -> {
                            Rank rank = new Rank((int) scalars[0]);
                            return (bar, columns) -> rank.next(columns[0]);
                        }),
                new Indicator(
                        "correlation",
                        FAMILY,
                        List.of(column("x"), column("y"), window("w")),
                        "Pearson's correlation of two columns over w bars, -1..1.",
                        "cov(x, y) / (stddev(x, w) * stddev(y, w)); NaN where one of them is constant",
                        "w - 1, w >= 2",
                        "Pearson's product-moment coefficient",
                        (bars, columns, scalars, out) -> correlation(columns[0], columns[1], (int) scalars[0], out),
                        scalars -> {
                            SlidingCorrelation correlation = new SlidingCorrelation((int) scalars[0]);
                            return (bar, columns) -> correlation.next(columns[0], columns[1]);
                        }));
    }

    private static void rank(double[] x, int w, double[] out) {
        int undefinedAt = -1;
        for (int t = 0; t < x.length; t++) {
            if (!Double.isFinite(x[t])) {
                undefinedAt = t;
            }
            if (t - undefinedAt <= w) {
                out[t] = Double.NaN;
                continue;
            }
            double value = x[t];
            int below = 0;
            for (int i = t - w; i < t; i++) {
                below += x[i] < value ? 1 : 0;
            }
            out[t] = 100.0 * below / w;
        }
    }

    /** One value at a time. */
    private static final class Rank {
        private final int w;
        private final Window before;
        private int defined;

        Rank(int w) {
            this.w = w;
            this.before = new Window(w);
        }

        double next(double x) {
            boolean whole = defined == w && Double.isFinite(x);
            double rank = whole ? 100.0 * before.below(x) / w : Double.NaN;
            defined = Double.isFinite(x) ? Math.min(w, defined + 1) : 0;
            before.add(x);
            return rank;
        }
    }

    /** By {@link Blocks}' cut, sums taken relative to a bar inside the window as in {@link Dispersion}. */
    private static void correlation(double[] x, double[] y, int w, double[] out) {
        int n = x.length;
        double[] deviationX = new double[n];
        double[] deviationY = new double[n];
        Dispersion.deviation(x, w, deviationX);
        Dispersion.deviation(y, w, deviationY);
        Arrays.fill(out, 0, Math.min(w - 1, n), Double.NaN);
        if (n < w) {
            return;
        }
        double[] sumsX = new double[w];
        double[] sumsY = new double[w];
        double[] products = new double[w];
        for (int b = 0; b < n; b += w) {
            int end = Math.min(n - b, w);
            double sumX = 0;
            double sumY = 0;
            double product = 0;
            for (int i = w - 1; i >= 0 && b > 0; i--) {
                sumsX[i] = sumX;
                sumsY[i] = sumY;
                products[i] = product;
                double dx = x[b - w + i] - x[b];
                double dy = y[b - w + i] - y[b];
                sumX += dx;
                sumY += dy;
                product += dx * dy;
            }
            sumX = 0;
            sumY = 0;
            product = 0;
            for (int i = 0; i < end; i++) {
                double dx = x[b + i] - x[b];
                double dy = y[b + i] - y[b];
                sumX += dx;
                sumY += dy;
                product += dx * dy;
                if (b > 0 || i == w - 1) {
                    double scale = deviationX[b + i] * deviationY[b + i];
                    out[b + i] = correlation(sumsX[i] + sumX, sumsY[i] + sumY, products[i] + product, w, scale);
                }
            }
        }
    }

    /**
     * From the sums over a window.
     *
     * @param scale product of the two standard deviations
     */
    static double correlation(double sumX, double sumY, double product, int w, double scale) {
        double covariance = (product - sumX * sumY / w) / w;
        return scale == 0 ? Double.NaN : Math.clamp(covariance / scale, -1, 1);
    }
}
