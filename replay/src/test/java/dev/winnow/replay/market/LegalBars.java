package dev.winnow.replay.market;

import static org.assertj.core.api.Assertions.assertThat;

/** The rules of a legal bar, stated once more and plainly. */
final class LegalBars {
    private LegalBars() {}

    static void check(Bars bars, String at) {
        assertThat(bars.size()).as(at).isPositive();
        for (int t = 0; t < bars.size(); t++) {
            String bar = at + ", bar " + t;
            double open = bars.open()[t];
            double high = bars.high()[t];
            double low = bars.low()[t];
            double close = bars.close()[t];
            assertThat(new double[] {open, high, low, close, bars.volume()[t]})
                    .as(bar)
                    .doesNotContain(Double.NaN);
            assertThat(low).as(bar).isPositive().isLessThanOrEqualTo(Math.min(open, close));
            assertThat(high).as(bar).isFinite().isGreaterThanOrEqualTo(Math.max(open, close));
            assertThat(bars.volume()[t]).as(bar).isFinite().isNotNegative();
            if (t > 0) {
                assertThat(bars.time()[t]).as(bar).isGreaterThan(bars.time()[t - 1]);
            }
        }
    }
}
