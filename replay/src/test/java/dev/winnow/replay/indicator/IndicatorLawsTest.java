package dev.winnow.replay.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.replay.indicator.Indicator.Argument;
import dev.winnow.replay.market.Bars;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every registered indicator. */
class IndicatorLawsTest {
    private static final int BARS = 300;
    /** They read single bars, not every bar of a window, so a NaN inside hits single bars. */
    private static final Set<String> POINTWISE = Set.of("roc", "momentum");

    static Stream<Indicator> indicators() {
        return Indicators.all().stream();
    }

    private static List<Call> calls(Indicator indicator) {
        List<Call> calls = new ArrayList<>();
        for (int w : new int[] {1, 2, 3, 7, 20, 41}) {
            calls.add(Call.withWindow(indicator, w));
        }
        boolean complete = indicator.arguments().stream()
                .filter(argument -> argument.type() != Argument.Type.COLUMN)
                .allMatch(Argument::optional);
        if (complete) {
            calls.add(new Call(
                    indicator,
                    indicator.arguments().stream()
                            .filter(argument -> argument.type() != Argument.Type.COLUMN)
                            .mapToDouble(Argument::defaultValue)
                            .toArray()));
        }
        return calls;
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void first_defined_bar_is_as_stated(Indicator indicator) {
        Random random = new Random(11);
        Bars bars = RandomBars.walk(random, BARS);
        for (Call call : calls(indicator)) {
            double[] out = call.on(bars, call.randomColumns(random, BARS));
            int first = FirstDefined.of(call);
            assertThat(firstDefined(out)).as("%s", call).isEqualTo(Math.min(BARS, first));
            for (int t = Math.min(first, BARS); t < BARS; t++) {
                assertThat(out[t]).as("%s at %d", call, t).isFinite();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void values_do_not_depend_on_what_follows(Indicator indicator) {
        Random random = new Random(12);
        for (Call call : calls(indicator)) {
            Bars bars = RandomBars.walk(random, BARS);
            Bars other = RandomBars.walk(random, BARS);
            double[][] columns = call.randomColumns(random, BARS);
            double[][] others = call.randomColumns(random, BARS);
            double[] whole = call.on(bars, columns);
            for (int trial = 0; trial < 12; trial++) {
                int cut = trial < 3 ? trial : random.nextInt(BARS);
                double[] past = Arrays.copyOf(whole, cut);
                double[][] heads = Arrays.stream(columns)
                        .map(column -> Arrays.copyOf(column, cut))
                        .toArray(double[][]::new);
                assertThat(bits(call.on(bars.slice(0, cut), heads)))
                        .as("%s cut at %d", call, cut)
                        .isEqualTo(bits(past));
                double[][] spliced = new double[columns.length][];
                Arrays.setAll(spliced, i -> RandomBars.splice(columns[i], others[i], cut));
                double[] changed = call.on(RandomBars.splice(bars, other, cut), spliced);
                assertThat(bits(Arrays.copyOf(changed, cut)))
                        .as("%s with another future from %d", call, cut)
                        .isEqualTo(bits(past));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void bar_by_bar_the_bits_are_the_same(Indicator indicator) {
        for (long seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            int n = random.nextInt(seed % 8 == 0 ? 3000 : BARS);
            Bars bars = seed % 5 == 0 ? RandomBars.constant(n, 7.3) : RandomBars.walk(random, n);
            for (Call call : calls(indicator)) {
                double[][] columns = call.randomColumns(random, n);
                for (double[] column : columns) {
                    Arrays.fill(column, 0, random.nextInt(Math.min(n, 50) + 1), Double.NaN);
                    for (int hole = 0; n > 0 && hole < seed % 4; hole++) {
                        column[random.nextInt(n)] = List.of(Double.NaN, Double.NEGATIVE_INFINITY, 0.0, -0.0, 1e300)
                                .get(random.nextInt(5));
                    }
                }
                assertThat(numbers(call.streamed(bars, columns)))
                        .as("%s, seed %d, %d bars", call, seed, n)
                        .isEqualTo(numbers(call.on(bars, columns)));
            }
            Call vast = Call.withWindow(indicator, Integer.MAX_VALUE);
            double[][] columns = vast.randomColumns(random, n);
            assertThat(numbers(vast.streamed(bars, columns)))
                    .as("%s, seed %d", vast, seed)
                    .isEqualTo(numbers(vast.on(bars, columns)));
        }
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void a_nan_prefix_delays_the_first_value_by_its_length(Indicator indicator) {
        Random random = new Random(13);
        Bars bars = RandomBars.walk(random, BARS);
        for (Call call : calls(indicator)) {
            for (int prefix : new int[] {1, 6, 40}) {
                double[][] columns = call.randomColumns(random, BARS);
                for (double[] column : columns) {
                    Arrays.fill(column, 0, prefix, Double.NaN);
                }
                int shift = columns.length == 0 ? 0 : prefix;
                assertThat(firstDefined(call.on(bars, columns)))
                        .as("%s after %d NaN", call, prefix)
                        .isEqualTo(Math.min(BARS, FirstDefined.of(call) + shift));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void behind_a_nan_it_starts_as_if_the_column_began_there(Indicator indicator) {
        Random random = new Random(14);
        Bars bars = RandomBars.walk(random, BARS);
        for (Call call : calls(indicator)) {
            if (call.columns() == 0 || POINTWISE.contains(indicator.name())) {
                continue;
            }
            double[][] columns = call.randomColumns(random, BARS);
            double[] whole = call.on(bars, columns);
            int hole = 130;
            columns[random.nextInt(columns.length)][hole] = Double.NaN;
            double[] holed = call.on(bars, columns);
            int first = FirstDefined.of(call);
            assertThat(bits(Arrays.copyOf(holed, hole)))
                    .as("%s before the NaN", call)
                    .isEqualTo(bits(Arrays.copyOf(whole, hole)));
            double[][] tails = Arrays.stream(columns)
                    .map(column -> Arrays.copyOfRange(column, hole + 1, BARS))
                    .toArray(double[][]::new);
            double[] fresh = call.on(bars.slice(hole + 1, BARS), tails);
            for (int t = hole; t < BARS; t++) {
                if (t <= hole + first) {
                    assertThat(holed[t]).as("%s at %d", call, t).isNaN();
                } else {
                    assertThat(holed[t])
                            .as("%s at %d", call, t)
                            .isCloseTo(fresh[t - hole - 1], Numbers.within(1e-9, fresh[t - hole - 1]));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void an_infinity_leaves_no_trace_behind_its_window(Indicator indicator) {
        Random random = new Random(15);
        Bars bars = RandomBars.walk(random, BARS);
        for (Call call : calls(indicator)) {
            if (call.columns() == 0) {
                continue;
            }
            double[][] columns = call.randomColumns(random, BARS);
            columns[0][100] = Double.POSITIVE_INFINITY;
            double[] out = call.on(bars, columns);
            for (int t = Math.min(BARS, 101 + FirstDefined.of(call)); t < BARS; t++) {
                assertThat(out[t]).as("%s at %d", call, t).isFinite();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void any_number_of_bars_is_legal(Indicator indicator) {
        Random random = new Random(16);
        for (Call call : calls(indicator)) {
            int first = FirstDefined.of(call);
            for (int n : new int[] {0, 1, 2, 3, first - 1, first, first + 1, first + 2}) {
                if (n < 0 || n > 1000) {
                    continue;
                }
                double[] out = call.on(RandomBars.walk(random, n), call.randomColumns(random, n));
                assertThat(firstDefined(out)).as("%s on %d bars", call, n).isEqualTo(Math.min(n, first));
            }
        }
        Call vast = Call.withWindow(indicator, Integer.MAX_VALUE);
        if (FirstDefined.of(vast) > BARS) {
            double[] out = vast.on(RandomBars.walk(random, BARS), vast.randomColumns(random, BARS));
            assertThat(out).containsOnly(Double.NaN);
        }
    }

    @Test
    void names_are_sorted_and_found() {
        assertThat(Indicators.all()).extracting(Indicator::name).isSorted().doesNotHaveDuplicates();
        for (Indicator indicator : Indicators.all()) {
            assertThat(Indicators.find(indicator.name())).isSameAs(indicator);
            assertThat(indicator.name()).matches("[a-z][a-z0-9_]*");
        }
        assertThat(Indicators.find("SMA")).isNull();
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void arguments_go_columns_first_and_optional_ones_last(Indicator indicator) {
        List<Argument> arguments = indicator.arguments();
        for (int i = 1; i < arguments.size(); i++) {
            if (arguments.get(i).type() == Argument.Type.COLUMN) {
                assertThat(arguments.get(i - 1).type()).isEqualTo(Argument.Type.COLUMN);
            }
            if (!arguments.get(i).optional()) {
                assertThat(arguments.get(i - 1).optional()).isFalse();
            }
        }
    }

    private static int firstDefined(double[] out) {
        int t = 0;
        while (t < out.length && Double.isNaN(out[t])) {
            t++;
        }
        return t;
    }

    /** Every NaN is one: which of its bits are set is up to the processor. */
    private static long[] numbers(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray();
    }

    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
    }
}
