package dev.winnow.replay.indicator;

import static dev.winnow.replay.indicator.Indicator.Argument.window;

import dev.winnow.replay.market.Bar;
import dev.winnow.replay.market.Bars;
import java.util.Arrays;
import java.util.List;

/** Oscillators of the close within the range of the bars. */
final class Stochastics {
    private static final String FAMILY = "oscillator";
    private static final String LANE = "George Lane, Lane's Stochastics (1984); a window without range gives 50";

    private Stochastics() {}

    static List<Indicator> indicators() {
        return List.of(
                new Indicator(
                        "stoch_k",
                        FAMILY,
                        List.of(window("w", 14), window("smooth", 1)),
                        "Stochastic %K, 0..100: where the close lies in the range of w bars.",
                        "sma(100 * (close - lowest(low, w)) / (highest(high, w) - lowest(low, w)), smooth)",
                        "w + smooth - 2",
                        LANE,
                        (bars, columns, scalars, out) -> fast(bars, (int) scalars[0], (int) scalars[1], out),
                        scalars -> {
                            Fast line = new Fast((int) scalars[0], (int) scalars[1]);
                            return (bar, columns) -> line.next(bar);
                        }),
                new Indicator(
                        "stoch_d",
                        FAMILY,
                        List.of(window("w", 14), window("smooth", 1), window("signal", 3)),
                        "Stochastic %D, the average of %K.",
                        "sma(stoch_k(w, smooth), signal)",
                        "w + smooth + signal - 3",
                        LANE,
                        (bars, columns, scalars, out) -> {
                            double[] line = new double[out.length];
                            fast(bars, (int) scalars[0], (int) scalars[1], line);
                            Blocks.mean(line, (int) scalars[2], out);
                        },
                        scalars -> {
                            Fast line = new Fast((int) scalars[0], (int) scalars[1]);
                            SlidingSum mean = SlidingSum.mean((int) scalars[2]);
                            return (bar, columns) -> mean.next(line.next(bar));
                        }),
                new Indicator(
                        "williams_r",
                        FAMILY,
                        List.of(window("w", 14)),
                        "Williams %R, -100..0.",
                        "100 * (close - highest(high, w)) / (highest(high, w) - lowest(low, w))",
                        "w - 1",
                        "Larry Williams, How I Made One Million Dollars (1973); a window without range gives -50",
                        (bars, columns, scalars, out) -> {
                            place(bars, (int) scalars[0], out);
                            for (int t = 0; t < out.length; t++) {
                                out[t] -= 100;
                            }
                        },
                        scalars -> {
                            Place place = new Place((int) scalars[0]);
                            return (bar, columns) -> place.next(bar) - 100;
                        }),
                new Indicator(
                        "cci",
                        FAMILY,
                        List.of(window("w", 20)),
                        "Commodity channel index.",
                        "(p - m) / (0.015 * mean(|p[i] - m|, i = t-w+1..t)), p = (high + low + close) / 3, m = sma(p, w);"
                                + " 0 where the window is constant",
                        "w - 1",
                        "Donald Lambert, Commodity Channel Index (1980); as TA-Lib",
                        (bars, columns, scalars, out) -> channelIndex(bars, (int) scalars[0], out),
                        scalars -> {
                            ChannelIndex index = new ChannelIndex((int) scalars[0]);
                            return (bar, columns) -> index.next(typicalPrice(bar));
                        }),
                new Indicator(
                        "ultimate",
                        FAMILY,
                        List.of(window("short", 7), window("medium", 14), window("long", 28)),
                        "Ultimate oscillator, 0..100.",
                        "100 * (4 * a(short) + 2 * a(medium) + a(long)) / 7, a(w) = sum(close - min(low, close[t-1])) /"
                                + " sum(true_range) over w bars, 1/2 where that range is 0",
                        "max(short, medium, long)",
                        "Larry Williams, The Ultimate Oscillator (1985); as TA-Lib except for bars without range",
                        (bars, columns, scalars, out) -> ultimate(bars, scalars, out),
                        scalars -> {
                            Ultimate oscillator = new Ultimate(scalars);
                            return (bar, columns) -> oscillator.next(bar.high(), bar.low(), bar.close());
                        }));
    }

    private static void fast(Bars bars, int w, int smooth, double[] out) {
        if (smooth == 1) {
            place(bars, w, out);
            return;
        }
        double[] raw = new double[out.length];
        place(bars, w, raw);
        Blocks.mean(raw, smooth, out);
    }

    /** 0 at the low of the window, 100 at its high. */
    private static void place(Bars bars, int w, double[] out) {
        double[] close = bars.close();
        double[] lowest = new double[out.length];
        Extremes.highest(bars.high(), w, out);
        Extremes.lowest(bars.low(), w, lowest);
        for (int t = 0; t < out.length; t++) {
            out[t] = place(close[t], out[t], lowest[t]);
        }
    }

