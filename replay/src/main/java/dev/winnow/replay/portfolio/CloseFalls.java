package dev.winnow.replay.portfolio;

/** The deepest fall of the close inside any range of bars. Shared by all points; immutable. */
final class CloseFalls {
    private static final int SHIFT = RangeExtrema.SHIFT;
    private static final int BLOCK = RangeExtrema.BLOCK;

    private final double[] close;
    private final RangeExtrema extrema;
    /** double[blocks]: least ratio of a close to one before it inside the block. */
    private final double[] falls;

    /**
     * Falls of the closes.
     *
     * @param extrema those of the same closes
     */
    CloseFalls(double[] close, RangeExtrema extrema) {
        this.close = close;
        this.extrema = extrema;
        this.falls = new double[close.length >> SHIFT];
        for (int b = 0; b < falls.length; b++) {
            falls[b] = plainFall(b << SHIFT, (b + 1) << SHIFT);
        }
    }

    private double plainFall(int from, int to) {
        double peak = close[from];
        double worst = 1;
        for (int t = from + 1; t < to; t++) {
            double c = close[t];
            if (c > peak) {
                peak = c;
            } else if (c < worst * peak) {
                worst = c / peak;
            }
        }
        return worst;
    }

    /** The fall of a part of a block, or {@code worst} where its whole range is narrower than that. */
    private double partFall(int from, int to, double worst) {
        return extrema.minimum(from, to) / extrema.maximum(from, to) < worst
                ? Math.min(worst, plainFall(from, to))
                : worst;
    }

    /** Least ratio of a close to the greatest close before it, both in bars from..to-1, or {@code known} if less. */
    double fall(int from, int to, double known) {
        int first = (from + BLOCK - 1) >> SHIFT;
        int last = to >> SHIFT;
        if (first >= last) {
            return partFall(from, to, known);
        }
        double peak = close[from];
        double worst = known;
        if (first << SHIFT > from) {
            worst = partFall(from, first << SHIFT, worst);
            peak = extrema.maximum(from, first << SHIFT);
        }
        for (int b = first; b < last; b++) {
            double low = extrema.blockMinimum(b);
            double high = extrema.blockMaximum(b);
            worst = falls[b] < worst ? falls[b] : worst;
            if (low < worst * peak) {
                worst = low / peak;
            }
            peak = high > peak ? high : peak;
        }
        if (last << SHIFT < to) {
            worst = partFall(last << SHIFT, to, worst);
            worst = Math.min(worst, extrema.minimum(last << SHIFT, to) / peak);
        }
        return worst;
    }
}
