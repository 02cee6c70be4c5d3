package dev.winnow.replay.indicator;

import static dev.winnow.replay.indicator.Indicator.Argument.window;

import java.util.Arrays;
import java.util.List;

/** Wilder's directional movement system, and Aroon. */
final class DirectionalMovement {
    private static final String FAMILY = "trend";
    private static final String WILDER = "J. Welles Wilder, New Concepts in Technical Trading Systems (1978); smoothing"
            + " as rma, so the first value averages w movements (TA-Lib drops the last of them from its seed)";
    private static final String CHANDE = "Tushar Chande, The Time Price Oscillator (1995); as TA-Lib";

    private DirectionalMovement() {}

    static List<Indicator> indicators() {
        return List.of(
                new Indicator(
                        "plus_di",
                        FAMILY,
                        List.of(window("w", 14)),
                        "Positive directional indicator, 0..100.",
                        "100 * rma(u, w) / atr(w), u = high - high[t-1] where that exceeds low[t-1] - low and 0, else 0;"
                                + " 0 where atr is 0",
                        "w",
                        WILDER,
                        (bars, columns, scalars, out) -> {
                            Directions directions = new Directions((int) scalars[0]);
                            for (int t = 0; t < out.length; t++) {
                                directions.next(bars.high()[t], bars.low()[t], bars.close()[t]);
                                out[t] = directions.plus();
                            }
                        },
                        scalars -> {
                            Directions directions = new Directions((int) scalars[0]);
                            return (bar, columns) -> {
                                directions.next(bar.high(), bar.low(), bar.close());
                                return directions.plus();
                            };
                        }),
                new Indicator(
                        "minus_di",
                        FAMILY,
                        List.of(window("w", 14)),
                        "Negative directional indicator, 0..100.",
                        "100 * rma(d, w) / atr(w), d = low[t-1] - low where that exceeds high - high[t-1] and 0, else 0;"
                                + " 0 where atr is 0",
                        "w",
                        WILDER,
                        (bars, columns, scalars, out) -> {
                            Directions directions = new Directions((int) scalars[0]);
                            for (int t = 0; t < out.length; t++) {
                                directions.next(bars.high()[t], bars.low()[t], bars.close()[t]);
                                out[t] = directions.minus();
                            }
                        },
                        scalars -> {
                            Directions directions = new Directions((int) scalars[0]);
                            return (bar, columns) -> {
                                directions.next(bar.high(), bar.low(), bar.close());
                                return directions.minus();
                            };
                        }),
                new Indicator(
                        "adx",
                        FAMILY,
                        List.of(window("w", 14)),
                        "Average directional index, 0..100.",
                        "rma(100 * |plus_di - minus_di| / (plus_di + minus_di), w); 0 in place of a quotient 0/0",
                        "2 * w - 1",
                        WILDER,
                        (bars, columns, scalars, out) -> {
                            Directions directions = new Directions((int) scalars[0]);
                            Smoothing average = Smoothing.wilder((int) scalars[0]);
                            for (int t = 0; t < out.length; t++) {
                                directions.next(bars.high()[t], bars.low()[t], bars.close()[t]);
                                out[t] = average.next(directions.index());
                            }
                        },
                        scalars -> {
                            Directions directions = new Directions((int) scalars[0]);
                            Smoothing average = Smoothing.wilder((int) scalars[0]);
                            return (bar, columns) -> {
                                directions.next(bar.high(), bar.low(), bar.close());
                                return average.next(directions.index());
                            };
                        }),
                new Indicator(
                        "aroon_up",
                        FAMILY,
                        List.of(window("w", 25)),
                        "How recent the highest high is, 0..100.",
                        "100 * (w - k) / w, k = bars since the highest high of t-w..t, the latest of equals",
                        "w",
                        CHANDE,
                        (bars, columns, scalars, out) -> {
                            double[] highest = new double[out.length];
                            Extremes.highest(bars.high(), withToday(scalars[0]), highest);
                            recency(bars.high(), highest, (int) scalars[0], out);
                        },
                        scalars -> {
                            SlidingExtreme highest = SlidingExtreme.highest(withToday(scalars[0]));
                            Recency recency = new Recency((int) scalars[0]);
                            return (bar, columns) -> recency.next(bar.high(), highest.next(bar.high()));
                        }),
                new Indicator(
                        "aroon_down",
                        FAMILY,
                        List.of(window("w", 25)),
                        "How recent the lowest low is, 0..100.",
                        "100 * (w - k) / w, k = bars since the lowest low of t-w..t, the latest of equals",
                        "w",
                        CHANDE,
                        (bars, columns, scalars, out) -> {
                            double[] lowest = new double[out.length];
                            Extremes.lowest(bars.low(), withToday(scalars[0]), lowest);
                            recency(bars.low(), lowest, (int) scalars[0], out);
                        },
                        scalars -> {
                            SlidingExtreme lowest = SlidingExtreme.lowest(withToday(scalars[0]));
                            Recency recency = new Recency((int) scalars[0]);
                            return (bar, columns) -> recency.next(bar.low(), lowest.next(bar.low()));
                        }));
    }

