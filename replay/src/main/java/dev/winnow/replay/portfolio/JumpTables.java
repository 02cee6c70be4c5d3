package dev.winnow.replay.portfolio;

import dev.winnow.replay.market.Bars;

/**
 * What a long-only trade that uses all the cash adds to the sums of a {@link Tally}, split into a part that depends on
 * the entry bar alone and one that depends on the exit bar alone. Such a trade's equity is proportional to the close, so
 * the return of an inner bar is close[t]/close[t-1] - 1 whatever the point, and the sum over a trade from e to x is
 *
 * <pre>
 * entry return(e) + prefix(x - 1) - prefix(e) + exit return(x)
 * </pre>
 *
 * with prefix sums kept by compensated addition. Shared by all points of equal costs; immutable.
 */
final class JumpTables {
    /** Entries of one bar in {@link #entry} and {@link #exit}: equity factor, first and second power. */
    static final int STRIDE = 3;

    /** Entries of one bar in {@link #entryMore} and {@link #exitMore}: third and fourth power, downside. */
    static final int MORE = 3;

    /** double[bars * STRIDE]. An entry at t multiplies equity by entry[3t] * close[t] up to that bar's close. */
    final double[] entry;

    final double[] exit;
    /** double[bars * MORE]. */
    final double[] entryMore;

    final double[] exitMore;
    /** Sums to the last bar, for the position that is still open there: power 1, 2, 3, 4, downside. */
    final double[] last;

    JumpTables(Bars bars, boolean fillAtClose, double fee, double slippage) {
        int n = bars.size();
        double[] close = bars.close();
        double[] raw = fillAtClose ? close : bars.open();
        entry = new double[n * STRIDE];
        exit = new double[n * STRIDE];
        entryMore = new double[n * MORE];
        exitMore = new double[n * MORE];
        CompensatedSum[] prefix = new CompensatedSum[5];
        for (int k = 0; k < 5; k++) {
            prefix[k] = new CompensatedSum();
        }
        double[] before = new double[5];
        double[] power = new double[5];
        for (int t = 0; t < n; t++) {
            for (int k = 0; k < 5; k++) {
                before[k] = prefix[k].value();
            }
            if (t > 0) {
                double out = raw[t] * (1 - slippage) * (1 - fee);
                exit[t * STRIDE] = out;
                powers(Tally.change(out, close[t - 1]), power);
                spread(exit, exitMore, t, power, before, 1);
                powers(Tally.change(close[t], close[t - 1]), power);
                for (int k = 0; k < 5; k++) {
                    prefix[k].add(power[k]);
                    before[k] = prefix[k].value();
                }
            }
            double in = 1 / (raw[t] * (1 + slippage) * (1 + fee));
            entry[t * STRIDE] = in;
            powers(Tally.change(close[t] * in, 1), power);
            spread(entry, entryMore, t, power, before, -1);
        }
        last = before;
    }

    private static void powers(double r, double[] power) {
        double square = r * r;
        power[0] = r;
        power[1] = square;
        power[2] = square * r;
        power[3] = square * square;
        power[4] = r < 0 ? square : 0;
    }

    private static void spread(double[] core, double[] more, int t, double[] power, double[] prefix, int sign) {
        core[t * STRIDE + 1] = power[0] + sign * prefix[0];
        core[t * STRIDE + 2] = power[1] + sign * prefix[1];
        for (int k = 0; k < MORE; k++) {
            more[t * MORE + k] = power[k + 2] + sign * prefix[k + 2];
        }
    }

    /** A running sum with the error of one rounding (Neumaier 1974). */
    private static final class CompensatedSum {
        private double sum;
        private double error;

        void add(double x) {
            double next = sum + x;
            error += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
            sum = next;
        }

        double value() {
            return sum + error;
        }
    }
}
