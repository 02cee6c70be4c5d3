package dev.winnow.replay.indicator;

import static dev.winnow.replay.indicator.Indicator.Argument.window;

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
                        (bars, columns, scalars, out) -> balance(bars, out)),
                new Indicator(
                        "mfi",
                        FAMILY,
                        List.of(window("w", 14)),
                        "Money flow index, 0..100.",
                        "100 * u / (u + d), u and d = sum over w bars of p * volume where p rose and where it fell,"
                                + " p = (high + low + close) / 3; 50 where both are 0",
                        "w",
                        "Gene Quong and Avrum Soudack, Volume-Weighted RSI: Money Flow (1989)",
                        (bars, columns, scalars, out) -> moneyFlow(bars, (int) scalars[0], out)),
                new Indicator(
                        "vwap",
                        FAMILY,
                        List.of(window("w")),
                        "Volume-weighted average price of the last w bars.",
                        "vwma((high + low + close) / 3, w); NaN where no bar of the window traded",
                        "w - 1",
                        "as ta4j",
                        (bars, columns, scalars, out) -> MovingAverages.weighted(
                                Stochastics.typicalPrice(bars), bars.volume(), (int) scalars[0], out)),
                new Indicator(
                        "session_vwap",
                        FAMILY,
                        List.of(),
                        "Volume-weighted average price since the start of the UTC day.",
                        "sum(p * volume) / sum(volume) over the day's bars so far, p = (high + low + close) / 3; without a"
                                + " time column all bars are one day; NaN until the day's first volume",
                        "0, if that bar has volume",
                        "anchored to the UTC day",
                        (bars, columns, scalars, out) -> session(bars, out)),
                new Indicator(
                        "ad",
                        FAMILY,
                        List.of(),
                        "Accumulation/distribution line.",
                        "sum over 0..t of volume * ((close - low) - (high - close)) / (high - low)",
                        "0",
                        CHAIKIN,
                        (bars, columns, scalars, out) -> accumulation(bars, out)),
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
                        }));
    }

    private static void balance(Bars bars, double[] out) {
        double[] close = bars.close();
        double[] volume = bars.volume();
        RunningTotal total = new RunningTotal();
        for (int t = 0; t < out.length; t++) {
            if (t > 0) {
                total.add(volume[t] * Math.signum(close[t] - close[t - 1]));
            }
            out[t] = total.value();
        }
    }

    private static void accumulation(Bars bars, double[] out) {
        double[] high = bars.high();
        double[] low = bars.low();
        double[] close = bars.close();
        double[] volume = bars.volume();
        RunningTotal total = new RunningTotal();
        for (int t = 0; t < out.length; t++) {
            double range = high[t] - low[t];
            if (range > 0) {
                total.add(volume[t] * ((close[t] - low[t]) - (high[t] - close[t])) / range);
            }
            out[t] = total.value();
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
            risen[t] = change > 0 ? price[t] * volume[t] : change * 0;
            fallen[t] = change < 0 ? price[t] * volume[t] : change * 0;
        }
        Blocks.sum(risen, w, out);
        Blocks.sum(fallen, w, risen);
        for (int t = 0; t < n; t++) {
            double sum = out[t] + risen[t];
            out[t] = sum == 0 ? 50 : 100 * out[t] / sum;
        }
    }

    private static void session(Bars bars, double[] out) {
        long[] time = bars.time();
        double[] price = Stochastics.typicalPrice(bars);
        double[] volume = bars.volume();
        RunningTotal value = new RunningTotal();
        RunningTotal traded = new RunningTotal();
        for (int t = 0; t < out.length; t++) {
            if (bars.timed() && t > 0 && Math.floorDiv(time[t], DAY_MICROS) != Math.floorDiv(time[t - 1], DAY_MICROS)) {
                value = new RunningTotal();
                traded = new RunningTotal();
            }
            value.add(price[t] * volume[t]);
            traded.add(volume[t]);
            out[t] = traded.value() == 0 ? Double.NaN : value.value() / traded.value();
        }
    }
}
