package dev.winnow.cli.bench;

import dev.winnow.replay.market.Bars;
import java.util.SplittableRandom;

/**
 * Every pair fast < slow of the windows from..to over a random walk of closes.
 *
 * @param bars number of bars
 * @param from least window
 * @param to greatest window
 */
public record Grid(int bars, int from, int to) {
    /** Number of windows. */
    public int windows() {
        return to - from + 1;
    }

    /** Number of pairs. */
    public int points() {
        return windows() * (windows() - 1) / 2;
    }

    /** Bars times points. */
    public long barPoints() {
        return (long) bars * points();
    }

    /** The parameter values, double[points * 2]: fast, slow, fast outermost. */
    public double[] values() {
        double[] values = new double[points() * 2];
        int at = 0;
        for (int fast = from; fast < to; fast++) {
            for (int slow = fast + 1; slow <= to; slow++) {
                values[at++] = fast;
                values[at++] = slow;
            }
        }
        return values;
    }

    /** Bars with a standard deviation of one percent a bar, the same in every run. */
    public Bars walk() {
        SplittableRandom random = new SplittableRandom(1);
        double[] open = new double[bars];
        double[] high = new double[bars];
        double[] low = new double[bars];
        double[] close = new double[bars];
        long[] time = new long[bars];
        double price = 100;
        for (int t = 0; t < bars; t++) {
            time[t] = t;
            open[t] = price;
            price *= StrictMath.exp(0.01 * random.nextGaussian());
            close[t] = price;
            high[t] = Math.max(open[t], price) * 1.003;
            low[t] = Math.min(open[t], price) / 1.003;
        }
        return new Bars("WALK", false, time, open, high, low, close, new double[bars]);
    }

    @Override
    public String toString() {
        return bars + " x " + points();
    }
}
