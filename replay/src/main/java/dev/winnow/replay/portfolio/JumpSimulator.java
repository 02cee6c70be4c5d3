package dev.winnow.replay.portfolio;

/**
 * Goes from trade to trade and never looks at the bars between: for points that only go long with all their cash and
 * are not stopped. Here is what costs change; the rest is the path's, see {@link JumpTrades}. One thread's.
 */
final class JumpSimulator {
    /**
     * A difference of prefix sums carries the rounding of the last one; below this share of it for every trade too little
     * is left.
     */
    private static final double LOST = 1e-5;

    private final SimulatorTables tables;
    private final double[] close;
    private final int bars;
    private final Needs needs;
    private final JumpTrades trades;

    /**
     * double[trades] each: equity after the entry's costs and before the exit's, as a multiple of the raw price of the
     * entry, and after the exit.
     */
    private double[] start = {};

    private double[] end = {};
    /** double[trades] each: the running peak before the trade, and before its exit. */
    private double[] before = {};

    private double[] inside = {};

    JumpSimulator(SimulatorTables tables, Needs needs) {
        this.tables = tables;
        this.close = tables.bars().close();
        this.bars = close.length;
        this.needs = needs;
        this.trades = new JumpTrades(tables);
    }

    /** Takes the path of the points that are simulated from now on. */
    void load(JumpPath path, boolean fillAtClose) {
        trades.load(path, fillAtClose, needs);
        int room = trades.gross.length;
        if (start.length < room) {
            start = new double[room];
            end = new double[room];
            before = new double[room];
            inside = new double[room];
        }
    }

    /**
     * Fills the tally of a point on the loaded path. False when the variance of the returns has lost its digits: the
     * point has to be walked.
     */
    boolean simulate(Execution execution, Tally tally) {
        double enter = Fills.enterFactor(execution);
        double leave = Fills.leaveFactor(execution);
        TradeTables table = tables.trades(execution.fillAtClose());
        tally.reset(bars);
        tally.trades = trades.closed;
        tally.openTrades = trades.open;
        tally.heldBars = trades.held;
        tally.growth = follow(enter, leave);
        sumReturns(enter, leave, tally);
        if (needs.moments() || needs.downside()) {
            sumPowers(enter, leave, tally);
        }
        if (needs.drawdown()) {
            tally.worst = deepest();
        }
        if (needs.drawdownBars()) {
            tally.drawdownBars = longestDrawdown(table);
        }
        if (needs.costs() || needs.trades()) {
            TradeSums.fill(trades.gross, trades.closed, trades.open > 0, execution, tally);
        }
        return tally.settle(needs) && keptDigits(table, tally);
    }

    /** Whether the sums of a point are not lost among those of all bars, from which they were taken. */
    private boolean keptDigits(TradeTables table, Tally tally) {
        double lost = LOST * (trades.closed + trades.open);
        if (needs.returns() && tally.squares < lost * table.last2) {
            return false;
        }
        if (!needs.moments() && !needs.downside()) {
            return true;
        }
        TradeTables.Powers powers = table.powers();
        return tally.sum4 >= lost * powers.last4 && tally.downside >= lost * powers.lastDownside;
    }

    /** Equity from trade to trade; returns the last. */
    private double follow(double enter, double leave) {
        double costs = enter * leave;
        double equity = 1;
        for (int i = 0; i < trades.closed; i++) {
            start[i] = equity * enter;
            equity *= trades.gross[i] * costs;
            end[i] = equity;
        }
        if (trades.open > 0) {
            start[trades.closed] = equity * enter;
            equity = equity * enter * trades.gross[trades.closed];
            end[trades.closed] = equity;
        }
        return equity;
    }

