package dev.winnow.replay.stream;

import dev.winnow.replay.market.Bar;
import dev.winnow.replay.portfolio.Order;
import dev.winnow.replay.portfolio.Trade.Reason;

/** Hears of decisions and fills as they happen; a bar's come in the order of the semantics. */
public interface StreamListener {
    /**
     * Something was decided at the close of a bar.
     *
     * @param t number of the bar, from 0
     * @param order anything but NOTHING
     */
    void decided(long t, Bar bar, Order order);

    /** A position was opened. */
    void opened(Entry entry);

    /**
     * A position was closed.
     *
     * @param t number of the bar, from 0
     * @param price fill price, slippage included
     * @param pnl as {@link dev.winnow.replay.portfolio.Trade#pnl()}
     */
    void closed(Entry entry, long t, Bar bar, double price, double pnl, Reason reason);
}
