package dev.winnow.replay.portfolio;

import dev.winnow.replay.market.Bars;
import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.DecisionPlanes;
import java.util.random.RandomGenerator;

/** Bars, planes and settings at random, for differential tests. */
public final class RandomMarket {
    private RandomMarket() {}

    public static Bars bars(RandomGenerator random, int n) {
        long[] time = new long[n];
        double[][] c = new double[5][n];
        double volatility = random.nextInt(4) == 0 ? 0.1 : 0.01;
        double price = 100;
        for (int t = 0; t < n; t++) {
            time[t] = t;
            double open = price * Math.exp(volatility / 3 * random.nextGaussian());
            double close = random.nextInt(10) == 0 ? open : open * Math.exp(volatility * random.nextGaussian());
            // whole prices now and then, so that levels are met exactly
            if (random.nextInt(5) == 0) {
                open = Math.max(1, Math.rint(open));
                close = Math.max(1, Math.rint(close));
            }
            c[0][t] = open;
            c[3][t] = close;
            c[1][t] = Math.max(open, close) * (1 + Math.abs(volatility * random.nextGaussian()));
            c[2][t] = Math.min(open, close) / (1 + Math.abs(volatility * random.nextGaussian()));
            c[4][t] = random.nextInt(1000);
            price = close;
        }
        return new Bars("RANDOM", false, time, c[0], c[1], c[2], c[3], c[4]);
    }

    static DecisionPlanes planes(RandomGenerator random, int n, boolean shorts) {
        // a few bars of all now and then, else a share of them
        double density = random.nextInt(4) == 0 ? (1.0 + random.nextInt(8)) / n : Math.pow(10, -random.nextInt(4)) / 2;
        return new DecisionPlanes(
                n,
                plane(random, n, density),
                plane(random, n, density),
                shorts ? plane(random, n, density) : DecisionPlanes.absent(n),
                shorts ? plane(random, n, density) : DecisionPlanes.absent(n));
    }

    private static long[] plane(RandomGenerator random, int n, double density) {
        long[] plane = DecisionPlanes.absent(n);
        for (int t = 0; t < n; t++) {
            if (random.nextDouble() < density) {
                BitPlanes.set(plane, t);
            }
        }
        return plane;
    }

    public static Execution execution(RandomGenerator random) {
        boolean simple = random.nextInt(3) == 0;
        double none = Double.NaN;
        return new Execution(
                10_000,
                random.nextBoolean(),
                maybe(random, 0, 0.001),
                simple ? 0 : maybe(random, 0, 5),
                maybe(random, 0, 0.0005),
                simple ? 1 : maybe(random, 1, 0.7),
                simple ? none : maybe(random, none, random.nextBoolean() ? 1 : 7.5),
                simple ? none : maybe(random, none, 0.005 + 0.1 * random.nextDouble()),
                simple ? none : maybe(random, none, 0.005 + 0.1 * random.nextDouble()),
                simple ? none : maybe(random, none, 0.005 + 0.1 * random.nextDouble()),
                simple ? 0 : maybe(random, 0, 0.05),
                maybe(random, 0, 0.02),
                252);
    }

    private static double maybe(RandomGenerator random, double off, double on) {
        return random.nextBoolean() ? off : on;
    }
}
