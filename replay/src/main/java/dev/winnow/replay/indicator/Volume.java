package dev.winnow.replay.indicator;

import static dev.winnow.replay.indicator.Indicator.Argument.window;

import dev.winnow.replay.market.Bar;
import dev.winnow.replay.market.Bars;
import java.util.List;

/** Indicators that weigh prices with volume. */
final class Volume {
    private static final String FAMILY = "volume";
    private static final String CHAIKIN =
            "Marc Chaikin; a bar without range adds 0 (ta4j leaves out bar 0 and turns NaN at a bar without range)";
    private static final long DAY_MICROS = 86_400_000_000L;

    private Volume() {}

    static List<Indicator> indicators() {
        return List.of(
                new Indicator(
                        "obv",
                        FAMILY,
                        List.of(),
                        "On-balance volume.",
                        "o[0] = 0; o[t] = o[t-1] + volume * sign(close - close[t-1])",
                        "0",
                        "Joseph Granville, New Key to Stock Market Profits (1963); as ta4j",
                        (bars, columns, scalars, out) -> {
                            Balance balance = new Balance();
                            for (int t = 0; t < out.length; t++) {
                                out[t] = balance.next(bars.close()[t], bars.volume()[t]);
                            }
                        },
                        scalars -> {
                            Balance balance = new Balance();
                            return (bar, columns) -> balance.next(bar.close(), bar.volume());
                        }),
                new Indicator(
                        "mfi",
                        FAMILY,
                        List.of(window("w", 14)),
                        "Money flow index, 0..100.",
                        "100 * u / (u + d), u and d = sum over w bars of p * volume where p rose and where it fell,"
                                + " p = (high + low + close) / 3; 50 where both are 0",
                        "w",
                        "Gene Quong and Avrum Soudack, Volume-Weighted RSI: Money Flow (1989)",
                        (bars, columns, scalars, out) -> moneyFlow(bars, (int) scalars[0], out),
                        scalars -> {
                            MoneyFlow flow = new MoneyFlow((int) scalars[0]);
                            return (bar, columns) -> flow.next(Stochastics.typicalPrice(bar), bar.volume());
                        }),
                new Indicator(
                        "vwap",
                        FAMILY,
                        List.of(window("w")),
                        "Volume-weighted average price of the last w bars.",
                        "vwma((high + low + close) / 3, w); NaN where no bar of the window traded",
                        "w - 1",
                        "as ta4j",
                        (bars, columns, scalars, out) -> MovingAverages.weighted(
                                Stochastics.typicalPrice(bars), bars.volume(), (int) scalars[0], out),
                        scalars -> {
                            MovingAverages.Weighted average = new MovingAverages.Weighted((int) scalars[0]);
                            return (bar, columns) -> average.next(Stochastics.typicalPrice(bar), bar.volume());
                        }),
                new Indicator(
                        "session_vwap",
                        FAMILY,
                        List.of(),
                        "Volume-weighted average price since the start of the UTC day.",
                        "sum(p * volume) / sum(volume) over the day's bars so far, p = (high + low + close) / 3; without a"
                                + " time column all bars are one day; NaN until the day's first volume",
                        "0, if that bar has volume",
                        "anchored to the UTC day",
                        (bars, columns, scalars, out) -> {
                            Bar bar = new Bar();
                            Session session = new Session();
                            for (int t = 0; t < out.length; t++) {
                                bar.set(bars, t);
                                out[t] = session.next(bar);
                            }
                        },
                        scalars -> {
                            Session session = new Session();
                            return (bar, columns) -> session.next(bar);
                        }),
                new Indicator(
                        "ad",
                        FAMILY,
                        List.of(),
                        "Accumulation/distribution line.",
                        "sum over 0..t of volume * ((close - low) - (high - close)) / (high - low)",
                        "0",
                        CHAIKIN,
                        (bars, columns, scalars, out) -> accumulation(bars, out),
                        scalars -> {
                            Accumulation line = new Accumulation();
                            return (bar, columns) -> line.next(bar.high(), bar.low(), bar.close(), bar.volume());
                        }),
                new Indicator(
                        "chaikin",
                        FAMILY,
                        List.of(window("fast", 3), window("slow", 10)),
                        "Chaikin oscillator.",
                        "ema(ad(), fast) - ema(ad(), slow)",
                        "max(fast, slow) - 1",
                        CHAIKIN + "; averages seeded as ema, TA-Lib seeds both with bar 0",
                        (bars, columns, scalars, out) -> {
                            double[] line = new double[out.length];
                            accumulation(bars, line);
                            Momentum.convergence(line, (int) scalars[0], (int) scalars[1], out);
                        },
                        scalars -> {
                            Accumulation line = new Accumulation();
                            Momentum.Convergence averages =
                                    new Momentum.Convergence((int) scalars[0], (int) scalars[1]);
                            return (bar, columns) ->
                                    averages.next(line.next(bar.high(), bar.low(), bar.close(), bar.volume()));
                        }));
    }

