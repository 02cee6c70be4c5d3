package dev.winnow.replay.portfolio;

/**
 * The state of the sums over bars on which a position is held, and what one block of bars does to it. Returns go to
 * eight running sums in turn, whatever the width of the machine's registers, so that every twin gives the same bits.
 */
final class HoldSums {
    /** Running sums side by side; bars of a run go to them in turn. */
    static final int LANES = 8;

    /** The position: equity = rest + quantity * close. */
    double rest;

    double quantity;
    /** Subtracted from every return before it is summed. */
    double shift;
    /** Whether powers above the second and the downside are asked for. */
    boolean more;

    /** Equity at the last bar that was seen. */
    double before;
    /** Running peak of equity, and the bars since it. */
    double peak;

    int below;
    int longest;
    double worst;

    /** double[LANES] each: sums of r - shift to the first to fourth power, and of squared negative r. */
    final double[] sum1 = new double[LANES];

    final double[] sum2 = new double[LANES];
    final double[] sum3 = new double[LANES];
    final double[] sum4 = new double[LANES];
    final double[] downside = new double[LANES];

    /** Equity of the bars of one block. */
    final double[] equity = new double[LANES];

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

    /** Equity below which a bar is under the peak. */
    double floor() {
        return peak * (1 - Tally.DRAWDOWN_NOISE);
    }

    /** One bar's drawdown. */
    void mark(double equity) {
        if (equity < floor()) {
            below++;
            if (equity < worst * peak) {
                worst = equity / peak;
            }
        } else {
            if (below > longest) {
                longest = below;
            }
            below = 0;
            if (equity > peak) {
                peak = equity;
            }
        }
    }

    /** A whole block under the peak, of which {@code least} is the least equity. */
    void markBelow(double least) {
        below += LANES;
        if (least < worst * peak) {
            worst = least / peak;
        }
    }

    static double total(double[] lanes) {
        return ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
    }
}
