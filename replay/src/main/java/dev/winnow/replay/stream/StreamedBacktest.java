package dev.winnow.replay.stream;

import dev.winnow.replay.expression.StrategyStream;
import dev.winnow.replay.market.Bar;
import dev.winnow.replay.performance.RunningTally;
import dev.winnow.replay.portfolio.Account;
import dev.winnow.replay.portfolio.Execution;
import dev.winnow.replay.portfolio.Ledger;
import dev.winnow.replay.portfolio.Order;
import dev.winnow.replay.portfolio.Tally;
import dev.winnow.replay.portfolio.Trade;
import dev.winnow.replay.portfolio.Trade.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One point of a strategy on bars that come one by one: the decisions and trades of the plain reference on the same
 * bars, in the room that the strategy's windows need, however many bars there are. Used by one thread at a time.
 */
public final class StreamedBacktest {
    private final StrategyStream strategy;
    private final Account account;
    private final RunningTally tally;
    private final StreamListener listener;

    /** Bars taken before the one at hand. */
    private long bars;

    private final Bar now = new Bar();
    private @Nullable Entry entry;

    /** A backtest that has seen no bar. */
    public StreamedBacktest(StrategyStream strategy, Execution execution, StreamListener listener) {
        this.strategy = strategy;
        this.tally = new RunningTally(execution.cash());
        this.listener = listener;
        this.account = new Account(execution, new Fills());
    }

    /** What the account does, with the bar that it does it on. */
    private final class Fills implements Ledger {
        @Override
        public void decided(Order order) {
            listener.decided(bars, now, order);
        }

        @Override
        public void opened(int side, double quantity, double price, double fee, double cashBefore) {
            Entry made = new Entry(bars, now.timeText(), side, quantity, price, fee, cashBefore);
            entry = made;
            listener.opened(made);
        }

        @Override
        public void closed(double price, double fee, double pnl, Reason reason) {
            Entry ended = entry;
            if (ended == null) {
                throw new IllegalStateException("closed before it was opened");
            }
            entry = null;
            tally.trade(pnl, ended.cashBefore());
            listener.closed(ended, bars, now, price, pnl, reason);
        }
    }

    /** Takes the bar that comes next; what happens goes to the listener. */
    public void next(Bar bar) {
        now.set(bar);
        strategy.next(bar);
        account.next(
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                strategy.enterLong(),
                strategy.exitLong(),
                strategy.enterShort(),
                strategy.exitShort());
        tally.bar(account.equity(), account.side() != 0);
        bars++;
    }

    /** Bars so far. */
    public long bars() {
        return bars;
    }

    /** The last bar. */
    public Bar last() {
        return now;
    }

    /** The position that is open, or null. */
    public @Nullable Entry open() {
        return entry;
    }

    /** What the open position would bring at the last close; 0 without one. */
    public double openPnl() {
        Entry open = entry;
        return open == null ? 0 : Trade.pnl(account.equity(), open.cashBefore());
    }

    /** Whether equity fell to 0. */
    public boolean ruined() {
        return account.ruined();
    }

    /** The sums that the metrics so far are made of. */
    public Tally tally() {
        return tally.at(entry == null ? 0 : 1, account.ruined(), account.fees(), account.notional());
    }
}
