package dev.winnow.replay.portfolio;

import dev.winnow.replay.signal.VectorWidth;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * A point a lane by the Vector API; the same bits as {@link ScalarLaneKernel}. Where all points of a group have the same
 * costs, a lane holds its point's positions of 32 bars and is shifted by one from bar to bar, so that its two lowest bits
 * pick the bar's return out of a register of four. Where they have not, or more is asked for than four metrics need,
 * masks choose. Two registers go through the bars together, because one alone waits for the chain of its own
 * multiplications; where they hold fewer lanes than the group, the bars are gone through once for each part of it. Shares
 * are positive, so the minimum of their bits is theirs, in one instruction that does not mind NaN.
 */
final class VectorLaneKernel implements LaneKernel {
    private static final VectorSpecies<Double> SPECIES = VectorWidth.DOUBLES;
    private static final VectorSpecies<Long> LONGS = VectorSpecies.of(long.class, SPECIES.vectorShape());
    private static final int WIDTH = SPECIES.length();

    /** Bars of a lane's window: of a word's 64 positions the last has none behind it. */
    private static final int WINDOW = 32;

    private final VectorLaneMasks low = new VectorLaneMasks();
    private final VectorLaneMasks high = new VectorLaneMasks();

    /** The steps with the costs of a group whose points all have the same. */
    private double[] priced = {};

    private double pricedEnter = Double.NaN;
    private double pricedLeave = Double.NaN;
    private double[] pricedFrom = {};

    @Override
    public void sum(LaneSteps steps, LaneGroup group, boolean more) {
        if (more || group.mixed()) {
            sumByMasks(steps, group, more);
            return;
        }
        double[] priced = priced(steps, group.enter[0], group.leave[0]);
        // from a bar's fills back to the decision before
        int back = steps.fillAtClose ? 1 : 2;
        for (int lane = 0; lane < LaneGroup.LANES; lane += 2 * WIDTH) {
            sumSame(priced, steps.bars(), back, group, lane);
        }
    }

