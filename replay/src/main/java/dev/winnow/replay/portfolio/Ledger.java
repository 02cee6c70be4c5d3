package dev.winnow.replay.portfolio;

import dev.winnow.replay.portfolio.Trade.Reason;

/** Hears of every decision and fill of an {@link Account}, in order; the bar is the one that the account is taking. */
public interface Ledger {
    /** Something was decided at the bar's close; what it fills there comes after. */
    default void decided(Order order) {}

    /**
     * A position is opened.
     *
     * @param side 1 long, -1 short
     * @param quantity > 0
     * @param price fill price, slippage included
     * @param fee of the fill
     * @param cashBefore cash before the fill
     */
    void opened(int side, double quantity, double price, double fee, double cashBefore);

    /**
     * The open position is closed.
     *
     * @param price fill price, slippage included; the close at a ruin
     * @param fee of the fill; 0 at a ruin
     * @param pnl as {@link Trade#pnl()}
     */
    void closed(double price, double fee, double pnl, Reason reason);
}
