package dev.winnow.replay.portfolio;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Eight bars a step by the Vector API; the same bits as {@link ScalarHoldKernel}. */
final class VectorHoldKernel implements HoldKernel {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_512;
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_512;
    private static final VectorShuffle<Long> BACK_1 = VectorShuffle.fromValues(LONGS, 0, 0, 1, 2, 3, 4, 5, 6);
    private static final VectorShuffle<Long> BACK_2 = VectorShuffle.fromValues(LONGS, 0, 0, 0, 1, 2, 3, 4, 5);
    private static final VectorShuffle<Long> BACK_4 = VectorShuffle.fromValues(LONGS, 0, 0, 0, 0, 0, 1, 2, 3);
    private static final VectorShuffle<Long> LAST = VectorShuffle.fromValues(LONGS, 7, 7, 7, 7, 7, 7, 7, 7);
    /** More than rounding can do to a product. */
    private static final double ROUNDING = 1 + 1e-15;

    private static final long[] BACK = {0, 0, 1, 2, 3, 4, 5, 6};
    private static final long[] STRETCH = stretches();
    /** Of every byte: bits in the longest run that are set. */
    private static final byte[] RUNS = runs();

    private static final int ALL = (1 << HoldSums.LANES) - 1;

    private static final long NO_EQUITY = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);

    @Override
    public boolean sum(double[] close, Stretches stretches, HoldSums sums) {
        int bars = stretches.bars;
        // nothing is held before the first bar
        if (!sums.add(close, stretches, Math.min(1, bars))) {
            return false;
        }
        while (sums.bar + HoldSums.LANES <= bars) {
            // equity stands still where nothing is held
            int end = sums.shift == 0 ? stretches.still(sums.bar, sums.stretch) : bars;
            if (end > sums.bar) {
                sum(close, stretches, sums, end);
            }
            if (end < bars) {
                sums.leap(stretches.stillUntil(end));
            }
        }
        return sums.worst > 0 && sums.add(close, stretches, bars);
    }

    /** The bars up to {@code end}, as long as there are eight. */
    private static void sum(double[] close, Stretches stretches, HoldSums sums, int end) {
        long[] changes = stretches.changes;
        double[] rests = stretches.rest;
        double[] quantities = stretches.quantity;
        boolean more = sums.more;
        DoubleVector shift = DoubleVector.broadcast(SPECIES, sums.shift);
        DoubleVector sum1 = DoubleVector.fromArray(SPECIES, sums.sum1, 0);
        DoubleVector sum2 = DoubleVector.fromArray(SPECIES, sums.sum2, 0);
        DoubleVector sum3 = DoubleVector.fromArray(SPECIES, sums.sum3, 0);
        DoubleVector sum4 = DoubleVector.fromArray(SPECIES, sums.sum4, 0);
        DoubleVector downside = DoubleVector.fromArray(SPECIES, sums.downside, 0);
        LongVector least = LongVector.broadcast(LONGS, NO_EQUITY);
        double worst = sums.worst;
        LongVector peak = LongVector.broadcast(LONGS, Double.doubleToRawLongBits(sums.peak));
        DoubleVector floor = DoubleVector.broadcast(SPECIES, sums.floor);
        int below = sums.below;
        int longest = sums.longest;
        int k = sums.stretch;
        int t = sums.bar;
        VectorMask<Double> first = VectorMask.fromLong(SPECIES, 1);
        DoubleVector last = DoubleVector.broadcast(SPECIES, sums.before);
        int lastStart = end - HoldSums.LANES;
        LongVector back = LongVector.fromArray(LONGS, BACK, 0);
        LongVector seventh = LongVector.broadcast(LONGS, HoldSums.LANES - 1);
        for (; t <= lastStart; t += HoldSums.LANES) {
            int begins = (int) (changes[(t - 1) >>> 6] >>> (t - 1)) & 0xFF;
            k += begins & 1;
            LongVector stretch = LongVector.fromArray(LONGS, STRETCH, begins * HoldSums.LANES);
            DoubleVector rest = stretch.selectFrom(
                            DoubleVector.fromArray(SPECIES, rests, k).reinterpretAsLongs())
                    .reinterpretAsDoubles();
            DoubleVector quantity = stretch.selectFrom(
                            DoubleVector.fromArray(SPECIES, quantities, k).reinterpretAsLongs())
                    .reinterpretAsDoubles();
            k += Integer.bitCount(begins & 0xFE);
            DoubleVector equity =
                    DoubleVector.fromArray(SPECIES, close, t).mul(quantity).add(rest);
            DoubleVector before = back.selectFrom(equity.reinterpretAsLongs())
                    .reinterpretAsDoubles()
                    .blend(last, first);
            last = seventh.selectFrom(equity.reinterpretAsLongs()).reinterpretAsDoubles();
            DoubleVector r = equity.div(before).sub(1);
            r = r.blend(0, r.abs().compare(VectorOperators.LE, Tally.RETURN_NOISE));
            DoubleVector d = r.sub(shift);
            DoubleVector square = d.mul(d);
            sum1 = sum1.add(d);
            sum2 = sum2.add(square);
            if (more) {
                sum3 = sum3.add(square.mul(d));
                sum4 = sum4.add(square.mul(square));
                downside = downside.add(r.mul(r), r.compare(VectorOperators.LT, 0));
            }
            if (equity.compare(VectorOperators.GE, floor).anyTrue()) {
                LongVector marks = equity.reinterpretAsLongs();
                LongVector peaks = marks.max(marks.rearrange(BACK_1));
                peaks = peaks.max(peaks.rearrange(BACK_2));
                peaks = peaks.max(peaks.rearrange(BACK_4)).max(peak);
                DoubleVector tops = peaks.reinterpretAsDoubles();
                // a division only where the fall may be the deepest
                double near = worst * ROUNDING;
                DoubleVector earlier = peak.reinterpretAsDoubles();
                if (equity.compare(VectorOperators.LT, tops.mul(near))
                        .or(least.reinterpretAsDoubles().compare(VectorOperators.LT, earlier.mul(near)))
                        .anyTrue()) {
                    LongVector ratios =
                            least.reinterpretAsDoubles().div(earlier).reinterpretAsLongs();
                    ratios = ratios.min(equity.div(tops).reinterpretAsLongs());
                    double deepest = Double.longBitsToDouble(ratios.reduceLanes(VectorOperators.MIN));
                    worst = deepest < worst ? deepest : worst;
                }
                int under = (int) equity.compare(VectorOperators.LT, tops.mul(LaneSteps.BELOW))
                        .toLong();
                longest = Math.max(Math.max(longest, RUNS[under]), below + Integer.numberOfTrailingZeros(~under));
                below = under == ALL ? below + HoldSums.LANES : Integer.numberOfLeadingZeros(~(under << 24));
                least = LongVector.broadcast(LONGS, NO_EQUITY);
                peak = peaks.rearrange(LAST);
                floor = peak.reinterpretAsDoubles().mul(LaneSteps.BELOW);
            } else {
                least = least.min(equity.reinterpretAsLongs());
                below += HoldSums.LANES;
            }
        }
        sum1.intoArray(sums.sum1, 0);
        sum2.intoArray(sums.sum2, 0);
        if (more) {
            sum3.intoArray(sums.sum3, 0);
            sum4.intoArray(sums.sum4, 0);
            downside.intoArray(sums.downside, 0);
        }
        double deepest = Double.longBitsToDouble(least.reinterpretAsDoubles()
                .div(peak.reinterpretAsDoubles())
                .reinterpretAsLongs()
                .reduceLanes(VectorOperators.MIN));
        sums.worst = Math.min(worst, deepest);
        sums.below = below;
        sums.longest = longest;
        sums.resume(
                t,
                k,
                rests[k] + quantities[k] * close[t - 1],
                Double.longBitsToDouble(peak.reduceLanes(VectorOperators.MIN)));
    }

    /** For every byte of begins eight numbers: how many of them there are up to each bar, the first bar's left out. */
    private static long[] stretches() {
        long[] stretch = new long[HoldSums.LANES << HoldSums.LANES];
        for (int i = 0; i < stretch.length; i++) {
            stretch[i] = Integer.bitCount(i >>> 3 & (2 << (i & 7)) - 2);
        }
        return stretch;
    }

    private static byte[] runs() {
        byte[] runs = new byte[1 << HoldSums.LANES];
        for (int i = 0; i < runs.length; i++) {
            for (int rest = i; rest != 0; rest &= rest << 1) {
                runs[i]++;
            }
        }
        return runs;
    }
}
