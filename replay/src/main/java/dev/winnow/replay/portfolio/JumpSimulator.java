package dev.winnow.replay.portfolio;

/**
 * Goes from trade to trade and never looks at the bars between: for points that only go long with all their cash and
 * are not stopped, where equity is proportional to the close (see {@link JumpTables}). The sums of a point are kept in
 * its {@link JumpPath}; here is only scratch, one thread's.
 */
final class JumpSimulator {
    /** Trades that are looked at together. */
    private static final int CHUNK = 256;

    private final double[] close;
    private final SimulatorTables shared;
    private final int bars;

    /** double[CHUNK] each, a trade an element: least and greatest close, equity a unit of price, equity at the exit. */
    private final double[] low = new double[CHUNK];

    private final double[] high = new double[CHUNK];
    private final double[] start = new double[CHUNK];
    private final double[] end = new double[CHUNK];
    /** Likewise: the peak before the trade, and before its exit. */
    private final double[] before = new double[CHUNK];

    private final double[] inside = new double[CHUNK];

    JumpSimulator(SimulatorTables tables) {
        this.close = tables.bars().close();
        this.shared = tables;
        this.bars = close.length;
    }

    /**
     * Fills the tally of a path. False when the variance of the returns has lost its digits: the point has to be
     * walked.
     */
    boolean simulate(JumpPath path, JumpTables tables, Execution execution, Needs needs, Tally tally) {
        sumTrades(path, tables, needs.drawdown());
        tally.reset(bars);
        tally.trades = path.count >> 1;
        tally.openTrades = path.count & 1;
        if (tally.openTrades > 0) {
            holdToTheEnd(path, tables, needs.drawdown());
        }
        tally.sum1 = path.sum1;
        tally.sum2 = path.sum2;
        tally.growth = path.equity;
        tally.heldBars = path.held;
        tally.worst = path.worst;
        if (needs.moments() || needs.downside()) {
            sumPowers(path, tables.powers(), tally);
        }
        if (needs.drawdownBars()) {
            longestDrawdown(path, tables, tally);
        }
        if (needs.costs() || needs.trades()) {
            TradeSums.fill(path, tables.raw, execution, tally);
        }
        tally.mean = tally.sum1 / bars;
        tally.squares = tally.sum2;
        return !needs.returns() || tally.centre(needs.moments());
    }

    /** Sums the trades that are closed. */
    private void sumTrades(JumpPath path, JumpTables tables, boolean drawdown) {
        double[] entry = tables.entry;
        double[] exit = tables.exit;
        RangeExtrema extrema = shared.closes();
        int[] list = path.changes;
        int shift = path.shift;
        int last = path.count - 1;
        double equity = 1;
        double sum1 = 0;
        double sum2 = 0;
        int held = 0;
        path.restart();
        for (int k = 0; k < last; k += 2 * CHUNK) {
            int trades = Math.min(CHUNK, (last - k + 1) >> 1);
            for (int i = 0; i < trades; i++) {
                int e = list[k + 2 * i] + shift;
                int x = list[k + 2 * i + 1] + shift;
                int in = e * JumpTables.STRIDE;
                int out = x * JumpTables.STRIDE;
                sum1 += entry[in + 1] + exit[out + 1];
                sum2 += entry[in + 2] + exit[out + 2];
                held += x - e;
                double scale = equity * entry[in];
                equity = scale * exit[out];
                if (drawdown) {
                    extrema.range(e, x, low, high, i);
                    start[i] = scale;
                    end[i] = equity;
                }
            }
            if (drawdown) {
                fallBelowPeak(path, k, trades);
            }
        }
        path.equity = equity;
        path.sum1 = sum1;
        path.sum2 = sum2;
        path.held = held;
    }

