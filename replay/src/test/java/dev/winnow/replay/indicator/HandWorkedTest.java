package dev.winnow.replay.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.replay.market.Bars;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Cases small enough to check with a pencil. */
class HandWorkedTest {
    private static final long DAY = 86_400_000_000L;

    @Test
    void psar_climbs_and_turns() {
        Bars bars = bars(new double[] {10, 11, 12, 13, 9, 8.5, 7.8}, new double[] {9, 10, 11, 12, 8, 7.5, 7});
        expect(Call.of("psar", 0.02, 0.2).on(bars), Double.NaN, 9, 9, 9.12, 13, 13, 12.78);
    }

    @Test
    void ema_and_rma_start_with_the_mean_of_their_first_window() {
        double[] x = {1, 2, 6, 5};
        Bars bars = RandomBars.constant(4, 1);
        expect(Call.of("ema", 3).on(bars, x), Double.NaN, Double.NaN, 3, 4);
        expect(Call.of("rma", 2).on(bars, x), Double.NaN, 1.5, 3.75, 4.375);
    }

    @Test
    void rsi_starts_with_the_mean_of_its_first_w_changes() {
        double[] x = {10, 11, 10, 12};
        Bars bars = RandomBars.constant(4, 1);
        expect(Call.of("rsi", 2).on(bars, x), Double.NaN, Double.NaN, 50, 100 * 1.25 / 1.5);
    }

    @Test
    void atr_starts_with_the_mean_of_bars_1_to_w() {
        Bars bars = bars(new double[] {10, 12, 12, 15}, new double[] {8, 10, 11, 12});
        // closes 9, 11, 11.5: true ranges 3, 1, 3.5
        expect(Call.of("true_range").on(bars), Double.NaN, 3, 1, 3.5);
        expect(Call.of("atr", 2).on(bars), Double.NaN, Double.NaN, 2, 2.75);
    }

    @Test
    void session_vwap_starts_anew_each_utc_day() {
        double[] price = {10, 20, 30, 40};
        double[] volume = {1, 3, 0, 5};
        Bars timed = new Bars("DAYS", true, new long[] {-1, 0, DAY, DAY + 1}, price, price, price, price, volume);
        expect(Call.of("session_vwap").on(timed), 10, 20, Double.NaN, 40);
        Bars untimed = new Bars("BARS", false, new long[] {0, 1, 2, 3}, price, price, price, price, volume);
        expect(Call.of("session_vwap").on(untimed), 10, 17.5, 17.5, 30);
    }

    @Test
    void windows_without_volume_have_no_volume_weighted_mean() {
        double[] price = {10, 20, 30};
        Bars bars = new Bars("DRY", false, new long[] {0, 1, 2}, price, price, price, price, new double[] {1, 0, 0});
        expect(Call.of("vwma", 2).on(bars, price), Double.NaN, 10, Double.NaN);
    }

    @Test
    void heikin_ashi_averages_the_bar_and_the_one_before() {
        Bars bars = new Bars(
                "HA",
                false,
                new long[] {0, 1},
                new double[] {10, 12},
                new double[] {14, 16},
                new double[] {8, 12},
                new double[] {12, 14},
                new double[2]);
        expect(Call.of("heikin_ashi_close").on(bars), 11, 13.5);
        expect(Call.of("heikin_ashi_open").on(bars), 11, 11);
        expect(Call.of("heikin_ashi_high").on(bars), 14, 16);
        expect(Call.of("heikin_ashi_low").on(bars), 8, 11);
    }

    /** Closes in the middle of the bar. */
    private static Bars bars(double[] high, double[] low) {
        int n = high.length;
        double[] close = new double[n];
        for (int t = 0; t < n; t++) {
            close[t] = (high[t] + low[t]) / 2;
        }
        return new Bars("HAND", false, LongStream.range(0, n).toArray(), close, high, low, close, new double[n]);
    }

    private static void expect(double[] actual, double... expected) {
        assertThat(actual).containsExactly(expected, Offset.offset(1e-12));
    }
}
