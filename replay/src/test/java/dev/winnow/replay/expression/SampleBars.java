package dev.winnow.replay.expression;

import dev.winnow.replay.market.Bars;
import java.util.Random;

/** Bars for tests: a walk on a coarse grid, so that ties are common. */
final class SampleBars {
    private SampleBars() {}

    static Bars of(double... close) {
        long[] time = new long[close.length];
        for (int t = 0; t < time.length; t++) {
            time[t] = t;
        }
        return new Bars("test", false, time, close, close, close, close, new double[close.length]);
    }

    static Bars random(Random random, int bars, boolean timed) {
        long[] time = new long[bars];
        double[] open = new double[bars];
        double[] high = new double[bars];
        double[] low = new double[bars];
        double[] close = new double[bars];
        double[] volume = new double[bars];
        double price = 20;
        for (int t = 0; t < bars; t++) {
            time[t] = t == 0 ? -3_000_000_000L : time[t - 1] + 1 + random.nextLong(10_000_000_000L);
            open[t] = price;
            price = Math.max(1, price + random.nextInt(5) - 2);
            close[t] = price;
            high[t] = Math.max(open[t], price) + random.nextInt(2);
            low[t] = Math.min(open[t], price) - random.nextInt(2) * 0.5;
            volume[t] = random.nextInt(4);
        }
        return new Bars("test", timed, time, open, high, low, close, volume);
    }
}
