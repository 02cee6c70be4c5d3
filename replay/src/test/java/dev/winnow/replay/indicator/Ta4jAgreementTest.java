package dev.winnow.replay.indicator;

import static org.ta4j.core.indicators.statistics.SimpleLinearRegressionIndicator.SimpleLinearRegressionType.SLOPE;

import dev.winnow.replay.market.Bars;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.CCIIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.ROCIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.StochasticOscillatorKIndicator;
import org.ta4j.core.indicators.WilliamsRIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.adx.MinusDIIndicator;
import org.ta4j.core.indicators.adx.PlusDIIndicator;
import org.ta4j.core.indicators.aroon.AroonDownIndicator;
import org.ta4j.core.indicators.aroon.AroonUpIndicator;
import org.ta4j.core.indicators.averages.DoubleEMAIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.HMAIndicator;
import org.ta4j.core.indicators.averages.KAMAIndicator;
import org.ta4j.core.indicators.averages.MMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.averages.TripleEMAIndicator;
import org.ta4j.core.indicators.averages.VWMAIndicator;
import org.ta4j.core.indicators.averages.WMAIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelLowerIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelMiddleIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.HighestValueIndicator;
import org.ta4j.core.indicators.helpers.LowestValueIndicator;
import org.ta4j.core.indicators.helpers.TRIndicator;
import org.ta4j.core.indicators.helpers.VolumeIndicator;
import org.ta4j.core.indicators.statistics.PearsonCorrelationIndicator;
import org.ta4j.core.indicators.statistics.SimpleLinearRegressionIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.indicators.statistics.VarianceIndicator;
import org.ta4j.core.indicators.supertrend.SuperTrendIndicator;
import org.ta4j.core.indicators.volume.AccumulationDistributionIndicator;
import org.ta4j.core.indicators.volume.ChaikinOscillatorIndicator;
import org.ta4j.core.indicators.volume.MoneyFlowIndexIndicator;
import org.ta4j.core.indicators.volume.OnBalanceVolumeIndicator;
import org.ta4j.core.indicators.volume.VWAPIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

/**
 * Indicators against ta4j. Where the definitions agree, from the first defined bar on; where only the seed differs
 * (ta4j starts averages with memory at the first value, here at the mean of the first window), once it has faded.
 */
class Ta4jAgreementTest {
    private static final int BARS = 1500;
    private static final Bars WALK = RandomBars.walk(new Random(31), BARS);
    private static final BarSeries SERIES = series(WALK);
    private static final ClosePriceIndicator CLOSE = new ClosePriceIndicator(SERIES);

    /** @param faded the bar from which a different seed no longer shows, 0 where the definitions agree throughout */
    record Pair(Call ours, org.ta4j.core.Indicator<Num> theirs, int faded) {
        @Override
        public String toString() {
            return ours + (faded == 0 ? "" : " from bar " + faded);
        }
    }

