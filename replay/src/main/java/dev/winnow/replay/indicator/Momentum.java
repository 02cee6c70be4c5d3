package dev.winnow.replay.indicator;

import static dev.winnow.replay.indicator.Indicator.Argument.column;
import static dev.winnow.replay.indicator.Indicator.Argument.window;

import java.util.Arrays;
import java.util.List;

/** Oscillators of one column: change, relative strength, convergence of averages. */
final class Momentum {
    private static final String FAMILY = "oscillator";
    private static final String APPEL =
            "Gerald Appel, Technical Analysis (2005); averages seeded as ema, each on its own first window";

    private Momentum() {}

    static List<Indicator> indicators() {
        return List.of(
                new Indicator(
                        "rsi",
                        FAMILY,
                        List.of(column("x"), window("w", 14)),
                        "Relative strength index, 0..100.",
                        "100 * g / (g + l), g and l = rma over w of max(x - x[t-1], 0) and max(x[t-1] - x, 0); 50 where both are 0",
                        "w",
                        "J. Welles Wilder, New Concepts in Technical Trading Systems (1978), as TA-Lib except that a flat"
                                + " column gives 50; ta4j seeds with the first change, so it differs while the seed fades",
                        (bars, columns, scalars, out) -> relativeStrength(columns[0], (int) scalars[0], out)),
                new Indicator(
                        "roc",
                        FAMILY,
                        List.of(column("x"), window("w")),
                        "Rate of change over w bars in percent.",
                        "100 * (x - x[t-w]) / x[t-w]",
                        "w",
                        "as TA-Lib and ta4j",
                        (bars, columns, scalars, out) -> rateOfChange(columns[0], (int) scalars[0], out)),
                new Indicator(
                        "momentum",
                        FAMILY,
                        List.of(column("x"), window("w")),
                        "Change over w bars.",
                        "x - x[t-w]",
                        "w",
                        "as TA-Lib's MOM",
                        (bars, columns, scalars, out) -> change(columns[0], (int) scalars[0], out)),
                new Indicator(
                        "macd_line",
                        FAMILY,
                        List.of(column("x"), window("fast", 12), window("slow", 26)),
                        "Moving average convergence/divergence.",
                        "ema(x, fast) - ema(x, slow)",
                        "max(fast, slow) - 1",
                        APPEL,
                        (bars, columns, scalars, out) ->
                                convergence(columns[0], (int) scalars[0], (int) scalars[1], out)),
                new Indicator(
                        "macd_signal",
                        FAMILY,
                        List.of(column("x"), window("fast", 12), window("slow", 26), window("signal", 9)),
                        "Signal line of the MACD.",
                        "ema(macd_line(x, fast, slow), signal)",
                        "max(fast, slow) + signal - 2",
                        APPEL,
                        (bars, columns, scalars, out) -> {
                            double[] line = new double[out.length];
                            convergence(columns[0], (int) scalars[0], (int) scalars[1], line);
                            Smoothing.ema(line, (int) scalars[2], out);
                        }),
                new Indicator(
                        "macd_histogram",
                        FAMILY,
                        List.of(column("x"), window("fast", 12), window("slow", 26), window("signal", 9)),
                        "MACD line less its signal line.",
                        "macd_line(x, fast, slow) - macd_signal(x, fast, slow, signal)",
                        "max(fast, slow) + signal - 2",
                        APPEL,
                        (bars, columns, scalars, out) -> {
                            double[] line = new double[out.length];
                            convergence(columns[0], (int) scalars[0], (int) scalars[1], line);
                            Smoothing.ema(line, (int) scalars[2], out);
                            for (int t = 0; t < out.length; t++) {
                                out[t] = line[t] - out[t];
                            }
                        }));
    }

    private static void relativeStrength(double[] x, int w, double[] out) {
        int n = x.length;
        double[] gains = new double[n];
        double[] losses = new double[n];
        for (int t = 0; t < n; t++) {
            double change = t == 0 ? Double.NaN : x[t] - x[t - 1];
            gains[t] = Math.max(change, 0);
            losses[t] = Math.max(-change, 0);
        }
        Smoothing.wilder(gains, w, out);
        Smoothing.wilder(losses, w, gains);
        for (int t = 0; t < n; t++) {
            double sum = out[t] + gains[t];
            out[t] = sum == 0 ? 50 : 100 * out[t] / sum;
        }
    }

    static void rateOfChange(double[] x, int w, double[] out) {
        Arrays.fill(out, 0, Math.min(w, out.length), Double.NaN);
        for (int t = w; t < out.length; t++) {
            out[t] = 100 * (x[t] - x[t - w]) / x[t - w];
        }
    }

    private static void change(double[] x, int w, double[] out) {
        Arrays.fill(out, 0, Math.min(w, out.length), Double.NaN);
        for (int t = w; t < out.length; t++) {
            out[t] = x[t] - x[t - w];
        }
    }

    private static void convergence(double[] x, int fast, int slow, double[] out) {
        double[] lagging = new double[out.length];
        Smoothing.ema(x, slow, lagging);
        Smoothing.ema(x, fast, out);
        for (int t = 0; t < out.length; t++) {
            out[t] -= lagging[t];
        }
    }
}
