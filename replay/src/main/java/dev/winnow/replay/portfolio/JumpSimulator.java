package dev.winnow.replay.portfolio;

import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.DecisionPlanes;

/**
 * Goes from trade to trade and never looks at the bars between: for points that only go long with all their cash and
 * are not stopped, where equity is proportional to the close (see {@link JumpTables}). One thread's.
 *
 * <p>The position after each decision follows from 64 bars at once: with S the bars that enter and R those that exit,
 * disjoint, the carries of the addition ~R + S are the positions before each bar (S generates, R kills, the rest
 * propagates). The bars at which the position changes are then listed, entries and exits in turn.
 */
final class JumpSimulator {
    private final double[] close;
    private final CloseExtrema extrema;
    private final int bars;
    private final int[] changes;

    JumpSimulator(double[] close, CloseExtrema extrema) {
        this.close = close;
        this.extrema = extrema;
        this.bars = close.length;
        this.changes = new int[bars + 64];
    }

    /** Fills the tally. False when the variance of the returns has lost its digits: the point has to be walked. */
    boolean simulate(DecisionPlanes planes, JumpTables tables, Execution execution, Needs needs, Tally tally) {
        tally.reset(bars);
        int count = listChanges(planes.enterLong(), planes.exitLong(), execution.fillAtClose());
        int shift = execution.fillAtClose() ? 0 : 1;
        sumTrades(count, shift, tables, needs, tally);
        if (needs.drawdownBars()) {
            longestDrawdown(count, shift, tables, tally);
        }
        if (needs.costs() || needs.trades()) {
            sumCosts(count, shift, tables, execution, tally);
        }
        tally.mean = tally.sum1 / bars;
        tally.squares = tally.sum2;
        return !needs.returns() || tally.centre(needs.moments());
    }

    /** Writes the bars whose decision changes the position, in order, and returns how many. */
    private int listChanges(long[] enter, long[] exit, boolean fillAtClose) {
        int[] list = changes;
        int words = BitPlanes.words(bars);
        int count = 0;
        long held = 0;
        for (int w = 0; w < words; w++) {
            long set = enter[w];
            long reset = exit[w];
            if ((set & reset) != 0) {
                long both = set & reset;
                set = resolve(set, reset, held);
                reset = (reset & ~both) | (both & ~set);
            }
            long keep = ~reset;
            long before = (keep + set + held) ^ keep ^ set;
            long after = set | (keep & before);
            held = after >>> 63;
            long change = after ^ before;
            if (w == words - 1) {
                change &= BitPlanes.tailMask(bars);
                if (!fillAtClose) {
                    // an order decided on the last bar never fills
                    change &= ~(1L << (bars - 1));
                }
            }
            int base = w << 6;
            // four at a time without asking whether there are as many: the branch is nearly always right
            int next = count + Long.bitCount(change);
            do {
                list[count] = base + Long.numberOfTrailingZeros(change);
                change &= change - 1;
                list[count + 1] = base + Long.numberOfTrailingZeros(change);
                change &= change - 1;
                list[count + 2] = base + Long.numberOfTrailingZeros(change);
                change &= change - 1;
                list[count + 3] = base + Long.numberOfTrailingZeros(change);
                change &= change - 1;
                count += 4;
            } while (count < next);
            count = next;
        }
        return count;
    }

    /** Where a bar both enters and exits: the first if flat before it, the second if long. Returns the true entries. */
    private static long resolve(long enter, long exit, long held) {
        long entries = 0;
        boolean in = held != 0;
        long rest = enter | exit;
        while (rest != 0) {
            long bit = rest & -rest;
            if (in) {
                in = (exit & bit) == 0;
            } else if ((enter & bit) != 0) {
                in = true;
                entries |= bit;
            }
            rest ^= bit;
        }
        // an entry while long changes nothing and may stay out of the result
        return entries;
    }

