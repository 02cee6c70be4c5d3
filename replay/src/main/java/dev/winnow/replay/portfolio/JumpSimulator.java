package dev.winnow.replay.portfolio;

/**
 * Goes from trade to trade and never looks at the bars between: for points that only go long with all their cash and
 * are not stopped, where equity is proportional to the close (see {@link JumpTables}). Stateless: the state of a point
 * is its {@link JumpPath}, so that many points can pass one stretch of bars together.
 */
final class JumpSimulator {
    private final double[] close;
    private final CloseExtrema extrema;
    private final int bars;

    JumpSimulator(double[] close, CloseExtrema extrema) {
        this.close = close;
        this.extrema = extrema;
        this.bars = close.length;
    }

    /** Sums the trades that end before bar {@code until}. */
    void advance(JumpPath path, int until, JumpTables tables, boolean drawdown) {
        double[] entry = tables.entry;
        double[] exit = tables.exit;
        int[] list = path.changes;
        int shift = path.shift;
        int last = path.count - 1;
        int k = path.next;
        double equity = path.equity;
        // the bits of a positive double order as it does, and their minimum takes no branch that could be mispredicted
        long peakBits = path.peakBits;
        long worstBits = path.worstBits;
        long narrowBits = path.narrowBits;
        double sum1 = path.sum1;
        double sum2 = path.sum2;
        int held = path.held;
        for (; k < last; k += 2) {
            int e = list[k] + shift;
            int x = list[k + 1] + shift;
            if (x >= until) {
                break;
            }
            int in = e * JumpTables.STRIDE;
            int out = x * JumpTables.STRIDE;
            sum1 += entry[in + 1] + exit[out + 1];
            sum2 += entry[in + 2] + exit[out + 2];
            held += x - e;
            double scale = equity * entry[in];
            equity = scale * exit[out];
            if (drawdown) {
                double low = Double.longBitsToDouble(extrema.minimumBits(e, x));
                double high = Double.longBitsToDouble(extrema.maximumBits(e, x));
                narrowBits = Math.min(narrowBits, Double.doubleToRawLongBits(low / high));
                worstBits = Math.min(
                        worstBits, Double.doubleToRawLongBits(scale * low / Double.longBitsToDouble(peakBits)));
                peakBits = Math.max(peakBits, Double.doubleToRawLongBits(scale * high));
                peakBits = Math.max(peakBits, Double.doubleToRawLongBits(equity));
                worstBits = Math.min(worstBits, Double.doubleToRawLongBits(equity / Double.longBitsToDouble(peakBits)));
            }
        }
        path.next = k;
        path.equity = equity;
        path.peakBits = peakBits;
        path.worstBits = worstBits;
        path.narrowBits = narrowBits;
        path.sum1 = sum1;
        path.sum2 = sum2;
        path.held = held;
    }

    /**
     * Fills the tally of a path whose trades are all summed. False when the variance of the returns has lost its
     * digits: the point has to be walked.
     */
    boolean finish(JumpPath path, JumpTables tables, Execution execution, Needs needs, Tally tally) {
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
        tally.worst = needs.drawdown() ? deepest(path) : 1;
        if (needs.moments() || needs.downside()) {
            sumPowers(path, tables.powers(), tally);
        }
        if (needs.drawdownBars()) {
            longestDrawdown(path, tables, tally);
        }
        if (needs.costs() || needs.trades()) {
            sumCosts(path, tables, execution, tally);
        }
        tally.mean = tally.sum1 / bars;
        tally.squares = tally.sum2;
        return !needs.returns() || tally.centre(needs.moments());
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
            double low = extrema.minimum(e, bars);
            double worst = scale * low / Double.longBitsToDouble(path.peakBits);
            path.worstBits = Math.min(path.worstBits, Double.doubleToRawLongBits(worst));
            path.narrowBits = Math.min(path.narrowBits, Double.doubleToRawLongBits(low / extrema.maximum(e, bars)));
        }
    }

    /**
     * The worst ratio, falls inside a trade included. They are looked at last, when the worst ratio to the peak before
     * the trade is known: few trades' own range is wider than that.
     */
    private double deepest(JumpPath path) {
        double worst = Double.longBitsToDouble(path.worstBits);
        if (Double.longBitsToDouble(path.narrowBits) >= worst) {
            return worst;
        }
        for (int k = 0; k < path.count; k += 2) {
            int e = path.bar(k);
            int x = path.exit(k, bars);
            if (extrema.minimum(e, x) / extrema.maximum(e, x) < worst) {
                worst = extrema.fall(e, x, worst);
            }
        }
        return worst;
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

    private static void sumCosts(JumpPath path, JumpTables tables, Execution execution, Tally tally) {
        double equity = execution.cash();
        double notional = 0;
        int wins = 0;
        double profit = 0;
        double loss = 0;
        double expectancy = 0;
        double bought = 1 / (1 + execution.fee());
        double sold = 1 / (1 - execution.fee());
        for (int k = 0; k + 1 < path.count; k += 2) {
            double gain =
                    tables.entry[path.bar(k) * JumpTables.STRIDE] * tables.exit[path.bar(k + 1) * JumpTables.STRIDE]
                            - 1;
            gain = Math.abs(gain) <= Trade.PNL_NOISE ? 0 : gain;
            double pnl = equity * gain;
            // the sign bit spread over the word keeps the loss or the profit without a branch
            long bits = Double.doubleToRawLongBits(pnl);
            long negative = bits >> 63;
            loss -= Double.longBitsToDouble(bits & negative);
            profit += Double.longBitsToDouble(bits & ~negative);
            wins += pnl > 0 ? 1 : 0;
            expectancy += gain;
            notional += equity * bought;
            equity += pnl;
            notional += equity * sold;
        }
        if ((path.count & 1) != 0) {
            notional += equity * bought;
        }
        tally.notional = notional;
        tally.fees = notional * execution.fee();
        tally.wins = wins;
        tally.profit = profit;
        tally.loss = loss;
        tally.expectancy = expectancy;
    }

    private void longestDrawdown(JumpPath path, JumpTables tables, Tally tally) {
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
