package dev.winnow.replay.portfolio;

import dev.winnow.replay.signal.VectorWidth;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * A point a lane by the Vector API; the same bits as {@link ScalarLaneKernel}. Where a register holds fewer lanes than
 * the group, the bars are gone through once for each part of it. Shares and growth are positive, so the minimum of
 * their bits is theirs, in one instruction that does not mind NaN.
 */
final class VectorLaneKernel implements LaneKernel {
    private static final VectorSpecies<Double> SPECIES = VectorWidth.DOUBLES;
    private static final VectorSpecies<Long> LONGS = VectorSpecies.of(long.class, SPECIES.vectorShape());

    private final LaneMasks masks = new LaneMasks();

    @Override
    public void sum(LaneSteps steps, LaneGroup group, boolean more) {
        byte[] held = masks.of(group.held, steps.bars());
        int from = steps.fillAtClose ? LaneMasks.FIRST : LaneMasks.FIRST - 1;
        for (int lane = 0; lane < LaneGroup.LANES; lane += SPECIES.length()) {
            if (more) {
                sumAll(steps.factors, held, from, steps.bars(), group, lane);
            } else {
                sumFour(steps.factors, held, from, steps.bars(), group, lane);
            }
        }
    }

    private static void sumFour(double[] factors, byte[] held, int from, int bars, LaneGroup group, int lane) {
        DoubleVector enter = DoubleVector.fromArray(SPECIES, group.enter, lane);
        DoubleVector leave = DoubleVector.fromArray(SPECIES, group.leave, lane);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        DoubleVector growth = one;
        DoubleVector share = one;
        LongVector worst = one.reinterpretAsLongs();
        DoubleVector sum1 = DoubleVector.zero(SPECIES);
        DoubleVector sum2 = DoubleVector.zero(SPECIES);
        VectorMask<Double> before = VectorMask.fromLong(SPECIES, 0);
        for (int t = 0; t < bars; t++) {
            VectorMask<Double> after = VectorMask.fromLong(SPECIES, held[from + t] >>> lane);
            DoubleVector factor = factor(factors, t, before, after, enter, leave);
            before = after;
            growth = growth.mul(factor);
            LongVector bits = share.mul(factor).reinterpretAsLongs().min(one.reinterpretAsLongs());
            worst = worst.min(bits);
            share = bits.reinterpretAsDoubles();
            DoubleVector r = factor.sub(one);
            sum1 = sum1.add(r);
            sum2 = sum2.add(r.mul(r));
        }
        growth.intoArray(group.growth, lane);
        worst.reinterpretAsDoubles().intoArray(group.worst, lane);
        sum1.intoArray(group.sum1, lane);
        sum2.intoArray(group.sum2, lane);
    }

    private static void sumAll(double[] factors, byte[] held, int from, int bars, LaneGroup group, int lane) {
        DoubleVector enter = DoubleVector.fromArray(SPECIES, group.enter, lane);
        DoubleVector leave = DoubleVector.fromArray(SPECIES, group.leave, lane);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        DoubleVector growth = one;
        DoubleVector share = one;
        LongVector worst = one.reinterpretAsLongs();
        DoubleVector sum1 = DoubleVector.zero(SPECIES);
        DoubleVector sum2 = DoubleVector.zero(SPECIES);
        DoubleVector sum3 = DoubleVector.zero(SPECIES);
        DoubleVector sum4 = DoubleVector.zero(SPECIES);
        DoubleVector downside = DoubleVector.zero(SPECIES);
        LongVector below = LongVector.zero(LONGS);
        LongVector longest = LongVector.zero(LONGS);
        VectorMask<Double> before = VectorMask.fromLong(SPECIES, 0);
        for (int t = 0; t < bars; t++) {
            VectorMask<Double> after = VectorMask.fromLong(SPECIES, held[from + t] >>> lane);
            DoubleVector factor = factor(factors, t, before, after, enter, leave);
            before = after;
            growth = growth.mul(factor);
            LongVector bits = share.mul(factor).reinterpretAsLongs().min(one.reinterpretAsLongs());
            worst = worst.min(bits);
            share = bits.reinterpretAsDoubles();
            VectorMask<Double> atPeak = share.compare(VectorOperators.GE, LaneSteps.BELOW);
            below = below.add(1).blend(0, atPeak.cast(LONGS));
            longest = longest.max(below);
            DoubleVector r = factor.sub(one);
            DoubleVector square = r.mul(r);
            sum1 = sum1.add(r);
            sum2 = sum2.add(square);
            sum3 = sum3.add(square.mul(r));
            sum4 = sum4.add(square.mul(square));
            downside = downside.add(square, r.compare(VectorOperators.LT, 0));
        }
        growth.intoArray(group.growth, lane);
        worst.reinterpretAsDoubles().intoArray(group.worst, lane);
        sum1.intoArray(group.sum1, lane);
        sum2.intoArray(group.sum2, lane);
        sum3.intoArray(group.sum3, lane);
        sum4.intoArray(group.sum4, lane);
        downside.intoArray(group.downside, lane);
        longest.intoArray(group.drawdownBars, lane);
    }

    /** What bar t multiplies the lanes' equity by, costs included. */
    private static DoubleVector factor(
            double[] factors,
            int t,
            VectorMask<Double> before,
            VectorMask<Double> after,
            DoubleVector enter,
            DoubleVector leave) {
        int at = t * LaneSteps.STRIDE;
        DoubleVector flat = DoubleVector.broadcast(SPECIES, 1).blend(factors[at + 1], after);
        DoubleVector open = DoubleVector.broadcast(SPECIES, factors[at + 2]).blend(factors[at], after);
        return flat.blend(open, before).lanewise(VectorOperators.MUL, leave.blend(enter, after), after.xor(before));
    }
}
