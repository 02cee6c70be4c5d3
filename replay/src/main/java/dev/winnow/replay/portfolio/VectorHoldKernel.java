package dev.winnow.replay.portfolio;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Eight bars a step by the Vector API; the same bits as {@link ScalarHoldKernel}. */
final class VectorHoldKernel implements HoldKernel {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_512;
    private static final VectorMask<Double> FIRST_LANE = VectorMask.fromLong(SPECIES, 1);
    private static final VectorMask<Double> NO_LANE = VectorMask.fromLong(SPECIES, 0);

    @Override
    public void sum(double[] close, int from, int to, HoldSums sums) {
        DoubleVector quantity = DoubleVector.broadcast(SPECIES, sums.quantity);
        DoubleVector rest = DoubleVector.broadcast(SPECIES, sums.rest);
        DoubleVector sum1 = DoubleVector.fromArray(SPECIES, sums.sum1, 0);
        DoubleVector sum2 = DoubleVector.fromArray(SPECIES, sums.sum2, 0);
        // the bar before the first may have had another position
        double first = sums.rest + sums.quantity * close[from];
        double correction = Tally.change(first, sums.before);
        VectorMask<Double> lanes = FIRST_LANE;
        for (int t = from; t < to; t += HoldSums.LANES) {
            VectorMask<Double> inside = SPECIES.indexInRange(t, to);
            DoubleVector equity = DoubleVector.fromArray(SPECIES, close, t, inside)
                    .mul(quantity)
                    .add(rest);
            DoubleVector earlier = DoubleVector.fromArray(SPECIES, close, t - 1, inside)
                    .mul(quantity)
                    .add(rest);
            DoubleVector r = equity.div(earlier).sub(1);
            r = r.blend(0, r.abs().compare(VectorOperators.LE, Tally.RETURN_NOISE));
            r = r.blend(correction, lanes);
            lanes = NO_LANE;
            DoubleVector d = r.sub(sums.shift);
            DoubleVector square = d.mul(d);
            sum1 = sum1.add(d, inside);
            sum2 = sum2.add(square, inside);
            if (sums.more) {
                addMore(r, d, square, inside, sums);
            }
        }
        sum1.intoArray(sums.sum1, 0);
        sum2.intoArray(sums.sum2, 0);
    }

    private static void addMore(
            DoubleVector r, DoubleVector d, DoubleVector square, VectorMask<Double> inside, HoldSums sums) {
        DoubleVector.fromArray(SPECIES, sums.sum3, 0).add(square.mul(d), inside).intoArray(sums.sum3, 0);
        DoubleVector.fromArray(SPECIES, sums.sum4, 0)
                .add(square.mul(square), inside)
                .intoArray(sums.sum4, 0);
        DoubleVector fall = r.blend(0, r.compare(VectorOperators.GE, 0));
        DoubleVector.fromArray(SPECIES, sums.downside, 0)
                .add(fall.mul(fall), inside)
                .intoArray(sums.downside, 0);
    }

    @Override
    public int leaves(double[] high, double[] low, int from, int to, double floor, double ceiling) {
        int t = from;
        for (; t + HoldSums.LANES <= to; t += HoldSums.LANES) {
            VectorMask<Double> out = DoubleVector.fromArray(SPECIES, low, t)
                    .compare(VectorOperators.LE, floor)
                    .or(DoubleVector.fromArray(SPECIES, high, t).compare(VectorOperators.GE, ceiling));
            if (out.anyTrue()) {
                return t + out.firstTrue();
            }
        }
        for (; t < to; t++) {
            if (low[t] <= floor || high[t] >= ceiling) {
                return t;
            }
        }
        return to;
    }
}
