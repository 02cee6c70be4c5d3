package dev.winnow.replay.portfolio;

import dev.winnow.replay.market.Bars;

/**
 * What a long trade that uses all the cash does to equity before costs, split into a part that depends on the entry bar
 * alone and one that depends on the exit bar alone. Such a trade's equity is proportional to the close, so the return of
 * an inner bar is close[t]/close[t-1] - 1 whatever the point, and what the inner bars of a trade from e to x add to a
 * sum is prefix(x - 1) - prefix(e), with prefix sums kept by compensated addition. Shared by all points, whatever their
 * costs; thread-safe.
 */
final class TradeTables {
    /** Entries of one bar in {@link #entry} and {@link #exit}. */
    static final int STRIDE = 4;

    /**
     * double[bars * STRIDE], of bar t from 4t on: 1 over the raw price of an entry; the return of the rest of the bar after
     * it; and the prefix sums of the returns and of their squares up to and with the bar.
     */
    final double[] entry;

    /** Likewise: the raw price of an exit; the return of the bar up to it; the prefix sums up to the bar before. */
    final double[] exit;

    /** The prefix sums up to the last bar: returns, squares. */
    final double last1;

    final double last2;
    private final Shared<Powers> powers;

    TradeTables(Bars bars, boolean fillAtClose) {
        int n = bars.size();
        double[] close = bars.close();
        this.powers = new Shared<>(() -> new Powers(close));
        double[] raw = fillAtClose ? close : bars.open();
        entry = new double[n * STRIDE];
        exit = new double[n * STRIDE];
        CompensatedSum sum1 = new CompensatedSum();
        CompensatedSum sum2 = new CompensatedSum();
        double prefix1 = 0;
        double prefix2 = 0;
        for (int t = 0; t < n; t++) {
            int at = t * STRIDE;
            // nothing is held before the first bar
            double before = t == 0 ? close[0] : close[t - 1];
            exit[at] = raw[t];
            exit[at + 1] = Tally.change(raw[t], before);
            exit[at + 2] = prefix1;
            exit[at + 3] = prefix2;
            double r = Tally.change(close[t], before);
            prefix1 = sum1.add(r);
            prefix2 = sum2.add(r * r);
            entry[at] = 1 / raw[t];
            entry[at + 1] = Tally.change(close[t], raw[t]);
            entry[at + 2] = prefix1;
            entry[at + 3] = prefix2;
        }
        last1 = prefix1;
        last2 = prefix2;
    }

    /** Stores what each closed trade of a path multiplies equity by before costs: double[trades]. */
    void gross(JumpPath path, double[] gross) {
        for (int i = 0; i < path.trades(); i++) {
            gross[i] = exit[path.exit(i) * STRIDE] * entry[path.entry(i) * STRIDE];
        }
    }

    /** Bytes that the tables take. */
    static long bytes(int bars) {
        return 8L * bars * (2 * STRIDE + Powers.STRIDE);
    }

    /** The sums of the higher powers. */
    Powers powers() {
        return powers.get();
    }

    /** Prefix sums of the returns' third and fourth powers and of the squares of those below 0. */
    static final class Powers {
        /** Entries of one bar in {@link #sums}. */
        static final int STRIDE = 3;

        /** double[bars * STRIDE]: up to and with the bar. */
        final double[] sums;

        /** Up to the last bar: fourth powers, squares below 0. */
        final double last4;

        final double lastDownside;

        private Powers(double[] close) {
            sums = new double[close.length * STRIDE];
            CompensatedSum sum3 = new CompensatedSum();
            CompensatedSum sum4 = new CompensatedSum();
            CompensatedSum downside = new CompensatedSum();
            for (int t = 1; t < close.length; t++) {
                double r = Tally.change(close[t], close[t - 1]);
                double square = r * r;
                int at = t * STRIDE;
                sums[at] = sum3.add(square * r);
                sums[at + 1] = sum4.add(square * square);
                sums[at + 2] = downside.add(r < 0 ? square : 0);
            }
            int last = sums.length - STRIDE;
            last4 = sums[last + 1];
            lastDownside = sums[last + 2];
        }
    }

    /** A running sum with the error of one rounding (Neumaier 1974). */
    private static final class CompensatedSum {
        private double sum;
        private double error;

        /** Adds and returns the sum so far. */
        double add(double x) {
            double next = sum + x;
            error += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
            sum = next;
            return sum + error;
        }
    }
}
