package dev.winnow.replay.portfolio;

import dev.winnow.replay.signal.VectorWidth;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * By the Vector API. Bars behind the last may be looked at too, where there are some: what they touch is not counted. How
 * many bars there are cannot be foreseen, so that a branch for every register of them would cost more than it saves.
 */
final class VectorStopScan implements StopScan {
    private static final VectorSpecies<Double> SPECIES = VectorWidth.DOUBLES;
    private static final VectorSpecies<Long> LONGS = VectorSpecies.of(long.class, SPECIES.vectorShape());
    private static final int WIDTH = SPECIES.length();
    private static final VectorShuffle<Long> LAST = VectorShuffle.fromOp(LONGS, i -> WIDTH - 1);
    private static final VectorShuffle<Long> BACK_1 = VectorShuffle.fromOp(LONGS, i -> Math.max(0, i - 1));
    private static final VectorShuffle<Long> BACK_2 = VectorShuffle.fromOp(LONGS, i -> Math.max(0, i - 2));
    private static final VectorShuffle<Long> BACK_4 = VectorShuffle.fromOp(LONGS, i -> Math.max(0, i - 4));

    /** Bars that are looked at without a branch between them, a bit of a word each. */
    private static final int TOGETHER = 32;

    private final ScalarStopScan scalar = new ScalarStopScan();

    @Override
    public int leaves(double[] high, double[] low, int from, int to, double floor, double ceiling) {
        int whole = low.length - TOGETHER;
        int t = from;
        for (; t < to & t <= whole; t += TOGETHER) {
            long out = 0;
            for (int i = 0; i < TOGETHER; i += WIDTH) {
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
        // prices are positive, so their bits order as they do, and the complements of the bits the other way round
        long flip = side > 0 ? 0 : -1;
        LongVector most = LongVector.broadcast(LONGS, Double.doubleToRawLongBits(best) ^ flip);
        VectorMask<Long> first = VectorMask.fromLong(LONGS, 1);
        int t = from;
        for (; t < to & t <= whole; t += WIDTH) {
            DoubleVector good = DoubleVector.fromArray(SPECIES, favourable, t);
            DoubleVector price = DoubleVector.fromArray(SPECIES, adverse, t).mul(side);
            LongVector until = good.reinterpretAsLongs().lanewise(VectorOperators.XOR, flip);
            until = until.max(until.rearrange(BACK_1));
            until = WIDTH > 2 ? until.max(until.rearrange(BACK_2)) : until;
            until = (WIDTH > 4 ? until.max(until.rearrange(BACK_4)) : until).max(most);
            // a bar's own best counts from the next bar on
            DoubleVector earlier = until.rearrange(BACK_1)
                    .blend(most, first)
                    .lanewise(VectorOperators.XOR, flip)
                    .reinterpretAsDoubles();
            VectorMask<Double> out = price.compare(VectorOperators.LE, earlier.mul(side * trail))
                    .or(price.compare(VectorOperators.LE, side * stop))
                    .or(good.mul(side).compare(VectorOperators.GE, side * target));
            if (out.anyTrue()) {
                return Math.min(to, t + out.firstTrue());
            }
            most = until.rearrange(LAST);
        }
        if (t >= to) {
            return to;
        }
        double reached = best;
        for (int b = from; b < t; b++) {
            reached = side > 0 ? Math.max(reached, favourable[b]) : Math.min(reached, favourable[b]);
        }
        return scalar.trails(adverse, favourable, t, to, side, reached, trail, stop, target);
    }
}
