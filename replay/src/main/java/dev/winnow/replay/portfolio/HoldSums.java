package dev.winnow.replay.portfolio;

/**
 * The sums of the returns of one point's bars, and its drawdown. Returns go to eight running sums in turn, whatever the
 * width of the machine's registers, so that every {@link HoldKernel} gives the same bits.
 */
final class HoldSums {
    /** Running sums side by side. */
    static final int LANES = 8;

    /** Subtracted from every return before it is summed. */
    double shift;
    /** Whether powers above the second and the downside are asked for. */
    boolean more;

    /** The bar that comes next, and the stretch that the one before it is in. */
    int bar;

    int stretch;
    /** Equity at the last bar that was seen. */
    double before;
    /** Running peak of equity, and what is below it by more than rounding. */
    double peak;

    double floor;
    /** Least equity since the peak. */
    private double least;
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
        bar = 0;
        stretch = 0;
        before = cash;
        peak = cash;
        floor = cash * LaneSteps.BELOW;
        least = cash;
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

    /** The bars up to {@code to}, one after the other. False where equity is not above 0. */
    boolean add(double[] close, Stretches stretches, int to) {
        while (bar < to) {
            stretch += stretches.begins(bar);
            int end = stretches.next(bar, to);
            boolean still = stretches.quantity[stretch] == 0 && shift == 0;
            if (!hold(close, stretches.rest[stretch], stretches.quantity[stretch], still ? bar + 1 : end)) {
                return false;
            }
            leap(end);
        }
        return true;
    }

    /** The bars up to {@code to}, all of one stretch. */
    private boolean hold(double[] close, double rest, double quantity, int to) {
        double earlier = before;
        double top = peak;
        double under = floor;
        double lowest = least;
        for (int t = bar; t < to; t++) {
            double equity = rest + quantity * close[t];
            if (equity <= 0) {
                return false;
            }
            add(Tally.change(equity, earlier), t - 1 & (LANES - 1));
            earlier = equity;
            if (equity < under) {
                below++;
                lowest = equity < lowest ? equity : lowest;
                continue;
            }
            longest = Math.max(longest, below);
            below = 0;
            if (equity > top) {
                worst = Math.min(worst, lowest / top);
                top = equity;
                under = equity * LaneSteps.BELOW;
                lowest = equity;
            } else {
                lowest = equity < lowest ? equity : lowest;
            }
        }
        before = earlier;
        peak = top;
        floor = under;
        least = lowest;
        worst = Math.min(worst, lowest / top);
        bar = to;
        return true;
    }

    /** Goes on at a bar, when all before it has been summed elsewhere. */
    void resume(int bar, int stretch, double before, double peak) {
        this.bar = bar;
        this.stretch = stretch;
        this.before = before;
        this.peak = peak;
        floor = peak * LaneSteps.BELOW;
        least = peak;
    }

    /** Goes on at a bar before which equity stands still. */
    void leap(int to) {
        below += below > 0 ? to - bar : 0;
        bar = to;
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

    static double total(double[] lanes) {
        return ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
    }
}
