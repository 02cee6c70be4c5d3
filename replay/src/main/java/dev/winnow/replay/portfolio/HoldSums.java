package dev.winnow.replay.portfolio;

/**
 * The sums of the returns of one point's bars, and its drawdown. Returns of a held stretch go to eight running sums in
 * turn, whatever the width of the machine's registers, so that every {@link HoldKernel} gives the same bits.
 */
final class HoldSums {
    /** Running sums side by side; bars of a stretch go to them in turn. */
    static final int LANES = 8;

    /** The position of the stretch: equity = rest + quantity * close. */
    double rest;

    double quantity;
    /** Subtracted from every return before it is summed. */
    double shift;
    /** Whether powers above the second and the downside are asked for. */
    boolean more;

    /** Equity at the last bar that was seen. */
    double before;
    /** Running peak of equity. */
    double peak;
    /** Bars since the peak, and the most that there ever were. */
    int below;

    int longest;
    /** Least ratio of equity to its running peak. */
    double worst;

    /** double[LANES] each: sums of r - shift to the first to fourth power, and of squared negative r. */
    final double[] sum1 = new double[LANES];

    final double[] sum2 = new double[LANES];
    final double[] sum3 = new double[LANES];
    final double[] sum4 = new double[LANES];
    final double[] downside = new double[LANES];

    void reset(double cash, double shift, boolean more) {
        this.shift = shift;
        this.more = more;
        before = cash;
        peak = cash;
        below = 0;
        longest = 0;
        worst = 1;
        for (int i = 0; i < LANES; i++) {
            sum1[i] = 0;
            sum2[i] = 0;
            sum3[i] = 0;
            sum4[i] = 0;
            downside[i] = 0;
        }
    }

    /** One bar's return, into the given running sum. */
    void add(double r, int lane) {
        double d = r - shift;
        double square = d * d;
        sum1[lane] += d;
        sum2[lane] += square;
        if (more) {
            sum3[lane] += square * d;
            sum4[lane] += square * square;
            downside[lane] += r < 0 ? r * r : 0;
        }
    }

    private double floor() {
        return peak * (1 - Tally.DRAWDOWN_NOISE);
    }

    /** One bar's drawdown. */
    void mark(double equity) {
        if (equity < floor()) {
            below++;
            worst = Math.min(worst, equity / peak);
        } else {
            longest = Math.max(longest, below);
            below = 0;
            peak = Math.max(peak, equity);
        }
    }

    /**
     * The drawdown over bars from..to-1 of the position. A stretch that stays under the peak is done at once; one that
     * reaches it is walked.
     *
     * @param least equity of the stretch
     * @param most likewise
     */
    void markStretch(double[] close, int from, int to, double least, double most) {
        if (most < floor()) {
            below += to - from;
            worst = Math.min(worst, least / peak);
            return;
        }
        double top = peak;
        double floor = floor();
        double deepest = worst;
        int under = below;
        int longestUnder = longest;
        for (int t = from; t < to; t++) {
            double equity = rest + quantity * close[t];
            if (equity < floor) {
                under++;
                double ratio = equity / top;
                deepest = ratio < deepest ? ratio : deepest;
            } else {
                longestUnder = under > longestUnder ? under : longestUnder;
                under = 0;
                top = equity > top ? equity : top;
                floor = top * (1 - Tally.DRAWDOWN_NOISE);
            }
        }
        peak = top;
        worst = deepest;
        below = under;
        longest = longestUnder;
    }

    static double total(double[] lanes) {
        return ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
    }
}
