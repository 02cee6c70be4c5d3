package dev.winnow.replay.indicator;

/**
 * What {@link Blocks} does to a column, value by value: the same additions in the same order, so the same bits. When a
 * block begins, the tails of the values before it are laid down; memory is a window and a block.
 */
final class SlidingSum {
    private final int w;
    private final int length;
    private final boolean mean;
    private final double share;
    private final Window window;
    /** Of windows that end in this block, from the block's first bar on; none while no window is whole. */
    private double[] tails = {};
    /** Values seen, at most w. */
    private int seen;
    /** Place in the block. */
    private int place;

    private double pivot;
    private double head;

    private SlidingSum(int w, boolean mean) {
        this.w = w;
        this.length = Blocks.length(w);
        this.mean = mean;
        this.share = mean ? 1.0 / w : 1;
        this.window = new Window(w);
    }

    /** The sum of the last {@code w} values, as {@link Blocks#sum}. */
    static SlidingSum sum(int w) {
        return new SlidingSum(w, false);
    }

    /** The mean of the last {@code w} values, as {@link Blocks#mean}. */
    static SlidingSum mean(int w) {
        return new SlidingSum(w, true);
    }

    double next(double x) {
        if (place == 0) {
            turn(x);
        }
        window.add(x);
        head += x - pivot;
        seen = Math.min(w, seen + 1);
        double tail = tails.length == 0 ? 0 : tails[place];
        place = (place + 1) & (length - 1);
        return seen < w ? Double.NaN : Blocks.finite(pivot + (tail + head) * share);
    }

    /** A block begins: a window that ends at its bar i has a tail of w - 1 - i values. */
    private void turn(double first) {
        pivot = mean ? first : 0;
        head = 0;
        if (seen == 0) {
            return;
        }
        if (tails.length == 0) {
            tails = new double[length];
        }
        double tail = 0;
        int back = 0;
        for (; back < w - length; back++) {
            tail += window.back(back) - pivot;
        }
        for (int i = length - 1; i >= 0; i--, back++) {
            tails[i] = tail;
            tail += window.back(back) - pivot;
        }
    }
}
