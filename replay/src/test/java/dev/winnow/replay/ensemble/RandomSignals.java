package dev.winnow.replay.ensemble;

import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.DecisionPlanes;
import dev.winnow.replay.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Signals, weights and levels at random, with ties. */
public final class RandomSignals {
    private RandomSignals() {}

    /** Up to seven signals: planes alone, scores alone, or both. */
    public static List<Signal> signals(RandomGenerator random, int bars) {
        int kind = random.nextInt(3);
        List<Signal> signals = new ArrayList<>();
        int count = 1 + random.nextInt(7);
        for (int i = 0; i < count; i++) {
            boolean planes = kind == 0 || (kind == 1 && random.nextBoolean());
            signals.add(planes ? planes(random, bars) : score(random, bars));
        }
        return signals;
    }

    static Signal planes(RandomGenerator random, int bars) {
        double density = Math.pow(10, -random.nextInt(4)) / 2;
        boolean shorts = random.nextBoolean();
        return new Signal.Planes(new DecisionPlanes(
                bars,
                plane(random, bars, density),
                plane(random, bars, density),
                plane(random, bars, shorts ? density : 0),
                plane(random, bars, shorts ? density : 0)));
    }

    static Signal score(RandomGenerator random, int bars) {
        double[] column = new double[bars];
        boolean ties = random.nextBoolean();
        for (int t = 0; t < bars; t++) {
            double value = 1.5 * random.nextGaussian();
            column[t] = random.nextInt(9) == 0 ? Double.NaN : ties ? Math.rint(value * 4) / 4 : value;
        }
        return Signal.Score.of(column);
    }

    static long[] plane(RandomGenerator random, int bars, double density) {
        long[] plane = DecisionPlanes.absent(bars);
        for (int t = 0; t < bars; t++) {
            if (random.nextDouble() < density) {
                BitPlanes.set(plane, t);
            }
        }
        return plane;
    }

    /** Multiples of 1/4 now and then, so that sums meet levels exactly. */
    static double[] weights(RandomGenerator random, int signals) {
        boolean ties = random.nextBoolean();
        double[] weights = new double[signals];
        for (int i = 0; i < signals; i++) {
            weights[i] = ties ? random.nextInt(-2, 3) / 4.0 : random.nextDouble(-1, 1);
        }
        return weights;
    }

    static double[] close(RandomGenerator random, int bars) {
        double[] close = new double[bars];
        double price = 100;
        for (int t = 0; t < bars; t++) {
            price *= random.nextInt(4) == 0 ? 1 : Math.exp(0.02 * random.nextGaussian());
            close[t] = price;
        }
        return close;
    }
}
