package dev.winnow.replay.indicator;

/** What {@link Extremes} does to a column, value by value. */
final class SlidingExtreme {
    private final int w;
    private final double sign;
    private final Block block;
    private double[] tails = {};
    private double head = Double.NEGATIVE_INFINITY;

    private SlidingExtreme(int w, double sign) {
        this.w = w;
        this.sign = sign;
        this.block = new Block(w);
    }

    /** The greatest of the last {@code w} values, as {@link Extremes#highest}. */
    static SlidingExtreme highest(int w) {
        return new SlidingExtreme(w, 1);
    }

    /** The least of the last {@code w} values, as {@link Extremes#lowest}. */
    static SlidingExtreme lowest(int w) {
        return new SlidingExtreme(w, -1);
    }

    double next(double x) {
        if (block.full()) {
            turn();
        }
        int i = block.size();
        block.add(x);
        head = Math.max(head, sign * x);
        if (tails.length == 0) {
            return i == w - 1 ? sign * head : Double.NaN;
        }
        return sign * Math.max(tails[i], head);
    }

    private void turn() {
        if (tails.length == 0) {
            tails = new double[w];
        }
        double tail = Double.NEGATIVE_INFINITY;
        for (int i = w - 1; i >= 0; i--) {
            tails[i] = tail;
            tail = Math.max(tail, sign * block.get(i));
        }
        head = Double.NEGATIVE_INFINITY;
        block.clear();
    }
}
