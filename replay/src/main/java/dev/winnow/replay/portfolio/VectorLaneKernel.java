package dev.winnow.replay.portfolio;

import dev.winnow.replay.signal.VectorWidth;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * A point a lane by the Vector API; the same bits as {@link ScalarLaneKernel}. A lane holds its point's positions of 32
 * bars and is shifted by one from bar to bar, so that its two lowest bits pick the bar's return out of a register of
 * four. Registers go through the bars together, because one alone waits for the chain of its own multiplications; where
 * they hold fewer lanes than the group, the bars are gone through once for each part of it. Shares are positive, so the
 * minimum of their bits is theirs, in one instruction that does not mind NaN.
 */
final class VectorLaneKernel implements LaneKernel {
    private static final VectorSpecies<Double> SPECIES = VectorWidth.DOUBLES;
    private static final VectorSpecies<Long> LONGS = VectorSpecies.of(long.class, SPECIES.vectorShape());
    private static final int WIDTH = SPECIES.length();

    /** Bars of a lane's window: of a word's 64 positions the last has none behind it. */
    private static final int WINDOW = 32;

    /** The steps with the costs of a group whose points all have the same. */
    private double[] priced = {};

    private double pricedEnter = Double.NaN;
    private double pricedLeave = Double.NaN;
    private double[] pricedFrom = {};

