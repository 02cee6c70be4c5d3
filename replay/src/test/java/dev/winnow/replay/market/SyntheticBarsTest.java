package dev.winnow.replay.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.engine.UserError;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticBarsTest {
    @Test
    void a_seed_gives_the_same_bits_on_every_machine() {
        assertThat(BarDigest.of(SyntheticBars.generate(SyntheticSpec.of(1000, 42))))
                .isEqualTo("ef628f930d1cd52082e2f2ca8a8ea6c89b06b3088a1eda4565783abe0f2210c8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1d", "1m", "1h", "2d", "1w"})
    void every_bar_is_legal(String spacing) {
        for (long seed = 0; seed < 5; seed++) {
            SyntheticSpec spec = new SyntheticSpec(500, seed, 100, 5, -1, spacing, 200, 0.5);
            LegalBars.check(SyntheticBars.generate(spec), spacing + " seed " + seed);
        }
    }

    @Test
    void extreme_settings_stay_legal() {
        LegalBars.check(SyntheticBars.generate(new SyntheticSpec(2000, 1, 1e9, 10, 10, "1w", 1e6, 1)), "up");
        LegalBars.check(SyntheticBars.generate(new SyntheticSpec(2000, 1, 1e-3, 10, -10, "1w", 1e6, 1)), "down");
        LegalBars.check(SyntheticBars.generate(new SyntheticSpec(2000, 1, 100, 0, 0, "1d", 0, 0)), "flat");
    }

    @Test
    void a_longer_series_begins_with_the_shorter_one() {
        Bars longer = SyntheticBars.generate(SyntheticSpec.of(400, 7));
        Bars shorter = SyntheticBars.generate(SyntheticSpec.of(150, 7));
        assertThat(BarDigest.of(longer.slice(0, 150))).isEqualTo(BarDigest.of(shorter));
    }

    @Test
    void daily_bars_leave_out_weekends_and_have_no_gap() {
        LoadedBars loaded = MarketData.load(DataSpec.of(SyntheticSpec.of(500, 5)), Path.of(""), Path.of(""))
                .get(0);
        assertThat(loaded.summary().gaps()).isZero();
        assertThat(loaded.summary().firstTimeText()).isEqualTo("2000-01-03");
        assertThat(loaded.summary().periodsPerYear()).isEqualTo(252);
        assertThat(loaded.summary().source()).contains("seed 5");
    }

    @Test
    void volatility_and_drift_are_what_was_asked_for() {
        int n = 252 * 2000;
        SyntheticSpec spec = new SyntheticSpec(n, 11, 100, 0.2, 0.02, "1d", 0, 0);
        double[] close = SyntheticBars.generate(spec).close();
        double sum = 0;
        double squares = 0;
        for (int t = 1; t < n; t++) {
            double r = Math.log(close[t] / close[t - 1]);
            sum += r;
            squares += r * r;
        }
        double mean = sum / (n - 1);
        assertThat(Math.sqrt((squares / (n - 1) - mean * mean) * 252)).isBetween(0.195, 0.205);
        assertThat(mean * 252).isBetween(-0.02, 0.02);
    }

    @Test
    void volatility_clusters() {
        double[] close = SyntheticBars.generate(SyntheticSpec.of(50_000, 2)).close();
        double[] size = new double[close.length - 1];
        for (int t = 1; t < close.length; t++) {
            size[t - 1] = Math.abs(Math.log(close[t] / close[t - 1]));
        }
        assertThat(new org.apache.commons.math3.stat.correlation.PearsonsCorrelation()
                        .correlation(
                                java.util.Arrays.copyOfRange(size, 0, size.length - 5),
                                java.util.Arrays.copyOfRange(size, 5, size.length)))
                .isBetween(0.05, 0.6);
    }

    @Test
    void settings_out_of_range_are_told_together() {
        assertThatThrownBy(() -> new SyntheticSpec(0, 1, -5, Double.NaN, 0, "1d", 0, 0))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("data.synthetic.bars: 0")
                .hasMessageContaining("data.synthetic.start-price: -5")
                .hasMessageContaining("data.synthetic.volatility: NaN");
        assertThatThrownBy(() -> new SyntheticSpec(1, 1, 5, 0.1, 0, "1x", 0, 0)).isInstanceOf(UserError.class);
    }
}