    static Stream<Pair> pairs() {
        MACDIndicator macd = new MACDIndicator(CLOSE, 12, 26);
        return Stream.of(
                same(Call.of("sma", 20), new SMAIndicator(CLOSE, 20)),
                same(Call.of("wma", 20), new WMAIndicator(CLOSE, 20)),
                same(Call.of("hma", 16), new HMAIndicator(CLOSE, 16)),
                same(Call.of("vwma", 20), new VWMAIndicator(CLOSE, 20)),
                same(Call.of("vwap", 20), new VWAPIndicator(SERIES, 20)),
                same(Call.of("highest", 20), new HighestValueIndicator(CLOSE, 20)),
                same(Call.of("lowest", 20), new LowestValueIndicator(CLOSE, 20)),
                same(Call.of("donchian_upper", 20), new DonchianChannelUpperIndicator(SERIES, 20)),
                same(Call.of("donchian_middle", 20), new DonchianChannelMiddleIndicator(SERIES, 20)),
                same(Call.of("donchian_lower", 20), new DonchianChannelLowerIndicator(SERIES, 20)),
                same(Call.of("roc", 10), new ROCIndicator(CLOSE, 10)),
                same(Call.of("stoch_k", 14, 1), new StochasticOscillatorKIndicator(SERIES, 14)),
                same(Call.of("williams_r", 14), new WilliamsRIndicator(SERIES, 14)),
                same(Call.of("cci", 20), new CCIIndicator(SERIES, 20)),
                same(Call.of("aroon_up", 25), new AroonUpIndicator(SERIES, 25)),
                same(Call.of("aroon_down", 25), new AroonDownIndicator(SERIES, 25)),
                same(Call.of("true_range"), new TRIndicator(SERIES)),
                same(Call.of("variance", 20), new VarianceIndicator(CLOSE, 20)),
                same(Call.of("stddev", 20), new StandardDeviationIndicator(CLOSE, 20)),
                same(Call.of("linreg_value", 20), new SimpleLinearRegressionIndicator(CLOSE, 20)),
                same(Call.of("linreg_slope", 20), new SimpleLinearRegressionIndicator(CLOSE, 20, SLOPE)),
                same(Call.of("obv"), new OnBalanceVolumeIndicator(SERIES)),
                same(Call.of("mfi", 14), new MoneyFlowIndexIndicator(SERIES, 14)),
                faded(Call.of("ema", 20), new EMAIndicator(CLOSE, 20), 500),
                faded(Call.of("rma", 14), new MMAIndicator(CLOSE, 14), 500),
                faded(Call.of("dema", 10), new DoubleEMAIndicator(CLOSE, 10), 500),
                faded(Call.of("tema", 10), new TripleEMAIndicator(CLOSE, 10), 500),
                faded(Call.of("kama", 10, 2, 30), new KAMAIndicator(CLOSE, 10, 2, 30), 0),
                faded(Call.of("rsi", 14), new RSIIndicator(CLOSE, 14), 600),
                faded(Call.of("atr", 14), new ATRIndicator(SERIES, 14), 500),
                faded(Call.of("plus_di", 14), new PlusDIIndicator(SERIES, 14), 500),
                faded(Call.of("minus_di", 14), new MinusDIIndicator(SERIES, 14), 500),
                faded(Call.of("adx", 14), new ADXIndicator(SERIES, 14), 700),
                faded(Call.of("macd_line", 12, 26), macd, 600),
                faded(Call.of("macd_signal", 12, 26, 9), macd.getSignalLine(9), 600),
                faded(Call.of("macd_histogram", 12, 26, 9), macd.getHistogram(9), 600),
                faded(Call.of("supertrend", 10, 3), new SuperTrendIndicator(SERIES, 10, 3.0), 700));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void agrees_with_ta4j(Pair pair) {
        double[][] columns = pair.ours().columns() == 0 ? new double[0][] : new double[][] {WALK.close()};
        double[] ours = pair.ours().on(WALK, columns);
        double[] theirs = IntStream.range(0, BARS)
                .mapToDouble(t -> pair.theirs().getValue(t).doubleValue())
                .toArray();
        int from = Math.max(pair.faded(), FirstDefined.of(pair.ours()));
        Numbers.assertSame(pair, ours, theirs, from, 1e-8);
    }

    @Test
    void correlation_agrees_with_ta4j() {
        double[] ours = Call.of("correlation", 20).on(WALK, WALK.close(), WALK.volume());
        var theirs = new PearsonCorrelationIndicator(CLOSE, new VolumeIndicator(SERIES), 20);
        double[] expected = IntStream.range(0, BARS)
                .mapToDouble(t -> theirs.getValue(t).doubleValue())
                .toArray();
        Numbers.assertSame("correlation", ours, expected, 19, 1e-8);
    }

    /** ta4j counts from bar 1 and gives NaN from the first bar without range on, so such bars are widened here. */
    @Test
    void accumulation_agrees_with_ta4j_but_for_bar_0() {
        double[] high = Arrays.stream(WALK.high()).map(v -> v * 1.001).toArray();
        double[] low = Arrays.stream(WALK.low()).map(v -> v * 0.999).toArray();
        Bars wide = new Bars("WIDE", true, WALK.time(), WALK.open(), high, low, WALK.close(), WALK.volume());
        BarSeries series = series(wide);
        double[] ours = Call.of("ad").on(wide);
        var theirs = new AccumulationDistributionIndicator(series);
        double[] expected = IntStream.range(0, BARS)
                .mapToDouble(t -> theirs.getValue(t).doubleValue() + ours[0])
                .toArray();
        Numbers.assertSame("ad", ours, expected, 0, 1e-8);
        var oscillator = new ChaikinOscillatorIndicator(series, 3, 10);
        double[] waves = IntStream.range(0, BARS)
                .mapToDouble(t -> oscillator.getValue(t).doubleValue())
                .toArray();
        Numbers.assertSame("chaikin", Call.of("chaikin", 3, 10).on(wide), waves, 300, 1e-6);
    }

    private static Pair same(Call ours, org.ta4j.core.Indicator<Num> theirs) {
        return new Pair(ours, theirs, 0);
    }

    private static Pair faded(Call ours, org.ta4j.core.Indicator<Num> theirs, int from) {
        return new Pair(ours, theirs, from);
    }

    private static BarSeries series(Bars bars) {
        BarSeries series = new BaseBarSeriesBuilder()
                .withNumFactory(DoubleNumFactory.getInstance())
                .build();
        for (int t = 0; t < bars.size(); t++) {
            series.barBuilder()
                    .timePeriod(Duration.ofMinutes(30))
                    .endTime(Instant.EPOCH.plusSeconds(1800L * (t + 1)))
                    .openPrice(bars.open()[t])
                    .highPrice(bars.high()[t])
                    .lowPrice(bars.low()[t])
                    .closePrice(bars.close()[t])
                    .volume(bars.volume()[t])
                    .add();
        }
        return series;
    }
}