    @Override
    public void sum(LaneSteps steps, LaneGroup group, boolean more) {
        // from a bar's fills back to the decision before
        int back = steps.fillAtClose ? 1 : 2;
        int bars = steps.bars();
        if (group.mixed()) {
            for (int lane = 0; lane < LaneGroup.LANES; lane += 2 * WIDTH) {
                sumMixed(steps.steps, bars, back, group, lane, more);
            }
        } else {
            double[] priced = priced(steps, group.enter[0], group.leave[0]);
            for (int lane = 0; lane < LaneGroup.LANES; lane += 4 * WIDTH) {
                sumSame(priced, bars, back, group, lane);
            }
            for (int lane = 0; more & lane < LaneGroup.LANES; lane += 2 * WIDTH) {
                sumMore(priced, bars, back, group, lane);
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

    /** The sums that all ask for, at the same costs for all points, four registers at a time. */
    private static void sumSame(double[] priced, int bars, int back, LaneGroup group, int lane) {
        int laneB = lane + WIDTH;
        int laneC = lane + 2 * WIDTH;
        int laneD = lane + 3 * WIDTH;
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        DoubleVector zero = DoubleVector.zero(SPECIES);
        LongVector most = one.reinterpretAsLongs();
        DoubleVector growthA = one;
        DoubleVector growthB = one;
        DoubleVector growthC = one;
        DoubleVector growthD = one;
        DoubleVector shareA = one;
        DoubleVector shareB = one;
        DoubleVector shareC = one;
        DoubleVector shareD = one;
        LongVector worstA = most;
        LongVector worstB = most;
        LongVector worstC = most;
        LongVector worstD = most;
        DoubleVector sum1A = zero;
        DoubleVector sum1B = zero;
        DoubleVector sum1C = zero;
        DoubleVector sum1D = zero;
        DoubleVector sum2A = zero;
        DoubleVector sum2B = zero;
        DoubleVector sum2C = zero;
        DoubleVector sum2D = zero;
        for (int from = 0; from < bars; from += WINDOW) {
            LongVector a = window(group.held, from, lane, back);
            LongVector b = window(group.held, from, laneB, back);
            LongVector c = window(group.held, from, laneC, back);
            LongVector d = window(group.held, from, laneD, back);
            int to = Math.min(bars, from + WINDOW);
            for (int t = from; t < to; t++) {
                DoubleVector returnA = pick(priced, t, a);
                DoubleVector returnB = pick(priced, t, b);
                DoubleVector returnC = pick(priced, t, c);
                DoubleVector returnD = pick(priced, t, d);
                a = a.lanewise(VectorOperators.LSHR, 1);
                b = b.lanewise(VectorOperators.LSHR, 1);
                c = c.lanewise(VectorOperators.LSHR, 1);
                d = d.lanewise(VectorOperators.LSHR, 1);
                LongVector bitsA =
                        shareA.fma(returnA, shareA).reinterpretAsLongs().min(most);
                LongVector bitsB =
                        shareB.fma(returnB, shareB).reinterpretAsLongs().min(most);
                LongVector bitsC =
                        shareC.fma(returnC, shareC).reinterpretAsLongs().min(most);
                LongVector bitsD =
                        shareD.fma(returnD, shareD).reinterpretAsLongs().min(most);
                worstA = worstA.min(bitsA);
                worstB = worstB.min(bitsB);
                worstC = worstC.min(bitsC);
                worstD = worstD.min(bitsD);
                shareA = bitsA.reinterpretAsDoubles();
                shareB = bitsB.reinterpretAsDoubles();
                shareC = bitsC.reinterpretAsDoubles();
                shareD = bitsD.reinterpretAsDoubles();
                growthA = growthA.fma(returnA, growthA);
                growthB = growthB.fma(returnB, growthB);
                growthC = growthC.fma(returnC, growthC);
                growthD = growthD.fma(returnD, growthD);
                sum1A = sum1A.add(returnA);
                sum1B = sum1B.add(returnB);
                sum1C = sum1C.add(returnC);
                sum1D = sum1D.add(returnD);
                sum2A = returnA.fma(returnA, sum2A);
                sum2B = returnB.fma(returnB, sum2B);
                sum2C = returnC.fma(returnC, sum2C);
                sum2D = returnD.fma(returnD, sum2D);
            }
        }
        growthA.intoArray(group.growth, lane);
        growthB.intoArray(group.growth, laneB);
        growthC.intoArray(group.growth, laneC);
        growthD.intoArray(group.growth, laneD);
        worstA.reinterpretAsDoubles().intoArray(group.worst, lane);
        worstB.reinterpretAsDoubles().intoArray(group.worst, laneB);
        worstC.reinterpretAsDoubles().intoArray(group.worst, laneC);
        worstD.reinterpretAsDoubles().intoArray(group.worst, laneD);
        sum1A.intoArray(group.sum1, lane);
        sum1B.intoArray(group.sum1, laneB);
        sum1C.intoArray(group.sum1, laneC);
        sum1D.intoArray(group.sum1, laneD);
        sum2A.intoArray(group.sum2, lane);
        sum2B.intoArray(group.sum2, laneB);
        sum2C.intoArray(group.sum2, laneC);
        sum2D.intoArray(group.sum2, laneD);
    }

    /** The same with costs of each point's own, two registers at a time. */
    private static void sumMixed(double[] steps, int bars, int back, LaneGroup group, int lane, boolean more) {
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
        for (int from = 0; from < bars; from += WINDOW) {
            LongVector windowA = window(group.held, from, lane, back);
            LongVector windowB = window(group.held, from, next, back);
            int to = Math.min(bars, from + WINDOW);
            for (int t = from; t < to; t++) {
                windowA = windowA.lanewise(VectorOperators.LSHR, 1);
                windowB = windowB.lanewise(VectorOperators.LSHR, 1);
                VectorMask<Double> afterA = held(windowA);
                VectorMask<Double> afterB = held(windowB);
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
                if (more) {
                    belowA = belowA.add(1)
                            .blend(
                                    0,
                                    shareA.compare(VectorOperators.GE, LaneSteps.BELOW)
                                            .cast(LONGS));
                    belowB = belowB.add(1)
                            .blend(
                                    0,
                                    shareB.compare(VectorOperators.GE, LaneSteps.BELOW)
                                            .cast(LONGS));
                    longestA = longestA.max(belowA);
                    longestB = longestB.max(belowB);
                    DoubleVector squareA = a.mul(a);
                    DoubleVector squareB = b.mul(b);
                    sum3A = squareA.fma(a, sum3A);
                    sum3B = squareB.fma(b, sum3B);
                    sum4A = squareA.fma(squareA, sum4A);
                    sum4B = squareB.fma(squareB, sum4B);
                    downsideA = downsideA.add(squareA, a.compare(VectorOperators.LT, 0));
                    downsideB = downsideB.add(squareB, b.compare(VectorOperators.LT, 0));
                }
            }
        }
        growthA.intoArray(group.growth, lane);
        growthB.intoArray(group.growth, next);
        worstA.reinterpretAsDoubles().intoArray(group.worst, lane);
        worstB.reinterpretAsDoubles().intoArray(group.worst, next);
        sum1A.intoArray(group.sum1, lane);
        sum1B.intoArray(group.sum1, next);
        sum2A.intoArray(group.sum2, lane);
        sum2B.intoArray(group.sum2, next);
        if (more) {
            sum3A.intoArray(group.sum3, lane);
            sum3B.intoArray(group.sum3, next);
            sum4A.intoArray(group.sum4, lane);
            sum4B.intoArray(group.sum4, next);
            downsideA.intoArray(group.downside, lane);
            downsideB.intoArray(group.downside, next);
            longestA.intoArray(group.drawdownBars, lane);
            longestB.intoArray(group.drawdownBars, next);
        }
    }

    /** The sums that few ask for, in a pass of their own. */
    private static void sumMore(double[] steps, int bars, int back, LaneGroup group, int lane) {
        int next = lane + WIDTH;
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        DoubleVector zero = DoubleVector.zero(SPECIES);
        LongVector most = one.reinterpretAsLongs();
        DoubleVector shareA = one;
        DoubleVector shareB = one;
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
        for (int from = 0; from < bars; from += WINDOW) {
            LongVector windowA = window(group.held, from, lane, back);
            LongVector windowB = window(group.held, from, next, back);
            int to = Math.min(bars, from + WINDOW);
            for (int t = from; t < to; t++) {
                DoubleVector a = pick(steps, t, windowA);
                DoubleVector b = pick(steps, t, windowB);
                windowA = windowA.lanewise(VectorOperators.LSHR, 1);
                windowB = windowB.lanewise(VectorOperators.LSHR, 1);
                shareA = shareA.fma(a, shareA).reinterpretAsLongs().min(most).reinterpretAsDoubles();
                shareB = shareB.fma(b, shareB).reinterpretAsLongs().min(most).reinterpretAsDoubles();
                belowA = belowA.add(1)
                        .blend(
                                0,
                                shareA.compare(VectorOperators.GE, LaneSteps.BELOW)
                                        .cast(LONGS));
                belowB = belowB.add(1)
                        .blend(
                                0,
                                shareB.compare(VectorOperators.GE, LaneSteps.BELOW)
                                        .cast(LONGS));
                longestA = longestA.max(belowA);
                longestB = longestB.max(belowB);
                DoubleVector squareA = a.mul(a);
                DoubleVector squareB = b.mul(b);
                sum3A = squareA.fma(a, sum3A);
                sum3B = squareB.fma(b, sum3B);
                sum4A = squareA.fma(squareA, sum4A);
                sum4B = squareB.fma(squareB, sum4B);
                downsideA = downsideA.add(squareA, a.compare(VectorOperators.LT, 0));
                downsideB = downsideB.add(squareB, b.compare(VectorOperators.LT, 0));
            }
        }
        sum3A.intoArray(group.sum3, lane);
        sum3B.intoArray(group.sum3, next);
        sum4A.intoArray(group.sum4, lane);
        sum4B.intoArray(group.sum4, next);
        downsideA.intoArray(group.downside, lane);
        downsideB.intoArray(group.downside, next);
        longestA.intoArray(group.drawdownBars, lane);
        longestB.intoArray(group.drawdownBars, next);
    }

    /**
     * Positions of a register of lanes from the bar before {@code from} on, after the fills of each bar: bit i is bar
     * from - 1 + i.
     */
    private static LongVector window(long[] held, int from, int lane, int back) {
        int at = LaneGroup.place(from >>> 6, lane);
        LongVector words = LongVector.fromArray(LONGS, held, at);
        if ((from & WINDOW) != 0) {
            return words.lanewise(VectorOperators.LSHR, WINDOW - back);
        }
        return words.lanewise(VectorOperators.LSHL, back)
                .or(LongVector.fromArray(LONGS, held, at - LaneGroup.LANES)
                        .lanewise(VectorOperators.LSHR, Long.SIZE - back));
    }

    /** The return of bar t, costs included, that the two lowest bits of each lane stand for. */
    private static DoubleVector pick(double[] priced, int t, LongVector window) {
        int at = t * LaneSteps.STRIDE;
        if (WIDTH >= LaneSteps.STRIDE) {
            return window.and(LaneSteps.STRIDE - 1)
                    .selectFrom(DoubleVector.fromArray(SPECIES, priced, at).reinterpretAsLongs())
                    .reinterpretAsDoubles();
        }
        VectorMask<Double> after = held(window.lanewise(VectorOperators.LSHR, 1));
        DoubleVector flat = DoubleVector.zero(SPECIES).blend(priced[at + LaneSteps.ENTERED], after);
        DoubleVector held =
                DoubleVector.broadcast(SPECIES, priced[at + LaneSteps.LEFT]).blend(priced[at + LaneSteps.HELD], after);
        return flat.blend(held, held(window));
    }

    /** The lanes whose lowest bit is set. */
    private static VectorMask<Double> held(LongVector window) {
        return window.and(1).compare(VectorOperators.NE, 0).cast(SPECIES);
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
}