    /** The two directional indicators, one bar at a time. */
    private static final class Directions {
        private final Ranges.AverageTrueRange range;
        private final Smoothing up;
        private final Smoothing down;
        private double highBefore = Double.NaN;
        private double lowBefore = Double.NaN;
        private double plus;
        private double minus;

        Directions(int w) {
            this.range = new Ranges.AverageTrueRange(w);
            this.up = Smoothing.wilder(w);
            this.down = Smoothing.wilder(w);
        }

        void next(double high, double low, double close) {
            double rise = high - highBefore;
            double fall = lowBefore - low;
            highBefore = high;
            lowBefore = low;
            double width = range.next(high, low, close);
            plus = share(up.next(movement(rise, fall)), width);
            minus = share(down.next(movement(fall, rise)), width);
        }

        private static double movement(double ours, double other) {
            return ours > other && ours > 0 ? ours : ours * 0;
        }

        private static double share(double movement, double width) {
            return width == 0 ? 0 : 100 * movement / width;
        }

        double plus() {
            return plus;
        }

        double minus() {
            return minus;
        }

        double index() {
            double sum = plus + minus;
            return sum == 0 ? 0 : 100 * Math.abs(plus - minus) / sum;
        }
    }

    /** The window t-w..t; the widest stays as it is. */
    private static int withToday(double w) {
        return (int) Math.min(w + 1, Integer.MAX_VALUE);
    }

    /** {@code extreme[t]} is a value of x in t-w..t. */
    private static void recency(double[] x, double[] extreme, int w, double[] out) {
        Arrays.fill(out, 0, Math.min(w, out.length), Double.NaN);
        int at = -1;
        for (int t = w; t < out.length; t++) {
            if (x[t] == extreme[t]) {
                at = t;
            } else if (at < t - w) {
                at = t - 1;
                while (x[at] != extreme[t]) {
                    at--;
                }
            }
            out[t] = recency(t - at, w);
        }
    }

    private static double recency(int back, int w) {
        return 100.0 * (w - back) / w;
    }

    /** One value at a time. */
    private static final class Recency {
        private final int w;
        private final Window values;
        /** Bars since the extreme; more than w where it has to be looked for. */
        private int back;

        Recency(int w) {
            this.w = w;
            this.values = new Window(withToday(w));
            this.back = w;
        }

        /** @param extreme of the last w + 1 values, this one included; NaN while there are fewer */
        double next(double x, double extreme) {
            values.add(x);
            back = back > w ? back : back + 1;
            if (Double.isNaN(extreme)) {
                return Double.NaN;
            }
            if (x == extreme) {
                back = 0;
            } else if (back > w) {
                back = 1;
                while (values.back(back) != extreme) {
                    back++;
                }
            }
            return recency(back, w);
        }
    }
}
