package dev.winnow.replay.indicator;

import dev.winnow.replay.market.Bars;
import java.util.Arrays;
import java.util.Random;

/** Seeded legal bars and columns for tests. */
final class RandomBars {
    /** 30 minutes, so that a few hundred bars span several UTC days. */
    private static final long STEP_MICROS = 30 * 60 * 1_000_000L;

    private RandomBars() {}

    /** A random walk; some bars are flat, some have no volume, some repeat the close before them. */
    static Bars walk(Random random, int n) {
        long[] time = new long[n];
        double[][] columns = new double[5][n];
        double last = 100;
        for (int t = 0; t < n; t++) {
            time[t] = t * STEP_MICROS;
            double open = last * (1 + 0.002 * random.nextGaussian());
            double close = random.nextInt(10) == 0 ? last : open * Math.exp(0.01 * random.nextGaussian());
            boolean flat = random.nextInt(15) == 0;
            columns[0][t] = flat ? close : open;
            columns[1][t] = flat ? close : Math.max(open, close) * (1 + 0.005 * random.nextDouble());
            columns[2][t] = flat ? close : Math.min(open, close) * (1 - 0.005 * random.nextDouble());
            columns[3][t] = close;
            columns[4][t] = random.nextInt(12) == 0 ? 0 : random.nextInt(1_000_000);
            last = close;
        }
        return new Bars("RANDOM", true, time, columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    /** Every price the same. */
    static Bars constant(int n, double price) {
        long[] time = new long[n];
        double[] prices = new double[n];
        double[] volume = new double[n];
        Arrays.setAll(time, t -> t * STEP_MICROS);
        Arrays.fill(prices, price);
        Arrays.fill(volume, 1000);
        return new Bars("FLAT", true, time, prices, prices, prices, prices, volume);
    }

    /** The first {@code t} bars of one, then those of the other. */
    static Bars splice(Bars past, Bars future, int t) {
        return new Bars(
                past.symbol(),
                true,
                past.time(),
                splice(past.open(), future.open(), t),
                splice(past.high(), future.high(), t),
                splice(past.low(), future.low(), t),
                splice(past.close(), future.close(), t),
                splice(past.volume(), future.volume(), t));
    }

    static double[] splice(double[] past, double[] future, int t) {
        double[] spliced = future.clone();
        System.arraycopy(past, 0, spliced, 0, t);
        return spliced;
    }

    /** A column of positive values. */
    static double[] column(Random random, int n) {
        double[] x = new double[n];
        double level = 50;
        for (int t = 0; t < n; t++) {
            level *= Math.exp(0.02 * random.nextGaussian());
            x[t] = level;
        }
        return x;
    }
}