    /**
     * The drawdown over the trades in the scratch, the first of which is at place k of the list. One pass carries the
     * peak along, by the bits of the doubles: those of positive ones order as they do, and their maximum takes no branch
     * that could be mispredicted. The next divides, eight trades at a time where the compiler can. The last looks inside
     * the few trades that raise the peak: only there may a fall within the trade be the deepest.
     */
    private void fallBelowPeak(JumpPath path, int k, int trades) {
        long peak = Double.doubleToRawLongBits(path.peak);
        for (int i = 0; i < trades; i++) {
            before[i] = Double.longBitsToDouble(peak);
            peak = Math.max(peak, Double.doubleToRawLongBits(start[i] * high[i]));
            inside[i] = Double.longBitsToDouble(peak);
            peak = Math.max(peak, Double.doubleToRawLongBits(end[i]));
        }
        path.peak = Double.longBitsToDouble(peak);
        double worst = path.worst;
        for (int i = 0; i < trades; i++) {
            worst = Math.min(worst, Math.min(start[i] * low[i] / before[i], end[i] / inside[i]));
        }
        for (int i = 0; i < trades; i++) {
            if (inside[i] > before[i] && low[i] < worst * high[i]) {
                worst = shared.falls().fall(path.bar(k + 2 * i), path.bar(k + 2 * i + 1), worst);
            }
        }
        path.worst = worst;
    }

    private void holdToTheEnd(JumpPath path, JumpTables tables, boolean drawdown) {
        int e = path.bar(path.count - 1);
        int in = e * JumpTables.STRIDE;
        path.sum1 += tables.entry[in + 1] + tables.last1;
        path.sum2 += tables.entry[in + 2] + tables.last2;
        path.held += bars - e;
        double scale = path.equity * tables.entry[in];
        path.equity = scale * close[bars - 1];
        if (drawdown) {
            double least = shared.closes().minimum(e, bars);
            double most = shared.closes().maximum(e, bars);
            path.worst = Math.min(path.worst, scale * least / path.peak);
            if (scale * most > path.peak && least < path.worst * most) {
                path.worst = shared.falls().fall(e, bars, path.worst);
            }
        }
    }

    private static void sumPowers(JumpPath path, JumpTables.Powers powers, Tally tally) {
        double[] entry = powers.entry;
        double[] exit = powers.exit;
        double sum3 = 0;
        double sum4 = 0;
        double downside = 0;
        for (int k = 0; k < path.count; k++) {
            double[] side = (k & 1) == 0 ? entry : exit;
            int at = path.bar(k) * JumpTables.STRIDE;
            sum3 += side[at];
            sum4 += side[at + 1];
            downside += side[at + 2];
        }
        if ((path.count & 1) != 0) {
            sum3 += powers.last[0];
            sum4 += powers.last[1];
            downside += powers.last[2];
        }
        tally.sum3 = sum3;
        tally.sum4 = sum4;
        tally.downside = downside;
    }

    private void longestDrawdown(JumpPath path, JumpTables tables, Tally tally) {
        RangeExtrema extrema = shared.closes();
        double equity = 1;
        double peak = 1;
        int below = 0;
        int longest = 0;
        int bar = 0;
        for (int k = 0; k < path.count; k += 2) {
            int e = path.bar(k);
            int x = path.exit(k, bars);
            // flat until the entry: equity stands still, under the peak or at it
            below = below > 0 ? below + (e - bar) : 0;
            double scale = equity * tables.entry[e * JumpTables.STRIDE];
            // the peak as a close of this trade
            double top = peak / scale;
            double floor = top * (1 - Tally.DRAWDOWN_NOISE);
            if (extrema.maximum(e, x) < floor) {
                below += x - e;
            } else {
                for (int t = e; t < x; t++) {
                    double c = close[t];
                    if (c < floor) {
                        below++;
                    } else {
                        longest = Math.max(longest, below);
                        below = 0;
                        top = c > top ? c : top;
                        floor = top * (1 - Tally.DRAWDOWN_NOISE);
                    }
                }
                peak = Math.max(peak, top * scale);
            }
            bar = x;
            if (x < bars) {
                equity = scale * tables.exit[x * JumpTables.STRIDE];
                if (equity < peak * (1 - Tally.DRAWDOWN_NOISE)) {
                    below++;
                } else {
                    longest = Math.max(longest, below);
                    below = 0;
                    peak = Math.max(peak, equity);
                }
                bar = x + 1;
            }
        }
        below = below > 0 ? below + (bars - bar) : 0;
        tally.drawdownBars = Math.max(longest, below);
    }
}
