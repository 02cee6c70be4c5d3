package dev.winnow.replay.portfolio;

/**
 * How decisions become fills, and what they cost; one point's settings. NaN is "off" where said.
 *
 * @param cash initial cash, > 0
 * @param fillAtClose false: orders fill at the next bar's open; true: at the deciding bar's close
 * @param fee share of the notional a fill, >= 0
 * @param feeFixed cash a fill, >= 0
 * @param slippage share of the raw price, >= 0 and < 1
 * @param fraction share of the cash that an entry may use, in (0, 1]
 * @param lot quantities are whole multiples of it; NaN: any quantity
 * @param stopLoss fraction of the entry fill price, > 0; NaN: off
 * @param takeProfit likewise
 * @param trailing fraction of the best price since entry, in (0, 1); NaN: off
 * @param borrow annual rate on the notional of a short, >= 0
 * @param riskFree annual risk-free rate
 * @param periodsPerYear A of the semantics, > 0; NaN: not known, only without borrow
 */
public record Execution(
        double cash,
        boolean fillAtClose,
        double fee,
        double feeFixed,
        double slippage,
        double fraction,
        double lot,
        double stopLoss,
        double takeProfit,
        double trailing,
        double borrow,
        double riskFree,
        double periodsPerYear) {
    /** Next-open fills, all cash, no costs, no stops. */
    public static Execution plain(double cash, double periodsPerYear) {
        return new Execution(
                cash, false, 0, 0, 0, 1, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, 0, periodsPerYear);
    }

    /** Whether any protective stop is on. */
    public boolean stops() {
        return !Double.isNaN(stopLoss) || !Double.isNaN(takeProfit) || !Double.isNaN(trailing);
    }
}