    private void sumByMasks(LaneSteps steps, LaneGroup group, boolean more) {
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
                sumMixed(steps.steps, first, second, from, bars, group, lane);
            }
        }
    }

    /** The steps with costs. */
    @SuppressWarnings("ReferenceEquality")
    private double[] priced(LaneSteps steps, double enter, double leave) {
        double[] from = steps.steps;
        if (from != pricedFrom || enter != pricedEnter || leave != pricedLeave) {
            if (priced.length < from.length) {
                priced = new double[from.length];
            }
            steps.price(enter, leave, priced);
            pricedFrom = from;
            pricedEnter = enter;
            pricedLeave = leave;
        }
        return priced;
    }

    /**
     * The sums that all ask for, at the same costs for all points. By {@code lanewise}, which is called from here: the
     * short names call it from one place for everybody, and where others use registers of other widths the compiler leaves
     * the call as it is.
     */
    private static void sumSame(double[] priced, int bars, int back, LaneGroup group, int lane) {
        int laneB = lane + WIDTH;
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        DoubleVector zero = DoubleVector.zero(SPECIES);
        LongVector most = one.reinterpretAsLongs();
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
        LongVector a = LongVector.zero(LONGS);
        LongVector b = a;
        for (int t = 0; t < bars; t++) {
            if ((t & WINDOW - 1) == 0) {
                // written out: where a call is left on this rare path, registers are objects all through the loop
                int place = LaneGroup.place((t - back) >> 6, lane);
                int shift = (t - back) & (Long.SIZE - 1);
                a = LongVector.fromArray(LONGS, group.held, place)
                        .lanewise(VectorOperators.LSHR, shift)
                        .lanewise(
                                VectorOperators.OR,
                                LongVector.fromArray(LONGS, group.held, place + LaneGroup.LANES)
                                        .lanewise(VectorOperators.LSHL, Long.SIZE - shift));
                b = LongVector.fromArray(LONGS, group.held, place + WIDTH)
                        .lanewise(VectorOperators.LSHR, shift)
                        .lanewise(
                                VectorOperators.OR,
                                LongVector.fromArray(LONGS, group.held, place + WIDTH + LaneGroup.LANES)
                                        .lanewise(VectorOperators.LSHL, Long.SIZE - shift));
            }
            DoubleVector returnA = pick(priced, t, a);
            DoubleVector returnB = pick(priced, t, b);
            a = a.lanewise(VectorOperators.LSHR, 1);
            b = b.lanewise(VectorOperators.LSHR, 1);
            LongVector bitsA = shareA.lanewise(VectorOperators.FMA, returnA, shareA)
                    .reinterpretAsLongs()
                    .lanewise(VectorOperators.MIN, most);
            LongVector bitsB = shareB.lanewise(VectorOperators.FMA, returnB, shareB)
                    .reinterpretAsLongs()
                    .lanewise(VectorOperators.MIN, most);
            worstA = worstA.lanewise(VectorOperators.MIN, bitsA);
            worstB = worstB.lanewise(VectorOperators.MIN, bitsB);
            shareA = bitsA.reinterpretAsDoubles();
            shareB = bitsB.reinterpretAsDoubles();
            growthA = growthA.lanewise(VectorOperators.FMA, returnA, growthA);
            growthB = growthB.lanewise(VectorOperators.FMA, returnB, growthB);
            sum1A = sum1A.lanewise(VectorOperators.ADD, returnA);
            sum1B = sum1B.lanewise(VectorOperators.ADD, returnB);
            sum2A = returnA.lanewise(VectorOperators.FMA, returnA, sum2A);
            sum2B = returnB.lanewise(VectorOperators.FMA, returnB, sum2B);
        }
        growthA.intoArray(group.growth, lane);
        growthB.intoArray(group.growth, laneB);
        worstA.reinterpretAsDoubles().intoArray(group.worst, lane);
        worstB.reinterpretAsDoubles().intoArray(group.worst, laneB);
        sum1A.intoArray(group.sum1, lane);
        sum1B.intoArray(group.sum1, laneB);
        sum2A.intoArray(group.sum2, lane);
        sum2B.intoArray(group.sum2, laneB);
    }

    /** The return of bar t, costs included, that the two lowest bits of each lane stand for. */
    private static DoubleVector pick(double[] priced, int t, LongVector window) {
        int at = t * LaneSteps.STRIDE;
        if (WIDTH >= LaneSteps.STRIDE) {
            return window.lanewise(VectorOperators.AND, LaneSteps.STRIDE - 1)
                    .selectFrom(DoubleVector.fromArray(SPECIES, priced, at).reinterpretAsLongs())
                    .reinterpretAsDoubles();
        }
        VectorMask<Double> before = window.and(1).compare(VectorOperators.NE, 0).cast(SPECIES);
        VectorMask<Double> after = window.and(2).compare(VectorOperators.NE, 0).cast(SPECIES);
        DoubleVector flat = DoubleVector.zero(SPECIES).blend(priced[at + LaneSteps.ENTERED], after);
        DoubleVector held =
                DoubleVector.broadcast(SPECIES, priced[at + LaneSteps.LEFT]).blend(priced[at + LaneSteps.HELD], after);
        return flat.blend(held, before);
    }

    /** The sums that all ask for, with costs of each point's own. */
    private static void sumMixed(
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

    /** All sums, at any costs. */
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
        DoubleVector entered =
                DoubleVector.broadcast(SPECIES, steps[at + LaneSteps.ENTERED]).fma(enter, less);
        DoubleVector left =
                DoubleVector.broadcast(SPECIES, steps[at + LaneSteps.LEFT]).fma(leave, less);
        return DoubleVector.zero(SPECIES)
                .blend(entered, after)
                .blend(left.blend(steps[at + LaneSteps.HELD], after), before);
    }

    private static VectorMask<Long> atPeak(DoubleVector share) {
        return share.compare(VectorOperators.GE, LaneSteps.BELOW).cast(LONGS);
    }
}
