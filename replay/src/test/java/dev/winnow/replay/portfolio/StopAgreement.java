package dev.winnow.replay.portfolio;

import dev.winnow.replay.market.Bars;
import dev.winnow.replay.signal.VectorWidth;
import java.util.SplittableRandom;

/** Compares the twins that look for touched levels, in a process of its own for each lane width. */
final class StopAgreement {
    private StopAgreement() {}

    /** Prints the lane width, or fails with the first search whose ends differ. */
    public static void main(String[] args) {
        String difference = difference();
        if (!difference.isEmpty()) {
            System.out.println(difference);
            System.exit(1);
        }
        System.out.println(VectorWidth.DOUBLES.vectorBitSize() + " bits agree");
    }

    static String difference() {
        ScalarStopScan scalar = new ScalarStopScan();
        VectorStopScan vector = new VectorStopScan();
        for (int seed = 0; seed < 5_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(200);
            Bars bars = RandomMarket.bars(random, n);
            int from = random.nextInt(n);
            int to = from + random.nextInt(n - from + 1);
            int side = random.nextBoolean() ? 1 : -1;
            double entry = bars.open()[from];
            double stop = level(random, entry, -side);
            double target = level(random, entry, side);
            double trail = 1 - side * 0.03 * random.nextDouble();
            double[] adverse = side > 0 ? bars.low() : bars.high();
            double[] favourable = side > 0 ? bars.high() : bars.low();
            int leaves =
                    scalar.leaves(bars.high(), bars.low(), from, to, Math.min(stop, target), Math.max(stop, target));
            int trails = scalar.trails(adverse, favourable, from, to, side, entry, trail, stop, target);
            if (leaves
                            != vector.leaves(
                                    bars.high(), bars.low(), from, to, Math.min(stop, target), Math.max(stop, target))
                    || trails != vector.trails(adverse, favourable, from, to, side, entry, trail, stop, target)) {
                return "seed " + seed + ", bars " + from + " to " + to + " of " + n + ", side " + side;
            }
        }
        return "";
    }

    /** A price on one side of the entry, met exactly now and then, or none that can be reached. */
    private static double level(SplittableRandom random, double entry, int direction) {
        if (random.nextInt(3) == 0) {
            return direction * Double.POSITIVE_INFINITY;
        }
        double level = entry * (1 + direction * 0.1 * random.nextDouble());
        return random.nextInt(5) == 0 ? Math.rint(level) : level;
    }
}
