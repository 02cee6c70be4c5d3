package dev.winnow.replay.indicator;

import static dev.winnow.replay.indicator.Indicator.Argument.column;
import static dev.winnow.replay.indicator.Indicator.Argument.window;

import java.util.List;

/** Averages of a column over a window or with fading weights. */
final class MovingAverages {
    private static final String FAMILY = "moving average";

    private MovingAverages() {}

    static List<Indicator> indicators() {
        return List.of(
                average(
                        "sma",
                        "Simple moving average.",
                        "mean(x[t-w+1], ..., x[t])",
                        "w - 1",
                        "plain mean",
                        Blocks::mean),
                average(
                        "ema",
                        "Exponential moving average.",
                        "e[w-1] = mean(x[0], ..., x[w-1]); e[t] = e[t-1] + 2/(w+1) * (x[t] - e[t-1])",
                        "w - 1",
                        "seed and weight as in TA-Lib; ta4j seeds with x[0], so it differs while the seed fades",
                        Smoothing::ema),
                average(
                        "rma",
                        "Wilder's moving average.",
                        "r[w-1] = mean(x[0], ..., x[w-1]); r[t] = r[t-1] + 1/w * (x[t] - r[t-1])",
                        "w - 1",
                        "J. Welles Wilder, New Concepts in Technical Trading Systems (1978); ta4j's MMA seeds with x[0]",
                        Smoothing::wilder),
                average(
                        "wma",
                        "Linearly weighted moving average, newest value heaviest.",
                        "sum((w - k) * x[t-k], k = 0..w-1) / (w * (w + 1) / 2)",
                        "w - 1",
                        "linear weights w, w-1, ..., 1",
                        LinearFit::weightedMean));
    }

    private static Indicator average(
            String name, String summary, String formula, String firstDefined, String source, Average average) {
        return new Indicator(
                name,
                FAMILY,
                List.of(column("x"), window("w")),
                summary,
                formula,
                firstDefined,
                source,
                (bars, columns, scalars, out) -> average.compute(columns[0], (int) scalars[0], out));
    }

    /** One column, one window. */
    @FunctionalInterface
    interface Average {
        /** {@code out} is not {@code x}. */
        void compute(double[] x, int w, double[] out);
    }
}