    private static double place(double close, double highest, double lowest) {
        double range = highest - lowest;
        return range == 0 ? 50 : 100 * (close - lowest) / range;
    }

    /** {@link #place(Bars, int, double[])}, one bar at a time. */
    private static final class Place {
        private final SlidingExtreme highest;
        private final SlidingExtreme lowest;

        Place(int w) {
            this.highest = SlidingExtreme.highest(w);
            this.lowest = SlidingExtreme.lowest(w);
        }

        double next(Bar bar) {
            return place(bar.close(), highest.next(bar.high()), lowest.next(bar.low()));
        }
    }

    /** {@link #fast}, one bar at a time. */
    private static final class Fast {
        private final Place place;
        private final int smooth;
        private final SlidingSum mean;

        Fast(int w, int smooth) {
            this.place = new Place(w);
            this.smooth = smooth;
            this.mean = SlidingSum.mean(smooth);
        }

        double next(Bar bar) {
            double raw = place.next(bar);
            return smooth == 1 ? raw : mean.next(raw);
        }
    }

    private static void channelIndex(Bars bars, int w, double[] out) {
        double[] price = typicalPrice(bars);
        Blocks.mean(price, w, out);
        for (int t = w - 1; t < out.length; t++) {
            double mean = out[t];
            double deviation = 0;
            for (int i = t - w + 1; i <= t; i++) {
                deviation += Math.abs(price[i] - mean);
            }
            out[t] = channelIndex(price[t], mean, deviation, w);
        }
    }

    private static double channelIndex(double price, double mean, double deviation, int w) {
        return deviation == 0 ? 0 : (price - mean) * w / (0.015 * deviation);
    }

    /** One price at a time. */
    private static final class ChannelIndex {
        private final int w;
        private final SlidingSum mean;
        private final Window prices;

        ChannelIndex(int w) {
            this.w = w;
            this.mean = SlidingSum.mean(w);
            this.prices = new Window(w);
        }

        double next(double price) {
            double average = mean.next(price);
            prices.add(price);
            if (Double.isNaN(average)) {
                return Double.NaN;
            }
            double deviation = 0;
            for (int back = w - 1; back >= 0; back--) {
                deviation += Math.abs(prices.back(back) - average);
            }
            return channelIndex(price, average, deviation, w);
        }
    }

    /** A new column, (high + low + close) / 3. */
    static double[] typicalPrice(Bars bars) {
        double[] high = bars.high();
        double[] low = bars.low();
        double[] close = bars.close();
        double[] price = new double[bars.size()];
        for (int t = 0; t < price.length; t++) {
            price[t] = typicalPrice(high[t], low[t], close[t]);
        }
        return price;
    }

    static double typicalPrice(Bar bar) {
        return typicalPrice(bar.high(), bar.low(), bar.close());
    }

    private static double typicalPrice(double high, double low, double close) {
        return (high + low + close) / 3;
    }

    private static void ultimate(Bars bars, double[] windows, double[] out) {
        int n = out.length;
        double[] low = bars.low();
        double[] close = bars.close();
        double[] pressure = new double[n];
        double[] range = new double[n];
        Ranges.trueRange(bars, range);
        for (int t = 0; t < n; t++) {
            pressure[t] = t == 0 ? Double.NaN : close[t] - Math.min(low[t], close[t - 1]);
        }
        Arrays.fill(out, 0);
        double[] pressures = new double[n];
        double[] ranges = new double[n];
        for (int i = 0; i < 3; i++) {
            Blocks.sum(pressure, (int) windows[i], pressures);
            Blocks.sum(range, (int) windows[i], ranges);
            for (int t = 0; t < n; t++) {
                out[t] += ultimate(i, pressures[t], ranges[t]);
            }
        }
    }

    /** What the i-th of the three windows adds. */
    private static double ultimate(int i, double pressure, double range) {
        double weight = 100 * (4 >> i) / 7.0;
        return weight * (range == 0 ? 0.5 : pressure / range);
    }

    /** One bar at a time. */
    private static final class Ultimate {
        private final Ranges.TrueRange trueRange = new Ranges.TrueRange();
        private final SlidingSum[] pressures;
        private final SlidingSum[] ranges;
        private double before = Double.NaN;

        Ultimate(double[] windows) {
            this.pressures = sums(windows);
            this.ranges = sums(windows);
        }

        private static SlidingSum[] sums(double[] windows) {
            return Arrays.stream(windows).mapToObj(w -> SlidingSum.sum((int) w)).toArray(SlidingSum[]::new);
        }

        double next(double high, double low, double close) {
            double range = trueRange.next(high, low, close);
            double pressure = close - Math.min(low, before);
            before = close;
            double value = 0;
            for (int i = 0; i < pressures.length; i++) {
                value += ultimate(i, pressures[i].next(pressure), ranges[i].next(range));
            }
            return value;
        }
    }
}
