package dev.winnow.replay.portfolio;

import dev.winnow.replay.market.Bars;
import org.jspecify.annotations.Nullable;

/**
 * What a long-only trade that uses all the cash adds to the sums of a {@link Tally}, split into a part that depends on
 * the entry bar alone and one that depends on the exit bar alone. Such a trade's equity is proportional to the close, so
 * the return of an inner bar is close[t]/close[t-1] - 1 whatever the point, and the sum over a trade from e to x is
 *
 * <pre>
 * entry return(e) + prefix(x - 1) - prefix(e) + exit return(x)
 * </pre>
 *
 * with prefix sums kept by compensated addition. Shared by all points of equal costs; thread-safe.
 */
final class JumpTables {
    /** Entries of one bar in {@link #entry} and {@link #exit}: equity factor, first and second power. */
    static final int STRIDE = 3;

    private final double[] close;
    /** double[bars]: the price that an order fills at, before slippage. */
    final double[] raw;

    private final double cost;
    private final double proceeds;

    /** double[bars * STRIDE]. An entry at t multiplies equity by entry[3t] * close[t] up to that bar's close. */
    final double[] entry;

    final double[] exit;
    /** Sums to the last bar of the first and second power, for the position that is still open there. */
    final double last1;

    final double last2;
    /** Built when first asked for. */
    private volatile @Nullable Powers powers;

    JumpTables(Bars bars, boolean fillAtClose, double fee, double slippage) {
        int n = bars.size();
        this.close = bars.close();
        this.raw = fillAtClose ? close : bars.open();
        this.cost = (1 + slippage) * (1 + fee);
        this.proceeds = (1 - slippage) * (1 - fee);
        entry = new double[n * STRIDE];
        exit = new double[n * STRIDE];
        CompensatedSum sum1 = new CompensatedSum();
        CompensatedSum sum2 = new CompensatedSum();
        double prefix1 = 0;
        double prefix2 = 0;
        for (int t = 0; t < n; t++) {
            int at = t * STRIDE;
            if (t > 0) {
                double out = raw[t] * proceeds;
                double r = Tally.change(out, close[t - 1]);
                exit[at] = out;
                exit[at + 1] = r + prefix1;
                exit[at + 2] = r * r + prefix2;
                r = Tally.change(close[t], close[t - 1]);
                prefix1 = sum1.add(r);
                prefix2 = sum2.add(r * r);
            }
            double in = 1 / (raw[t] * cost);
            double r = Tally.change(close[t] * in, 1);
            entry[at] = in;
            entry[at + 1] = r - prefix1;
            entry[at + 2] = r * r - prefix2;
        }
        last1 = prefix1;
        last2 = prefix2;
    }

    /** The sums of the higher powers. */
    Powers powers() {
        Powers present = powers;
        return present == null ? fillPowers() : present;
    }

    private synchronized Powers fillPowers() {
        Powers present = powers;
        if (present == null) {
            present = new Powers(this);
            powers = present;
        }
        return present;
    }

    /** Third and fourth power and the downside, laid out like {@link #entry} and {@link #exit}. */
    static final class Powers {
        final double[] entry;
        final double[] exit;
        /** double[STRIDE]: sums to the last bar. */
        final double[] last = new double[STRIDE];

        private Powers(JumpTables tables) {
            double[] close = tables.close;
            int n = close.length;
            entry = new double[n * STRIDE];
            exit = new double[n * STRIDE];
            CompensatedSum[] sums = {new CompensatedSum(), new CompensatedSum(), new CompensatedSum()};
            for (int t = 0; t < n; t++) {
                int at = t * STRIDE;
                if (t > 0) {
                    double r = Tally.change(tables.raw[t] * tables.proceeds, close[t - 1]);
                    for (int k = 0; k < STRIDE; k++) {
                        exit[at + k] = power(r, k) + last[k];
                    }
                    r = Tally.change(close[t], close[t - 1]);
                    for (int k = 0; k < STRIDE; k++) {
                        last[k] = sums[k].add(power(r, k));
                    }
                }
                double r = Tally.change(close[t] / (tables.raw[t] * tables.cost), 1);
                for (int k = 0; k < STRIDE; k++) {
                    entry[at + k] = power(r, k) - last[k];
                }
            }
        }

        private static double power(double r, int k) {
            double square = r * r;
            return k == 0 ? square * r : k == 1 ? square * square : r < 0 ? square : 0;
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