    private void sumTrades(int count, int shift, JumpTables tables, Needs needs, Tally tally) {
        double[] entry = tables.entry;
        double[] exit = tables.exit;
        int[] list = changes;
        boolean drawdown = needs.drawdown();
        boolean more = needs.moments() || needs.downside();
        double equity = 1;
        // the bits of a positive double order as it does, and their minimum takes no branch that could be mispredicted
        long peakBits = Double.doubleToRawLongBits(1);
        long worstBits = peakBits;
        long narrowBits = peakBits;
        double sum1 = 0;
        double sum2 = 0;
        int held = 0;
        int closed = count & ~1;
        for (int k = 0; k < closed; k += 2) {
            int e = list[k] + shift;
            int x = list[k + 1] + shift;
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
        tally.trades = closed >> 1;
        if (closed < count) {
            int e = list[closed] + shift;
            int in = e * JumpTables.STRIDE;
            sum1 += entry[in + 1] + tables.last1;
            sum2 += entry[in + 2] + tables.last2;
            held += bars - e;
            double scale = equity * entry[in];
            equity = scale * close[bars - 1];
            if (drawdown) {
                double low = Double.longBitsToDouble(extrema.minimumBits(e, bars));
                double high = Double.longBitsToDouble(extrema.maximumBits(e, bars));
                narrowBits = Math.min(narrowBits, Double.doubleToRawLongBits(low / high));
                worstBits = Math.min(
                        worstBits, Double.doubleToRawLongBits(scale * low / Double.longBitsToDouble(peakBits)));
            }
            tally.openTrades = 1;
        }
        if (more) {
            sumMore(count, shift, tables, tally);
        }
        tally.sum1 = sum1;
        tally.sum2 = sum2;
        tally.growth = equity;
        tally.worst = drawdown
                ? deepestInside(count, shift, Double.longBitsToDouble(narrowBits), Double.longBitsToDouble(worstBits))
                : 1;
        tally.heldBars = held;
    }

    /**
     * The worst ratio, falls inside a trade included. They are looked at last, when the worst ratio to the peak before
     * the trade is known: few trades' own range is wider than that.
     *
     * @param narrow least ratio of a trade's least to its greatest close
     */
    private double deepestInside(int count, int shift, double narrow, double worstToPeak) {
        double worst = worstToPeak;
        if (narrow >= worst) {
            return worst;
        }
        for (int k = 0; k < count; k += 2) {
            int e = changes[k] + shift;
            int x = k + 1 < count ? changes[k + 1] + shift : bars;
            double low = Double.longBitsToDouble(extrema.minimumBits(e, x));
            double high = Double.longBitsToDouble(extrema.maximumBits(e, x));
            if (low / high < worst) {
                worst = extrema.fall(e, x, worst);
            }
        }
        return worst;
    }

    private void sumMore(int count, int shift, JumpTables tables, Tally tally) {
        JumpTables.Powers powers = tables.powers();
        double[] entry = powers.entry;
        double[] exit = powers.exit;
        double sum3 = 0;
        double sum4 = 0;
        double downside = 0;
        for (int k = 0; k < count; k++) {
            double[] side = (k & 1) == 0 ? entry : exit;
            int at = (changes[k] + shift) * JumpTables.STRIDE;
            sum3 += side[at];
            sum4 += side[at + 1];
            downside += side[at + 2];
        }
        if ((count & 1) != 0) {
            sum3 += powers.last[0];
            sum4 += powers.last[1];
            downside += powers.last[2];
        }
        tally.sum3 = sum3;
        tally.sum4 = sum4;
        tally.downside = downside;
    }

    private void sumCosts(int count, int shift, JumpTables tables, Execution execution, Tally tally) {
        double equity = execution.cash();
        double notional = 0;
        int wins = 0;
        double profit = 0;
        double loss = 0;
        double expectancy = 0;
        double bought = 1 / (1 + execution.fee());
        double sold = 1 / (1 - execution.fee());
        int closed = count & ~1;
        for (int k = 0; k < closed; k += 2) {
            double gain = tables.entry[(changes[k] + shift) * JumpTables.STRIDE]
                            * tables.exit[(changes[k + 1] + shift) * JumpTables.STRIDE]
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
        if (closed < count) {
            notional += equity * bought;
        }
        tally.notional = notional;
        tally.fees = notional * execution.fee();
        tally.wins = wins;
        tally.profit = profit;
        tally.loss = loss;
        tally.expectancy = expectancy;
    }

    private void longestDrawdown(int count, int shift, JumpTables tables, Tally tally) {
        double equity = 1;
        double peak = 1;
        int below = 0;
        int longest = 0;
        int bar = 0;
        for (int k = 0; k < count; k += 2) {
            int e = changes[k] + shift;
            boolean closes = k + 1 < count;
            int x = closes ? changes[k + 1] + shift : bars;
            // flat until the entry: equity stands still, under the peak or at it
            below = below > 0 ? below + (e - bar) : 0;
            double scale = equity * tables.entry[e * JumpTables.STRIDE];
            // the peak as a close of this trade
            double top = peak / scale;
            double floor = top * (1 - Tally.DRAWDOWN_NOISE);
            if (Double.longBitsToDouble(extrema.maximumBits(e, x)) < floor) {
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
            }
            peak = Math.max(peak, top * scale);
            bar = x;
            if (closes) {
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
