package dev.winnow.replay.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.replay.market.Bars;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Window indicators against a fresh computation of every window, plain or by Commons Math. */
class WindowOracleTest {
    private static final Map<String, ToDoubleFunction<double[]>> FRESH = Map.of(
            "sma", WindowOracleTest::mean,
            "wma", WindowOracleTest::weightedMean,
            "highest", x -> Arrays.stream(x).max().orElseThrow(),
            "lowest", x -> Arrays.stream(x).min().orElseThrow(),
            "variance", x -> new Variance(false).evaluate(x),
            "stddev", x -> Math.sqrt(new Variance(false).evaluate(x)),
            "zscore", x -> (x[x.length - 1] - mean(x)) / Math.sqrt(new Variance(false).evaluate(x)),
            "linreg_slope", x -> regression(x).getSlope(),
            "linreg_value", x -> regression(x).predict(x.length - 1));

    static Stream<String> windowed() {
        return FRESH.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("windowed")
    void equals_a_fresh_window_at_every_bar(String name) {
        for (int w : new int[] {2, 3, 5, 16, 61, 200}) {
            for (int n : new int[] {w, w + 1, 2 * w - 1, 2 * w, 2 * w + 1, 700}) {
                double[] x = RandomBars.column(new Random(w), n);
                double[] actual = Call.of(name, w).on(RandomBars.constant(n, 1), x);
                Numbers.assertSame(name + "(" + w + ") of " + n, actual, fresh(name, x, w), 0, 1e-10);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("windowed")
    void a_huge_value_leaves_no_error_behind(String name) {
        Random random = new Random(21);
        double[] x = RandomBars.column(random, 300);
        x[50] = 1e15;
        x[171] = -1e300;
        x[172] = 1e300;
        int w = 20;
        double[] actual = Call.of(name, w).on(RandomBars.constant(x.length, 1), x);
        double[] expected = fresh(name, x, w);
        for (int t = 0; t < x.length; t++) {
            if ((t >= 50 + w && t < 171) || t >= 172 + w) {
                assertThat(actual[t])
                        .as("%s at %d", name, t)
                        .isCloseTo(expected[t], Numbers.within(1e-10, expected[t]));
            }
        }
    }

    @Test
    void dispersion_holds_on_a_high_level() {
        Random random = new Random(22);
        double[] x = random.doubles(500, 0, 1e-3).map(v -> 1e6 + v).toArray();
        double[] actual = Call.of("stddev", 20).on(RandomBars.constant(x.length, 1), x);
        double[] expected = fresh("stddev", x, 20);
        for (int t = 19; t < x.length; t++) {
            assertThat(actual[t]).isCloseTo(expected[t], org.assertj.core.data.Offset.offset(1e-9 * expected[t]));
        }
    }

    @Test
    void correlation_equals_commons_math() {
        Random random = new Random(23);
        double[] x = RandomBars.column(random, 400);
        double[] y = RandomBars.column(random, 400);
        for (int w : new int[] {2, 3, 10, 57}) {
            double[] actual = Call.of("correlation", w).on(RandomBars.constant(400, 1), x, y);
            for (int t = w - 1; t < 400; t++) {
                double expected = new PearsonsCorrelation()
                        .correlation(Arrays.copyOfRange(x, t - w + 1, t + 1), Arrays.copyOfRange(y, t - w + 1, t + 1));
                assertThat(actual[t]).as("w %d at %d", w, t).isCloseTo(expected, Numbers.within(1e-9, 1));
            }
        }
    }

    @Test
    void percent_rank_counts_the_values_below() {
        double[] x = {3, 1, 2, 2, 5, 0};
        assertThat(Call.of("percent_rank", 2).on(RandomBars.constant(6, 1), x))
                .containsExactly(Double.NaN, Double.NaN, 50, 50, 100, 0);
    }

    @Test
    void volume_weighted_means_equal_a_fresh_window() {
        int n = 300;
        int w = 9;
        Bars bars = RandomBars.walk(new Random(24), n);
        double[] actual = Call.of("vwma", w).on(bars, bars.close());
        double[] rolling = Call.of("vwap", w).on(bars);
        for (int t = w - 1; t < n; t++) {
            double value = 0;
            double typical = 0;
            double volume = 0;
            for (int i = t - w + 1; i <= t; i++) {
                value += bars.close()[i] * bars.volume()[i];
                typical += (bars.high()[i] + bars.low()[i] + bars.close()[i]) / 3 * bars.volume()[i];
                volume += bars.volume()[i];
            }
            assertThat(actual[t]).isCloseTo(value / volume, Numbers.within(1e-12, 100));
            assertThat(rolling[t]).isCloseTo(typical / volume, Numbers.within(1e-12, 100));
        }
    }

    @Test
    void sums_and_means_of_a_column_have_the_bits_of_those_taken_value_by_value() {
        long seed = 27;
        Random random = new Random(seed);
        for (int w : new int[] {1, 2, 3, 5, 7, 8, 10, 16, 24, 31, 63, 64, 100}) {
            for (int n : new int[] {1, w, w + 1, 2 * w, 4 * w, 5 * w - 1, 5 * w, 5 * w + 1, 9 * w, 13 * w + 3}) {
                double[] plain = random.doubles(n, -1, 100).toArray();
                double[] holes = plain.clone();
                double[] great = Arrays.stream(plain).map(x -> x * 1e307).toArray();
                holes[random.nextInt(n)] = Double.NaN;
                holes[random.nextInt(n)] = Double.NEGATIVE_INFINITY;
                for (double[] x : new double[][] {plain, holes, great}) {
                    assertSlides("mean", seed, x, w, SlidingSum.mean(w));
                    assertSlides("sum", seed, x, w, SlidingSum.sum(w));
                }
            }
        }
    }

    @Test
    void means_from_tables_have_the_bits_of_means_of_columns() {
        long seed = 28;
        Random random = new Random(seed);
        for (int w : new int[] {1, 2, 3, 5, 7, 8, 9, 15, 16, 31, 64, 100, 250}) {
            for (int n : new int[] {1, 7, w, w + 1, 2 * w, 64, 65, 5 * w + 3, 1000}) {
                double[] plain = random.doubles(n, -1, 100).toArray();
                double[] holes = plain.clone();
                double[] level = new double[n];
                Arrays.fill(level, 0.1);
                holes[random.nextInt(n)] = Double.NaN;
                holes[random.nextInt(n)] = Double.POSITIVE_INFINITY;
                for (double[] x : new double[][] {plain, holes, level}) {
                    double[] wanted = new double[n];
                    Blocks.mean(x, w, wanted);
                    dev.winnow.replay.signal.Numbers mean = new MeanTables(x, w).mean(w);
                    double[] found = new double[n];
                    Arrays.setAll(found, mean::at);
                    String what = "window %d of %d bars, seed %d".formatted(w, n, seed);
                    assertThat(found).as(what).isEqualTo(wanted);
                    for (int from = 0; from < n; from += 1 + random.nextInt(70)) {
                        int to = from + random.nextInt(n - from + 1);
                        double[] part = new double[to - from + random.nextInt(3)];
                        double[] same = part.clone();
                        mean.read(from, to, part);
                        mean.readByVectors(from, to, same);
                        System.arraycopy(part, 0, found, from, to - from);
                        assertThat(found).as(what).isEqualTo(wanted);
                        assertThat(same).as(what).isEqualTo(part);
                    }
                }
            }
        }
    }

    @Test
    void windows_of_other_blocks_have_other_tables() {
        MeanTables tables = new MeanTables(new double[100], 20);
        assertThat(tables.mean(31).at(50)).isZero();
        MeanTables longer = new MeanTables(new double[100], Integer.MAX_VALUE);
        assertThat(longer.mean(Integer.MAX_VALUE).at(99)).isNaN();
        assertThatThrownBy(() -> tables.mean(32)).hasMessageContaining("window of 32 bars from blocks of 16");
        assertThatThrownBy(() -> tables.mean(15)).hasMessageContaining("window of 15 bars from blocks of 16");
    }

    private static void assertSlides(String name, long seed, double[] x, int w, SlidingSum single) {
        double[] out = new double[x.length];
        if (name.equals("mean")) {
            Blocks.mean(x, w, out);
        } else {
            Blocks.sum(x, w, out);
        }
        double[] wanted = Arrays.stream(x).map(single::next).toArray();
        assertThat(out)
                .as("%s of %d of %d bars, seed %d", name, w, x.length, seed)
                .isEqualTo(wanted);
    }

    @Test
    void ten_million_bars_do_not_drift() {
        int n = 10_000_000;
        int w = 250;
        double[] x = new double[n];
        Random random = new Random(25);
        double level = 100;
        for (int t = 0; t < n; t++) {
            level = Math.max(1, level + 0.01 * (random.nextDouble() - 0.5));
            x[t] = level;
        }
        double[] out = new double[n];
        Blocks.mean(x, w, out);
        assertLastWindowsFresh("sma", x, w, out, 1e-12);
        Blocks.sum(x, w, out);
        for (int t = n - 2 * w; t < n; t++) {
            double expected = w * mean(Arrays.copyOfRange(x, t - w + 1, t + 1));
            assertThat(out[t]).isCloseTo(expected, Numbers.within(1e-12, expected));
        }
    }

    @ParameterizedTest
    @MethodSource("windowed")
    void a_million_bars_do_not_drift(String name) {
        double[] x = new Random(26).doubles(1_000_000, 90, 110).toArray();
        double[] out = Call.of(name, 50).on(RandomBars.constant(x.length, 1), x);
        assertLastWindowsFresh(name, x, 50, out, 1e-11);
    }

    @Test
    void constant_columns_stay_exactly_constant() {
        Bars bars = RandomBars.constant(200, 0.1);
        for (String name :
                new String[] {"sma", "ema", "rma", "wma", "dema", "tema", "hma", "linreg_value", "highest"}) {
            for (int w : new int[] {1, 3, 7, 49}) {
                Call call = Call.of(name, w);
                double[] out = call.on(bars, bars.close());
                for (int t = FirstDefined.of(call); t < out.length; t++) {
                    double slack = name.startsWith("tema") || name.equals("dema") ? 1e-16 : 0;
                    assertThat(out[t]).as("%s at %d", call, t).isBetween(0.1 - slack, 0.1 + slack);
                }
            }
        }
        for (String name : new String[] {"variance", "stddev", "linreg_slope", "roc", "momentum", "trix"}) {
            Call call = Call.of(name, 7);
            double[] out = call.on(bars, bars.close());
            assertThat(Arrays.copyOfRange(out, FirstDefined.of(call), 200))
                    .as("%s", call)
                    .containsOnly(0);
        }
        assertThat(Call.of("rsi", 14).on(bars, bars.close())[150]).isEqualTo(50);
        assertThat(Call.of("mfi", 14).on(bars)[150]).isEqualTo(50);
        assertThat(Call.of("stoch_k", 14, 1).on(bars)[150]).isEqualTo(50);
        assertThat(Call.of("williams_r", 14).on(bars)[150]).isEqualTo(-50);
        assertThat(Call.of("ultimate", 7, 14, 28).on(bars)[150]).isCloseTo(50, Numbers.within(1e-13, 50));
        for (String name : new String[] {"cci", "adx", "plus_di", "minus_di", "atr", "natr"}) {
            assertThat(Call.of(name, 14).on(bars)[150]).as(name).isZero();
        }
        assertThat(Call.of("zscore", 7).on(bars, bars.close())).containsOnly(Double.NaN);
        assertThat(Call.of("correlation", 7).on(bars, bars.close(), bars.close()))
                .containsOnly(Double.NaN);
    }

    private static void assertLastWindowsFresh(String name, double[] x, int w, double[] out, double tolerance) {
        for (int t = x.length - 2 * w; t < x.length; t++) {
            double expected = FRESH.get(name).applyAsDouble(Arrays.copyOfRange(x, t - w + 1, t + 1));
            assertThat(out[t]).as("%s at %d", name, t).isCloseTo(expected, Numbers.within(tolerance, expected));
        }
    }

    private static double[] fresh(String name, double[] x, int w) {
        return IntStream.range(0, x.length)
                .mapToDouble(t ->
                        t < w - 1 ? Double.NaN : FRESH.get(name).applyAsDouble(Arrays.copyOfRange(x, t - w + 1, t + 1)))
                .toArray();
    }

    private static double mean(double[] x) {
        return Arrays.stream(x).sum() / x.length; // compensated by the library
    }

    private static double weightedMean(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (i + 1) * x[i];
        }
        return sum / (x.length * (x.length + 1) / 2.0);
    }

    private static SimpleRegression regression(double[] x) {
        SimpleRegression regression = new SimpleRegression();
        for (int i = 0; i < x.length; i++) {
            regression.addData(i, x[i]);
        }
        return regression;
    }
}
