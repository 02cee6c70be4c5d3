package dev.winnow.replay.portfolio;

import dev.winnow.replay.signal.BitPlanes;
import java.util.Arrays;

/**
 * The cash and the position of one point at the close of every bar, as stretches of bars on which neither changes:
 * equity at a close is {@code rest + quantity * close}. One thread's, reused from point to point.
 */
final class Stretches {
    /** Words without a position that are worth to be leapt over together. */
    private static final int STILL_WORDS = 4;

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

    /** First bar behind t that begins a stretch; {@code to} where there is none before. */
    int next(int t, int to) {
        int w = t >>> 6;
        long word = changes[w] & -1L << t;
        while (word == 0 && ++w << 6 < to) {
            word = changes[w];
        }
        return word == 0 ? to : Math.min(to, (w << 6) + Long.numberOfTrailingZeros(word) + 1);
    }

    /**
     * First bar from t on of a long run of words on which nothing is held, {@link #bars} where there is none.
     *
     * @param t the first bar of a word of {@link #changes}
     * @param stretch the one that bar t - 1 is in
     */
    int still(int t, int stretch) {
        int words = (bars - 1) >>> 6;
        int k = stretch;
        int run = 0;
        for (int w = (t - 1) >>> 6; w < words; w++) {
            run = changes[w] == 0 && quantity[k] == 0 ? run + 1 : 0;
            if (run == STILL_WORDS) {
                return ((w + 1 - STILL_WORDS) << 6) + 1;
            }
            k += Long.bitCount(changes[w]);
        }
        return bars;
    }

    /** First bar from t on of a word with a change, or of the last word. */
    int stillUntil(int t) {
        int words = (bars - 1) >>> 6;
        int w = (t - 1) >>> 6;
        while (w < words && changes[w] == 0) {
            w++;
        }
        return (w << 6) + 1;
    }
}