    /** On-balance volume, one bar at a time. */
    private static final class Balance {
        private final RunningTotal total = new RunningTotal();
        private double before = Double.NaN;

        double next(double close, double volume) {
            if (!Double.isNaN(before)) {
                total.add(volume * Math.signum(close - before));
            }
            before = close;
            return total.value();
        }
    }

    private static void accumulation(Bars bars, double[] out) {
        Accumulation line = new Accumulation();
        for (int t = 0; t < out.length; t++) {
            out[t] = line.next(bars.high()[t], bars.low()[t], bars.close()[t], bars.volume()[t]);
        }
    }

    /** The accumulation/distribution line, one bar at a time. */
    private static final class Accumulation {
        private final RunningTotal total = new RunningTotal();

        double next(double high, double low, double close, double volume) {
            double range = high - low;
            if (range > 0) {
                total.add(volume * ((close - low) - (high - close)) / range);
            }
            return total.value();
        }
    }

    private static void moneyFlow(Bars bars, int w, double[] out) {
        int n = out.length;
        double[] price = Stochastics.typicalPrice(bars);
        double[] volume = bars.volume();
        double[] risen = new double[n];
        double[] fallen = new double[n];
        for (int t = 0; t < n; t++) {
            double change = t == 0 ? Double.NaN : price[t] - price[t - 1];
            risen[t] = flow(change, price[t] * volume[t]);
            fallen[t] = flow(-change, price[t] * volume[t]);
        }
        Blocks.sum(risen, w, out);
        Blocks.sum(fallen, w, risen);
        for (int t = 0; t < n; t++) {
            out[t] = flowIndex(out[t], risen[t]);
        }
    }

    /** What flowed if the price changed that way: 0, or NaN where the change is not known. */
    private static double flow(double change, double value) {
        return change > 0 ? value : change * 0;
    }

    private static double flowIndex(double risen, double fallen) {
        double sum = risen + fallen;
        return sum == 0 ? 50 : 100 * risen / sum;
    }

    /** The money flow index, one bar at a time. */
    private static final class MoneyFlow {
        private final SlidingSum risen;
        private final SlidingSum fallen;
        private double before = Double.NaN;

        MoneyFlow(int w) {
            this.risen = SlidingSum.sum(w);
            this.fallen = SlidingSum.sum(w);
        }

        double next(double price, double volume) {
            double change = price - before;
            before = price;
            double value = price * volume;
            return flowIndex(risen.next(flow(change, value)), fallen.next(flow(-change, value)));
        }
    }

    /** The average price of the day so far, one bar at a time. */
    private static final class Session {
        private RunningTotal value = new RunningTotal();
        private RunningTotal traded = new RunningTotal();
        private long day;

        double next(Bar bar) {
            long today = bar.timed() ? Math.floorDiv(bar.time(), DAY_MICROS) : 0;
            if (today != day) {
                day = today;
                value = new RunningTotal();
                traded = new RunningTotal();
            }
            value.add(Stochastics.typicalPrice(bar) * bar.volume());
            traded.add(bar.volume());
            return traded.value() == 0 ? Double.NaN : value.value() / traded.value();
        }
    }
}
