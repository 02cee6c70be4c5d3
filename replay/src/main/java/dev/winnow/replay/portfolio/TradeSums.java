package dev.winnow.replay.portfolio;

/** Sums over the trades of a point that uses all the cash in one long: what they cost and what they gained. */
final class TradeSums {
    private TradeSums() {}

    /**
     * Fills the tally's fees, notional, wins, profit, loss and expectancy.
     *
     * @param gross double[trades] or longer: what each closed trade multiplies equity by before costs
     * @param closed their number
     * @param open whether one more is still open at the end
     */
    static void fill(double[] gross, int closed, boolean open, Execution execution, Tally tally) {
        double equity = execution.cash();
        double notional = 0;
        int wins = 0;
        double profit = 0;
        double loss = 0;
        double expectancy = 0;
        double bought = 1 / (1 + execution.fee());
        double sold = 1 / (1 - execution.fee());
        double costs = Fills.leaveFactor(execution) * Fills.enterFactor(execution);
        for (int i = 0; i < closed; i++) {
            double gain = gross[i] * costs - 1;
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
        if (open) {
            notional += equity * bought;
        }
        tally.notional = notional;
        tally.fees = notional * execution.fee();
        tally.wins = wins;
        tally.profit = profit;
        tally.loss = loss;
        tally.expectancy = expectancy;
    }
}
