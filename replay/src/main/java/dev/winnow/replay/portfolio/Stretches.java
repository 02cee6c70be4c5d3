package dev.winnow.replay.portfolio;

import dev.winnow.replay.signal.BitPlanes;
import java.util.Arrays;

/**
 * The cash and the position of one point at the close of every bar, as stretches of bars on which neither changes:
 * equity at a close is {@code rest + quantity * close}. One thread's, reused from point to point.
 */
final class Stretches {
    /** Bars that the stretches cover. */
    int bars;
    /** Stretches but one. */
    int last;

    /** long[words]: bit t - 1 says that bar t begins a stretch; bar 0 begins the first. */
    long[] changes = {};
    /** Of each stretch: the cash, and the signed quantity. There is room for as many as a register holds from the last on. */
    double[] rest = new double[64];

    double[] quantity = new double[64];

    /** First bar of the last stretch. */
    private int bar;

    /** One stretch of cash over all the bars. */
    void begin(int bars, double cash) {
        this.bars = bars;
        int words = BitPlanes.words(bars);
        if (changes.length < words) {
            changes = new long[words];
        } else {
            Arrays.fill(changes, 0, words, 0);
        }
        last = 0;
        bar = 0;
        rest[0] = cash;
        quantity[0] = 0;
    }

    /** From the close of bar t on; t is never less than in the call before. */
    void change(int t, double cash, double signedQuantity) {
        if (t > bar) {
            bar = t;
            BitPlanes.set(changes, t - 1);
            last++;
            if (last + HoldSums.LANES > rest.length) {
                rest = Arrays.copyOf(rest, 2 * rest.length);
                quantity = Arrays.copyOf(quantity, 2 * quantity.length);
            }
        }
        rest[last] = cash;
        quantity[last] = signedQuantity;
    }

    /** 1 where bar t begins another stretch than the first, else 0. */
    int begins(int t) {
        return t > 0 && BitPlanes.get(changes, t - 1) ? 1 : 0;
    }
}
