package dev.winnow.replay.portfolio;

import dev.winnow.replay.signal.VectorWidth;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * As many bars a step as a register holds. Bars behind the last may be looked at too, where there are some: what they
 * touch is not counted.
 */
final class VectorStopScan implements StopScan {
    private static final VectorSpecies<Double> SPECIES = VectorWidth.DOUBLES;
    private static final int WIDTH = SPECIES.length();
    private static final VectorShuffle<Double> LAST = VectorShuffle.fromOp(SPECIES, i -> WIDTH - 1);
    private static final VectorShuffle<Double> BACK_1 = VectorShuffle.fromOp(SPECIES, i -> Math.max(0, i - 1));
    private static final VectorShuffle<Double> BACK_2 = VectorShuffle.fromOp(SPECIES, i -> Math.max(0, i - 2));
    private static final VectorShuffle<Double> BACK_4 = VectorShuffle.fromOp(SPECIES, i -> Math.max(0, i - 4));

    private final ScalarStopScan scalar = new ScalarStopScan();

    @Override
    public int leaves(double[] high, double[] low, int from, int to, double floor, double ceiling) {
        int whole = low.length - 32;
        int t = from;
        // how many bars there are cannot be foreseen, so that a branch for every register of them costs more than it
        // saves
        for (; t < to & t <= whole; t += 32) {
            long out = 0;
            for (int i = 0; i < 32; i += WIDTH) {
                out |= DoubleVector.fromArray(SPECIES, low, t + i)
                                .compare(VectorOperators.LE, floor)
                                .or(DoubleVector.fromArray(SPECIES, high, t + i).compare(VectorOperators.GE, ceiling))
                                .toLong()
                        << i;
            }
            if (out != 0) {
                return Math.min(to, t + Long.numberOfTrailingZeros(out));
            }
        }
        return t < to ? scalar.leaves(high, low, t, to, floor, ceiling) : to;
    }

    @Override
    public int trails(
            double[] adverse,
            double[] favourable,
            int from,
            int to,
            int side,
            double best,
            double trail,
            double stop,
            double target) {
        int whole = adverse.length - WIDTH;
        DoubleVector most = DoubleVector.broadcast(SPECIES, best);
        VectorMask<Double> first = VectorMask.fromLong(SPECIES, 1);
        int t = from;
        for (; t < to & t <= whole; t += WIDTH) {
            DoubleVector worst = DoubleVector.fromArray(SPECIES, adverse, t).mul(side);
            DoubleVector good = DoubleVector.fromArray(SPECIES, favourable, t).mul(side);
            DoubleVector until = greater(good, good.rearrange(BACK_1));
            until = WIDTH > 2 ? greater(until, until.rearrange(BACK_2)) : until;
            until = WIDTH > 4 ? greater(until, until.rearrange(BACK_4)) : until;
            until = greater(until, most);
            // a bar's own best counts from the next bar on
            DoubleVector earlier = until.rearrange(BACK_1).blend(most, first);
            VectorMask<Double> out = worst.compare(VectorOperators.LE, earlier.mul(trail))
                    .or(worst.compare(VectorOperators.LE, stop))
                    .or(good.compare(VectorOperators.GE, target));
            if (out.anyTrue()) {
                return Math.min(to, t + out.firstTrue());
            }
            most = until.rearrange(LAST);
        }
        double bestBefore = best;
        for (int b = from; b < t & t < to; b++) {
            bestBefore = Math.max(bestBefore, side * favourable[b]);
        }
        return scalar.trails(adverse, favourable, t, to, side, bestBefore, trail, stop, target);
    }

    private static DoubleVector greater(DoubleVector a, DoubleVector b) {
        return a.blend(b, b.compare(VectorOperators.GT, a));
    }
}
