package dev.winnow.replay.indicator;

/**
 * What {@link Blocks} does to a column, value by value: the same additions in the same order, so the same bits. When a
 * block begins, the tails of the one before are laid down; memory is two blocks.
 */
final class SlidingSum {
    private final int w;
    private final boolean mean;
    private final double share;
    private final Block block;
    private double[] tails = {};
    private double pivot;
    private double head;

    private SlidingSum(int w, boolean mean) {
        this.w = w;
        this.mean = mean;
        this.share = mean ? 1.0 / w : 1;
        this.block = new Block(w);
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
        if (block.full()) {
            turn(x);
        } else if (tails.length == 0 && block.size() == 0 && mean) {
            pivot = x;
        }
        int i = block.size();
        block.add(x);
        head += x - pivot;
        if (tails.length == 0) {
            return i == w - 1 ? Blocks.finite(pivot + head * share) : Double.NaN;
        }
        return Blocks.finite(pivot + (tails[i] + head) * share);
    }

    private void turn(double first) {
        if (tails.length == 0) {
            tails = new double[w];
        }
        pivot = mean ? first : 0;
        double tail = 0;
        for (int i = w - 1; i >= 0; i--) {
            tails[i] = tail;
            tail += block.get(i) - pivot;
        }
        head = 0;
        block.clear();
    }
}
