package dev.winnow.replay.portfolio;

import dev.winnow.replay.signal.VectorWidth;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * A point a lane by the Vector API; the same bits as {@link ScalarLaneKernel}. Two registers go through the bars
 * together, because one alone waits for the chain of its own multiplications; where they hold fewer lanes than the
 * group, the bars are gone through once for each part of it. Shares are positive, so the minimum of their bits is
 * theirs, in one instruction that does not mind NaN.
 */
final class VectorLaneKernel implements LaneKernel {
    private static final VectorSpecies<Double> SPECIES = VectorWidth.DOUBLES;
    private static final VectorSpecies<Long> LONGS = VectorSpecies.of(long.class, SPECIES.vectorShape());
    private static final int WIDTH = SPECIES.length();

    private final VectorLaneMasks low = new VectorLaneMasks();
    private final VectorLaneMasks high = new VectorLaneMasks();

    @Override
    public void sum(LaneSteps steps, LaneGroup group, boolean more) {
        int bars = steps.bars();
        byte[] lowLanes = low.turn(group.held, 0, bars);
        byte[] highLanes = high.turn(group.held, VectorLaneMasks.PLANES, bars);
        int from = steps.fillAtClose ? VectorLaneMasks.FIRST : VectorLaneMasks.FIRST - 1;
        for (int lane = 0; lane < LaneGroup.LANES; lane += 2 * WIDTH) {
            byte[] first = lane < VectorLaneMasks.PLANES ? lowLanes : highLanes;
            byte[] second = lane + WIDTH < VectorLaneMasks.PLANES ? lowLanes : highLanes;
            if (more) {
                sumAll(steps.steps, first, second, from, bars, group, lane);
            } else {
                sumFour(steps.steps, first, second, from, bars, group, lane);
            }
        }
    }

    private static void sumFour(
            double[] steps, byte[] first, byte[] second, int from, int bars, LaneGroup group, int lane) {
        int next = lane + WIDTH;
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        DoubleVector zero = DoubleVector.zero(SPECIES);
        LongVector most = one.reinterpretAsLongs();
        DoubleVector enterA = DoubleVector.fromArray(SPECIES, group.enter, lane);
        DoubleVector enterB = DoubleVector.fromArray(SPECIES, group.enter, next);
        DoubleVector leaveA = DoubleVector.fromArray(SPECIES, group.leave, lane);
        DoubleVector leaveB = DoubleVector.fromArray(SPECIES, group.leave, next);
        DoubleVector growthA = one;
        DoubleVector growthB = one;
        DoubleVector shareA = one;
        DoubleVector shareB = one;
        LongVector worstA = most;
        LongVector worstB = most;
        DoubleVector sum1A = zero;
        DoubleVector sum1B = zero;
        DoubleVector sum2A = zero;
        DoubleVector sum2B = zero;
        VectorMask<Double> beforeA = VectorMask.fromLong(SPECIES, 0);
        VectorMask<Double> beforeB = beforeA;
        for (int t = 0; t < bars; t++) {
            VectorMask<Double> afterA = VectorMask.fromLong(SPECIES, first[from + t] >>> (lane & 7));
            VectorMask<Double> afterB = VectorMask.fromLong(SPECIES, second[from + t] >>> (next & 7));
            DoubleVector a = change(steps, t, beforeA, afterA, enterA, leaveA);
            DoubleVector b = change(steps, t, beforeB, afterB, enterB, leaveB);
            beforeA = afterA;
            beforeB = afterB;
            LongVector bitsA = shareA.fma(a, shareA).reinterpretAsLongs().min(most);
            LongVector bitsB = shareB.fma(b, shareB).reinterpretAsLongs().min(most);
            worstA = worstA.min(bitsA);
            worstB = worstB.min(bitsB);
            shareA = bitsA.reinterpretAsDoubles();
            shareB = bitsB.reinterpretAsDoubles();
            growthA = growthA.fma(a, growthA);
            growthB = growthB.fma(b, growthB);
            sum1A = sum1A.add(a);
            sum1B = sum1B.add(b);
            sum2A = a.fma(a, sum2A);
            sum2B = b.fma(b, sum2B);
        }
        growthA.intoArray(group.growth, lane);
        growthB.intoArray(group.growth, next);
        worstA.reinterpretAsDoubles().intoArray(group.worst, lane);
        worstB.reinterpretAsDoubles().intoArray(group.worst, next);
        sum1A.intoArray(group.sum1, lane);
        sum1B.intoArray(group.sum1, next);
        sum2A.intoArray(group.sum2, lane);
        sum2B.intoArray(group.sum2, next);
    }

