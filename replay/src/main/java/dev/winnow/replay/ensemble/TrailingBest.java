package dev.winnow.replay.ensemble;

import java.util.Arrays;

/**
 * Which signal earned most over the last bars. A signal's return at t is {@code s(t-1) * (close[t] / close[t-1] - 1)}:
 * what holding it since the close before would have earned, without costs.
 */
final class TrailingBest {
    /** No signal is judged yet. */
    static final int NONE = -1;

    private TrailingBest() {}

    /**
     * The signal to follow at each bar, by the {@code window} returns up to the bar before; the first of equals, NaN
     * after all others.
     *
     * @param values double[signals][bars]
     * @return int[bars]; {@link #NONE} while there are fewer returns, and where every signal's figure is NaN
     */
    static int[] choose(double[][] values, double[] close, int window, Trailing by) {
        int bars = close.length;
        int[] choice = new int[bars];
        Arrays.fill(choice, NONE);
        double[] best = new double[bars];
        double[] returns = new double[bars];
        for (int i = 0; i < values.length; i++) {
            for (int t = 1; t < bars; t++) {
                returns[t] = values[i][t - 1] * (close[t] / close[t - 1] - 1);
            }
            for (int t = window + 1; t < bars; t++) {
                double figure = by.of(returns, t - window, t);
                if (choice[t] == NONE ? !Double.isNaN(figure) : figure > best[t]) {
                    choice[t] = i;
                    best[t] = figure;
                }
            }
        }
        return choice;
    }
}
