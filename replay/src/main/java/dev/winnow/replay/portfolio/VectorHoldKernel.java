package dev.winnow.replay.portfolio;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Eight bars a step by the Vector API; the same bits as {@link ScalarHoldKernel}. */
final class VectorHoldKernel implements HoldKernel {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_512;

    /** Whether the machine's registers hold a block; narrower ones would be taken apart by the compiler. */
    static boolean fits() {
        return DoubleVector.SPECIES_PREFERRED.length() >= HoldSums.LANES;
    }

    @Override
    public int run(double[] close, int from, int to, HoldSums sums) {
        int t = from;
        if (to - from < HoldSums.LANES) {
            return ScalarHoldKernel.tail(close, from, to, sums);
        }
        DoubleVector quantity = DoubleVector.broadcast(SPECIES, sums.quantity);
        DoubleVector rest = DoubleVector.broadcast(SPECIES, sums.rest);
        DoubleVector sum1 = DoubleVector.fromArray(SPECIES, sums.sum1, 0);
        DoubleVector sum2 = DoubleVector.fromArray(SPECIES, sums.sum2, 0);
        double before = sums.before;
        double floor = sums.floor();
        double deep = sums.worst * sums.peak;
        for (; t + HoldSums.LANES <= to; t += HoldSums.LANES) {
            DoubleVector equity =
                    DoubleVector.fromArray(SPECIES, close, t).mul(quantity).add(rest);
            if (equity.compare(VectorOperators.LE, 0).anyTrue()) {
                break;
            }
            DoubleVector earlier =
                    DoubleVector.fromArray(SPECIES, close, t - 1).mul(quantity).add(rest);
            if (t == from) {
                // the bar before may have had another position
                earlier = earlier.withLane(0, before);
            }
            DoubleVector r = equity.div(earlier).sub(1);
            VectorMask<Double> noise = r.abs().compare(VectorOperators.LE, Tally.RETURN_NOISE);
            r = r.blend(0, noise);
            DoubleVector d = r.sub(sums.shift);
            DoubleVector square = d.mul(d);
            sum1 = sum1.add(d);
            sum2 = sum2.add(square);
            if (sums.more) {
                addMore(r, d, square, sums);
            }
            if (equity.compare(VectorOperators.GE, floor).anyTrue()) {
                equity.intoArray(sums.equity, 0);
                for (int i = 0; i < HoldSums.LANES; i++) {
                    sums.mark(sums.equity[i]);
                }
                floor = sums.floor();
                deep = sums.worst * sums.peak;
            } else {
                sums.below += HoldSums.LANES;
                if (equity.compare(VectorOperators.LT, deep).anyTrue()) {
                    sums.worst = equity.reduceLanes(VectorOperators.MIN) / sums.peak;
                    deep = sums.worst * sums.peak;
                }
            }
        }
        sum1.intoArray(sums.sum1, 0);
        sum2.intoArray(sums.sum2, 0);
        if (t > from) {
            sums.before = sums.rest + sums.quantity * close[t - 1];
        }
        return ScalarHoldKernel.tail(close, t, to, sums);
    }

    private static void addMore(DoubleVector r, DoubleVector d, DoubleVector square, HoldSums sums) {
        DoubleVector.fromArray(SPECIES, sums.sum3, 0).add(square.mul(d)).intoArray(sums.sum3, 0);
        DoubleVector.fromArray(SPECIES, sums.sum4, 0).add(square.mul(square)).intoArray(sums.sum4, 0);
        DoubleVector fall = r.blend(0, r.compare(VectorOperators.GE, 0));
        DoubleVector.fromArray(SPECIES, sums.downside, 0).add(fall.mul(fall)).intoArray(sums.downside, 0);
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
