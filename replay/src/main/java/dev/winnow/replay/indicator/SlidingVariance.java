package dev.winnow.replay.indicator;

/** What {@link Dispersion} does to a column, value by value: the same additions in the same order. */
final class SlidingVariance {
    private final int w;
    private final Block block;
    private double[] tails = {};
    private double[] tailSquares = {};
    private double pivot;
    private double head;
    private double headSquares;

    /** The population variance of the last {@code w} values, as {@link Dispersion#variance(double[], int, double[])}. */
    SlidingVariance(int w) {
        this.w = w;
        this.block = new Block(w);
    }

    double next(double x) {
        if (block.full()) {
            turn(x);
        } else if (tails.length == 0 && block.size() == 0) {
            pivot = x;
        }
        int i = block.size();
        block.add(x);
        double d = x - pivot;
        head += d;
        headSquares += d * d;
        if (tails.length == 0) {
            return i == w - 1 ? Dispersion.variance(head, headSquares, w) : Double.NaN;
        }
        return Dispersion.variance(tails[i] + head, tailSquares[i] + headSquares, w);
    }

    /** The population standard deviation after one more value. */
    double deviation(double x) {
        return Math.sqrt(next(x));
    }

    private void turn(double first) {
        if (tails.length == 0) {
            tails = new double[w];
            tailSquares = new double[w];
        }
        pivot = first;
        double tail = 0;
        double squares = 0;
        for (int i = w - 1; i >= 0; i--) {
            tails[i] = tail;
            tailSquares[i] = squares;
            double d = block.get(i) - pivot;
            tail += d;
            squares += d * d;
        }
        head = 0;
        headSquares = 0;
        block.clear();
    }
}
