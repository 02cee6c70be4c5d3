package dev.winnow.replay.indicator;

/** What {@link LinearFit} does to a column, value by value: the same additions in the same order. */
final class SlidingFit {
    private final int w;
    private final double level;
    private final double lever;
    private final Block block;
    private double[] tails = {};
    private double[] tailMoments = {};
    private double pivot;
    private double head;
    private double headMoment;

    private SlidingFit(int w, double level, double lever) {
        this.w = w;
        this.level = level;
        this.lever = lever;
        this.block = new Block(w);
    }

    /** As {@link LinearFit#slope} for {@code w > 1}. */
    static SlidingFit slope(int w) {
        return new SlidingFit(w, 0, 1);
    }

    /** As {@link LinearFit#value}. */
    static SlidingFit value(int w) {
        return new SlidingFit(w, 1, LinearFit.toNewest(w));
    }

    /** As {@link LinearFit#weightedMean}. */
    static SlidingFit weightedMean(int w) {
        return new SlidingFit(w, 1, LinearFit.toWeighted(w));
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
        headMoment += i * d;
        if (tails.length == 0) {
            return i == w - 1 ? LinearFit.read(pivot, head, headMoment, i, w, level, lever) : Double.NaN;
        }
        return LinearFit.read(pivot, tails[i] + head, tailMoments[i] + headMoment, i, w, level, lever);
    }

    private void turn(double first) {
        if (tails.length == 0) {
            tails = new double[w];
            tailMoments = new double[w];
        }
        pivot = first;
        double tail = 0;
        double moment = 0;
        for (int i = w - 1; i >= 0; i--) {
            tails[i] = tail;
            tailMoments[i] = moment;
            double d = block.get(i) - pivot;
            tail += d;
            moment += (i - w) * d;
        }
        head = 0;
        headMoment = 0;
        block.clear();
    }
}
