package dev.winnow.replay.indicator;

import static dev.winnow.replay.indicator.Indicator.Argument.column;
import static dev.winnow.replay.indicator.Indicator.Argument.window;

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
                        (bars, columns, scalars, out) -> {
                            RelativeStrength strength = new RelativeStrength((int) scalars[0]);
                            for (int t = 0; t < out.length; t++) {
                                out[t] = strength.next(columns[0][t]);
                            }
                        },
                        scalars -> {
                            RelativeStrength strength = new RelativeStrength((int) scalars[0]);
                            return (bar, columns) -> strength.next(columns[0]);
                        }),
                new Indicator(
                        "roc",
                        FAMILY,
                        List.of(column("x"), window("w")),
                        "Rate of change over w bars in percent.",
                        "100 * (x - x[t-w]) / x[t-w]",
                        "w",
                        "as TA-Lib and ta4j",
                        (bars, columns, scalars, out) -> {
                            int w = (int) scalars[0];
                            for (int t = 0; t < out.length; t++) {
                                out[t] = t < w ? Double.NaN : rateOfChange(columns[0][t], columns[0][t - w]);
                            }
                        },
                        scalars -> {
                            Window before = new Window((int) scalars[0]);
                            return (bar, columns) -> rateOfChange(columns[0], before.push(columns[0]));
                        }),
                new Indicator(
                        "momentum",
                        FAMILY,
                        List.of(column("x"), window("w")),
                        "Change over w bars.",
                        "x - x[t-w]",
                        "w",
                        "as TA-Lib's MOM",
                        (bars, columns, scalars, out) -> {
                            int w = (int) scalars[0];
                            for (int t = 0; t < out.length; t++) {
                                out[t] = t < w ? Double.NaN : change(columns[0][t], columns[0][t - w]);
                            }
                        },
                        scalars -> {
                            Window before = new Window((int) scalars[0]);
                            return (bar, columns) -> change(columns[0], before.push(columns[0]));
                        }),
                new Indicator(
                        "macd_line",
                        FAMILY,
                        List.of(column("x"), window("fast", 12), window("slow", 26)),
                        "Moving average convergence/divergence.",
                        "ema(x, fast) - ema(x, slow)",
                        "max(fast, slow) - 1",
                        APPEL,
                        (bars, columns, scalars, out) ->
                                convergence(columns[0], (int) scalars[0], (int) scalars[1], out),
                        scalars -> {
                            Convergence line = new Convergence((int) scalars[0], (int) scalars[1]);
                            return (bar, columns) -> line.next(columns[0]);
                        }),
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
                        },
                        scalars -> {
                            Convergence line = new Convergence((int) scalars[0], (int) scalars[1]);
                            Smoothing signal = Smoothing.ema((int) scalars[2]);
                            return (bar, columns) -> signal.next(line.next(columns[0]));
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
                        },
                        scalars -> {
                            Convergence line = new Convergence((int) scalars[0], (int) scalars[1]);
                            Smoothing signal = Smoothing.ema((int) scalars[2]);
                            return (bar, columns) -> {
                                double now = line.next(columns[0]);
                                return now - signal.next(now);
                            };
                        }),
                new Indicator(
                        "trix",
                        FAMILY,
                        List.of(column("x"), window("w")),
                        "Change of a triple exponential average in percent.",
                        "roc(ema(ema(ema(x, w), w), w), 1)",
                        "3 * (w - 1) + 1",
                        "Jack Hutson, Good TRIX (1983); as TA-Lib",
                        (bars, columns, scalars, out) -> {
                            Trix trix = new Trix((int) scalars[0]);
                            for (int t = 0; t < out.length; t++) {
                                out[t] = trix.next(columns[0][t]);
                            }
                        },
                        scalars -> {
                            Trix trix = new Trix((int) scalars[0]);
                            return (bar, columns) -> trix.next(columns[0]);
                        }));
    }

    private static double rateOfChange(double x, double before) {
        return Blocks.finite(100 * (x - before) / before);
    }

    private static double change(double x, double before) {
        return Blocks.finite(x - before);
    }

    static void convergence(double[] x, int fast, int slow, double[] out) {
        double[] lagging = new double[out.length];
        Smoothing.ema(x, slow, lagging);
        Smoothing.ema(x, fast, out);
        for (int t = 0; t < out.length; t++) {
            out[t] -= lagging[t];
        }
    }

    /** {@link #convergence}, one value at a time. */
    static final class Convergence {
        private final Smoothing fast;
        private final Smoothing slow;

        Convergence(int fast, int slow) {
            this.fast = Smoothing.ema(fast);
            this.slow = Smoothing.ema(slow);
        }

        double next(double x) {
            return fast.next(x) - slow.next(x);
        }
    }

    private static final class RelativeStrength {
        private final Smoothing gains;
        private final Smoothing losses;
        private double before = Double.NaN;

        RelativeStrength(int w) {
            this.gains = Smoothing.wilder(w);
            this.losses = Smoothing.wilder(w);
        }

        double next(double x) {
            double change = x - before;
            before = x;
            double gain = gains.next(Math.max(change, 0));
            double sum = gain + losses.next(Math.max(-change, 0));
            return sum == 0 ? 50 : 100 * gain / sum;
        }
    }

    private static final class Trix {
        private final Smoothing once;
        private final Smoothing twice;
        private final Smoothing thrice;
        private double before = Double.NaN;

        Trix(int w) {
            this.once = Smoothing.ema(w);
            this.twice = Smoothing.ema(w);
            this.thrice = Smoothing.ema(w);
        }

        double next(double x) {
            double average = thrice.next(twice.next(once.next(x)));
            double rate = rateOfChange(average, before);
            before = average;
            return rate;
        }
    }
}
