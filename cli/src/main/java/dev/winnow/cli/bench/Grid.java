package dev.winnow.cli.bench;

import dev.winnow.replay.market.Bars;
import java.util.SplittableRandom;

/**
 * Every pair fast < slow of two ranges of windows over a random walk of closes.
 *
 * @param bars number of bars
 * @param from least fast window
 * @param fastTo greatest fast window
 * @param slowFrom least slow window, at least {@code from}
 * @param to greatest slow window, at least {@code fastTo}
 */
public record Grid(int bars, int from, int fastTo, int slowFrom, int to) {
    /** Every pair of one range. */
    static Grid pairs(int bars, int from, int to) {
        return new Grid(bars, from, to, from, to);
    }

    /** Number of windows between the least and the greatest. */
    public int windows() {
        return to - from + 1;
    }

    /** Number of pairs. */
    public int points() {
        int points = 0;
        for (int fast = from; fast <= fastTo; fast++) {
            points += Math.max(0, to - leastSlow(fast) + 1);
        }
        return points;
    }

    private int leastSlow(int fast) {
        return Math.max(slowFrom, fast + 1);
    }

    /** Bars times points. */
    public long barPoints() {
        return (long) bars * points();
    }

    /** The parameter values, double[points * 2]: fast, slow, fast outermost. */
    public double[] values() {
        double[] values = new double[points() * 2];
        int at = 0;
        for (int fast = from; fast <= fastTo; fast++) {
            for (int slow = leastSlow(fast); slow <= to; slow++) {
                values[at++] = fast;
                values[at++] = slow;
            }
        }
        return values;
    }

    /** The windows in words. */
    String ranges() {
        return from == slowFrom && fastTo == to
                ? "windows " + from + " to " + to
                : "windows " + from + " to " + fastTo + " and " + slowFrom + " to " + to;
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