    private static void sumAll(
            double[] steps, byte[] first, byte[] second, int from, int bars, LaneGroup group, int lane) {
        int next = lane + WIDTH;
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        DoubleVector zero = DoubleVector.zero(SPECIES);
        LongVector most = one.reinterpretAsLongs();
        DoubleVector enterA = DoubleVector.fromArray(SPECIES, group.enter, lane);
        DoubleVector enterB = DoubleVector.fromArray(SPECIES, group.enter, next);
        DoubleVector leaveA = DoubleVector.fromArray(SPECIES, group.leave, lane);
        DoubleVector leaveB = DoubleVector.fromArray(SPECIES, group.leave, next);
        DoubleVector growthA = one;
        DoubleVector growthB = one;
        DoubleVector shareA = one;
        DoubleVector shareB = one;
        LongVector worstA = most;
        LongVector worstB = most;
        DoubleVector sum1A = zero;
        DoubleVector sum1B = zero;
        DoubleVector sum2A = zero;
        DoubleVector sum2B = zero;
        DoubleVector sum3A = zero;
        DoubleVector sum3B = zero;
        DoubleVector sum4A = zero;
        DoubleVector sum4B = zero;
        DoubleVector downsideA = zero;
        DoubleVector downsideB = zero;
        LongVector belowA = LongVector.zero(LONGS);
        LongVector belowB = belowA;
        LongVector longestA = belowA;
        LongVector longestB = belowA;
        VectorMask<Double> beforeA = VectorMask.fromLong(SPECIES, 0);
        VectorMask<Double> beforeB = beforeA;
        for (int t = 0; t < bars; t++) {
            VectorMask<Double> afterA = VectorMask.fromLong(SPECIES, first[from + t] >>> (lane & 7));
            VectorMask<Double> afterB = VectorMask.fromLong(SPECIES, second[from + t] >>> (next & 7));
            DoubleVector a = change(steps, t, beforeA, afterA, enterA, leaveA);
            DoubleVector b = change(steps, t, beforeB, afterB, enterB, leaveB);
            beforeA = afterA;
            beforeB = afterB;
            LongVector bitsA = shareA.fma(a, shareA).reinterpretAsLongs().min(most);
            LongVector bitsB = shareB.fma(b, shareB).reinterpretAsLongs().min(most);
            worstA = worstA.min(bitsA);
            worstB = worstB.min(bitsB);
            shareA = bitsA.reinterpretAsDoubles();
            shareB = bitsB.reinterpretAsDoubles();
            growthA = growthA.fma(a, growthA);
            growthB = growthB.fma(b, growthB);
            belowA = belowA.add(1).blend(0, atPeak(shareA));
            belowB = belowB.add(1).blend(0, atPeak(shareB));
            longestA = longestA.max(belowA);
            longestB = longestB.max(belowB);
            sum1A = sum1A.add(a);
            sum1B = sum1B.add(b);
            sum2A = a.fma(a, sum2A);
            sum2B = b.fma(b, sum2B);
            DoubleVector squareA = a.mul(a);
            DoubleVector squareB = b.mul(b);
            sum3A = squareA.fma(a, sum3A);
            sum3B = squareB.fma(b, sum3B);
            sum4A = squareA.fma(squareA, sum4A);
            sum4B = squareB.fma(squareB, sum4B);
            downsideA = downsideA.add(squareA, a.compare(VectorOperators.LT, 0));
            downsideB = downsideB.add(squareB, b.compare(VectorOperators.LT, 0));
        }
        growthA.intoArray(group.growth, lane);
        growthB.intoArray(group.growth, next);
        worstA.reinterpretAsDoubles().intoArray(group.worst, lane);
        worstB.reinterpretAsDoubles().intoArray(group.worst, next);
        sum1A.intoArray(group.sum1, lane);
        sum1B.intoArray(group.sum1, next);
        sum2A.intoArray(group.sum2, lane);
        sum2B.intoArray(group.sum2, next);
        sum3A.intoArray(group.sum3, lane);
        sum3B.intoArray(group.sum3, next);
        sum4A.intoArray(group.sum4, lane);
        sum4B.intoArray(group.sum4, next);
        downsideA.intoArray(group.downside, lane);
        downsideB.intoArray(group.downside, next);
        longestA.intoArray(group.drawdownBars, lane);
        longestB.intoArray(group.drawdownBars, next);
    }

    /** The return of bar t, costs included. */
    private static DoubleVector change(
            double[] steps,
            int t,
            VectorMask<Double> before,
            VectorMask<Double> after,
            DoubleVector enter,
            DoubleVector leave) {
        int at = t * LaneSteps.STRIDE;
        DoubleVector less = DoubleVector.broadcast(SPECIES, -1);
        DoubleVector entered = DoubleVector.broadcast(SPECIES, steps[at + 1]).fma(enter, less);
        DoubleVector left = DoubleVector.broadcast(SPECIES, steps[at + 2]).fma(leave, less);
        return DoubleVector.zero(SPECIES).blend(entered, after).blend(left.blend(steps[at], after), before);
    }

    private static VectorMask<Long> atPeak(DoubleVector share) {
        return share.compare(VectorOperators.GE, LaneSteps.BELOW).cast(LONGS);
    }
}
