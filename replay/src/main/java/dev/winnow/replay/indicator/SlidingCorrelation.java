package dev.winnow.replay.indicator;

/** What {@link Association} does to two columns, value by value: the same additions in the same order. */
final class SlidingCorrelation {
    private final int w;
    private final SlidingVariance varianceX;
    private final SlidingVariance varianceY;
    private final Block blockX;
    private final Block blockY;
    private double[] tailsX = {};
    private double[] tailsY = {};
    private double[] tailProducts = {};
    private double pivotX;
    private double pivotY;
    private double headX;
    private double headY;
    private double headProduct;

    /** The correlation of the last {@code w} values of two columns. */
    SlidingCorrelation(int w) {
        this.w = w;
        this.varianceX = new SlidingVariance(w);
        this.varianceY = new SlidingVariance(w);
        this.blockX = new Block(w);
        this.blockY = new Block(w);
    }

    double next(double x, double y) {
        double scale = varianceX.deviation(x) * varianceY.deviation(y);
        if (blockX.full()) {
            turn(x, y);
        } else if (tailsX.length == 0 && blockX.size() == 0) {
            pivotX = x;
            pivotY = y;
        }
        int i = blockX.size();
        blockX.add(x);
        blockY.add(y);
        double dx = x - pivotX;
        double dy = y - pivotY;
        headX += dx;
        headY += dy;
        headProduct += dx * dy;
        if (tailsX.length > 0) {
            return Association.correlation(
                    tailsX[i] + headX, tailsY[i] + headY, tailProducts[i] + headProduct, w, scale);
        }
        return i == w - 1 ? Association.correlation(headX, headY, headProduct, w, scale) : Double.NaN;
    }

    private void turn(double firstX, double firstY) {
        if (tailsX.length == 0) {
            tailsX = new double[w];
            tailsY = new double[w];
            tailProducts = new double[w];
        }
        pivotX = firstX;
        pivotY = firstY;
        double sumX = 0;
        double sumY = 0;
        double product = 0;
        for (int i = w - 1; i >= 0; i--) {
            tailsX[i] = sumX;
            tailsY[i] = sumY;
            tailProducts[i] = product;
            double dx = blockX.get(i) - pivotX;
            double dy = blockY.get(i) - pivotY;
            sumX += dx;
            sumY += dy;
            product += dx * dy;
        }
        headX = 0;
        headY = 0;
        headProduct = 0;
        blockX.clear();
        blockY.clear();
    }
}