    /** The returns of a bar with a fill are factor * (1 + r) - 1, summed by the sums of r and of its square. */
    private void sumReturns(double enter, double leave, Tally tally) {
        double entries = trades.closed + trades.open;
        double exits = trades.closed;
        double in = enter - 1;
        double out = leave - 1;
        tally.sum1 = trades.inner1 + (enter * trades.entered1 + entries * in) + (leave * trades.left1 + exits * out);
        tally.sum2 = trades.inner2
                + (enter * enter * trades.entered2 + in * (2 * enter * trades.entered1 + entries * in))
                + (leave * leave * trades.left2 + out * (2 * leave * trades.left1 + exits * out));
    }

    private void sumPowers(double enter, double leave, Tally tally) {
        addPowers(trades.entered, trades.closed + trades.open, enter, tally);
        addPowers(trades.left, trades.closed, leave, tally);
        tally.sum3 += trades.inner3;
        tally.sum4 += trades.inner4;
        tally.downside += trades.innerDownside;
    }

    /** The returns factor * (1 + r) - 1 of the first bars with a fill. */
    private static void addPowers(double[] returns, int count, double factor, Tally tally) {
        double sum3 = tally.sum3;
        double sum4 = tally.sum4;
        double downside = tally.downside;
        for (int i = 0; i < count; i++) {
            double r = Math.fma(factor, returns[i], factor - 1);
            double square = r * r;
            sum3 += square * r;
            sum4 += square * square;
            downside += r < 0 ? square : 0;
        }
        tally.sum3 = sum3;
        tally.sum4 = sum4;
        tally.downside = downside;
    }

    /**
     * The least ratio of equity to its running peak. One pass carries the peak along, by the bits of the doubles: those of
     * positive ones order as they do, and their maximum takes no branch that could be mispredicted. The next divides,
     * eight trades at a time where the compiler can. The last minds the falls within trades that raise the peak: only
     * there may they be the deepest.
     */
    private double deepest() {
        double[] low = trades.low;
        double[] high = trades.high;
        int count = trades.closed + trades.open;
        long peak = Double.doubleToRawLongBits(1);
        for (int i = 0; i < count; i++) {
            before[i] = Double.longBitsToDouble(peak);
            peak = Math.max(peak, Double.doubleToRawLongBits(start[i] * high[i]));
            inside[i] = Double.longBitsToDouble(peak);
            peak = Math.max(peak, Double.doubleToRawLongBits(end[i]));
        }
        double worst = 1;
        for (int i = 0; i < count; i++) {
            worst = Math.min(worst, Math.min(start[i] * low[i] / before[i], end[i] / inside[i]));
        }
        for (int i = 0; i < count; i++) {
            worst = Math.min(worst, inside[i] > before[i] ? trades.fall[i] : 1);
        }
        return worst;
    }

    private long longestDrawdown(TradeTables table) {
        double peak = 1;
        int below = 0;
        int longest = 0;
        int bar = 0;
        for (int i = 0; i < trades.closed + trades.open; i++) {
            int e = trades.entry[i];
            int x = trades.exit[i];
            // flat until the entry: equity stands still, under the peak or at it
            below = below > 0 ? below + (e - bar) : 0;
            if (start[i] * trades.high[i] < peak * LaneSteps.BELOW) {
                below += x - e;
            } else {
                double scale = start[i] * table.entry[e * TradeTables.STRIDE];
                // the peak as a close of this trade
                double top = peak / scale;
                double floor = top * LaneSteps.BELOW;
                for (int t = e; t < x; t++) {
                    double c = close[t];
                    if (c < floor) {
                        below++;
                    } else {
                        longest = Math.max(longest, below);
                        below = 0;
                        top = c > top ? c : top;
                        floor = top * LaneSteps.BELOW;
                    }
                }
                peak = Math.max(peak, top * scale);
            }
            bar = x;
            if (i < trades.closed) {
                if (end[i] < peak * LaneSteps.BELOW) {
                    below++;
                } else {
                    longest = Math.max(longest, below);
                    below = 0;
                    peak = Math.max(peak, end[i]);
                }
                bar = x + 1;
            }
        }
        below = below > 0 ? below + (bars - bar) : 0;
        return Math.max(longest, below);
    }
}
