package dev.winnow.replay.portfolio;

/**
 * The sums from which every metric of one point follows, filled by a fast simulator. One thread's, reused from point to
 * point. Only the sums that {@link Needs} asks for are filled.
 */
public final class Tally {
    /** A drawdown smaller than this share of the peak is rounding and counts as none. */
    public static final double DRAWDOWN_NOISE = 1e-12;

    /** A return smaller than this is rounding: equity stood still. */
    public static final double RETURN_NOISE = 1e-13;

    /**
     * Squared deviations below this share of the squared returns are rounding: the returns are constant and their
     * deviation is 0.
     */
    public static final double DEVIATION_NOISE = 1e-24;

    /** Below this share of the squares the fourth central sum has lost too many digits. */
    private static final double CANCELLATION = 1e-2;

    /** Squared returns that add up to less than this a bar are so small that rounding shows in them. */
    private static final double FAINT = 1e-20;

    /** Number of bars. */
    public long bars;
    /** Equity after the last bar over initial cash. */
    public double growth;

    public boolean ruined;
    /** Mean of the returns. */
    public double mean;
    /** Sum of the squared returns. */
    public double squares;
    /** Sums of the (shifted) returns' first to fourth powers, from which the central sums are made. */
    double sum1;

    double sum2;
    double sum3;
    double sum4;
    /** Sum of squared negative returns. */
    public double downside;
    /** Sum of squared deviations from the mean. */
    public double deviation;
    /** Third and fourth central sums. */
    public double central3;

    public double central4;
    /** Least ratio of equity to its running peak. */
    public double worst;

    public long drawdownBars;
    public long heldBars;
    public long trades;
    public int openTrades;
    public long wins;
    public double profit;
    public double loss;
    /** Sum over closed trades of pnl over cash before the entry. */
    public double expectancy;

    public double fees;
    /** Sum of |quantity| * price of all fills. */
    public double notional;

    /** equity / before - 1 without rounding noise. */
    public static double change(double equity, double before) {
        double r = equity / before - 1;
        return Math.abs(r) <= RETURN_NOISE ? 0 : r;
    }

    /** Whether equity is below its running peak by more than rounding. */
    public static boolean below(double equity, double peak) {
        return equity < peak * (1 - DRAWDOWN_NOISE);
    }

    /** Everything back to the state before the first bar. */
    public void reset(long bars) {
        this.bars = bars;
        growth = 1;
        ruined = false;
        mean = 0;
        squares = 0;
        sum1 = 0;
        sum2 = 0;
        sum3 = 0;
        sum4 = 0;
        downside = 0;
        deviation = 0;
        central3 = 0;
        central4 = 0;
        worst = 1;
        drawdownBars = 0;
        heldBars = 0;
        trades = 0;
        openTrades = 0;
        wins = 0;
        profit = 0;
        loss = 0;
        expectancy = 0;
        fees = 0;
        notional = 0;
    }

    /** Counts a closed trade. */
    public void add(double pnl, double cashBefore) {
        trades++;
        wins += pnl > 0 ? 1 : 0;
        profit += Math.max(0, pnl);
        loss += Math.max(0, -pnl);
        expectancy += pnl / cashBefore;
    }

    /**
     * The mean and the central sums from sums of returns that were not shifted. False when they have lost their digits.
     */
    boolean settle(Needs needs) {
        mean = sum1 / bars;
        squares = sum2;
        return !needs.returns() || (centre(needs.moments()) && (squares == 0 || squares > FAINT * bars));
    }

    /**
     * Central sums from the raw ones. The raw sums may be taken of r - shift for any shift. False when so many digits
     * cancel that they have to be taken again, with a shift near the mean.
     */
    boolean centre(boolean moments) {
        double mean = sum1 / bars;
        deviation = sum2 - mean * sum1;
        if (moments) {
            central3 = sum3 - 3 * mean * sum2 + 2 * mean * mean * sum1;
            central4 = sum4 - 4 * mean * sum3 + 6 * mean * mean * sum2 - 3 * mean * mean * mean * sum1;
        }
        return sum2 == 0 || deviation > CANCELLATION * sum2;
    }

    /** Whether the returns do not vary at all, but for rounding; {@code squares} is their sum of squares. */
    public boolean flat() {
        return deviation <= DEVIATION_NOISE * squares;
    }

    /** The drawdown that {@link #worst} stands for, without rounding noise. */
    public double drawdown() {
        double drawdown = 1 - worst;
        return drawdown <= DRAWDOWN_NOISE ? 0 : drawdown;
    }
}
