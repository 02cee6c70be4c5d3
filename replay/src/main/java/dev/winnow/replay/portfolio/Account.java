package dev.winnow.replay.portfolio;

import dev.winnow.replay.portfolio.Trade.Reason;

/**
 * Cash and position on their way along the bars: the semantics line by line, one bar at a time, no tricks. The
 * {@link ReferenceSimulator} is a loop over it, and so is a stream.
 */
public final class Account {
    private final Execution execution;
    private final Ledger ledger;

    private double cash;
    /** Signed: negative while short. */
    private double quantity;
    /** Decided at the close before, to be filled at this bar's open. */
    private Order pending = Order.NOTHING;

    private boolean enteredToday;
    private double entryPrice;
    private double cashBefore;
    /** Best price since the entry, for the trailing stop. */
    private double best;

    private double equity;
    private boolean ruined;
    private double fees;
    private double notional;

    /** An account that holds the execution's cash and nothing else. */
    public Account(Execution execution, Ledger ledger) {
        this.execution = execution;
        this.ledger = ledger;
        this.cash = execution.cash();
        this.equity = execution.cash();
    }

    /**
     * Takes the bar that comes next and the decisions at its close; the fills go to the ledger. After a ruin nothing
     * happens any more.
     */
    public void next(
            double open,
            double high,
            double low,
            double close,
            boolean enterLong,
            boolean exitLong,
            boolean enterShort,
            boolean exitShort) {
        if (ruined) {
            return;
        }
        enteredToday = false;
        if (!execution.fillAtClose()) {
            fill(pending, open);
            pending = Order.NOTHING;
        }
        boolean openSinceTheOpen = quantity != 0;
        if (openSinceTheOpen) {
            testStops(open, high, low);
        }
        Order order = decide(enterLong, exitLong, enterShort, exitShort);
        if (order != Order.NOTHING) {
            ledger.decided(order);
        }
        if (execution.fillAtClose()) {
            fill(order, close);
        } else {
            pending = order;
        }
        if (quantity < 0 && execution.borrow() > 0) {
            cash -= execution.borrow() * -quantity * close / execution.periodsPerYear();
        }
        equity = cash + quantity * close;
        if (equity <= 0) {
            ruin(close);
        }
    }

    /** Equity at the last bar's close, 0 from a ruin on; the initial cash before the first bar. */
    public double equity() {
        return equity;
    }

    /** Side of the position: 1, 0 or -1. */
    public int side() {
        return (int) Math.signum(quantity);
    }

    /** Whether equity fell to 0. */
    public boolean ruined() {
        return ruined;
    }

    /** Sum of the fees. */
    public double fees() {
        return fees;
    }

    /** Sum of |quantity| * fill price. */
    public double notional() {
        return notional;
    }

    private void ruin(double close) {
        equity = 0;
        ruined = true;
        if (quantity != 0) {
            quantity = 0;
            ledger.closed(close, 0, -cashBefore, Reason.RUIN);
        }
    }

    private Order decide(boolean enterLong, boolean exitLong, boolean enterShort, boolean exitShort) {
        boolean toLong = enterLong && !enterShort;
        boolean toShort = enterShort && !enterLong;
        if (quantity == 0) {
            return toLong ? Order.LONG : toShort ? Order.SHORT : Order.NOTHING;
        }
        if (quantity > 0) {
            return toShort ? Order.SHORT : exitLong ? Order.CLOSE : Order.NOTHING;
        }
        return toLong ? Order.LONG : exitShort ? Order.CLOSE : Order.NOTHING;
    }

    private void fill(Order order, double raw) {
        switch (order) {
            case NOTHING -> {}
            case CLOSE -> close(raw, Reason.SIGNAL);
            case LONG -> {
                if (quantity < 0) {
                    close(raw, Reason.REVERSAL);
                }
                open(raw, 1);
            }
            case SHORT -> {
                if (quantity > 0) {
                    close(raw, Reason.REVERSAL);
                }
                open(raw, -1);
            }
        }
    }

    private void open(double raw, int side) {
        double price = side > 0 ? Fills.buyPrice(raw, execution) : Fills.sellPrice(raw, execution);
        double size = Fills.quantity(cash, price, execution);
        if (!(size > 0)) {
            return;
        }
        cashBefore = cash;
        cash = side > 0 ? Fills.openLong(cash, size, price, execution) : Fills.openShort(cash, size, price, execution);
        double fee = Fills.fee(size, price, execution);
        fees += fee;
        notional += size * price;
        quantity = side * size;
        enteredToday = true;
        entryPrice = price;
        best = price;
        ledger.opened(side, size, price, fee, cashBefore);
    }

    private void close(double raw, Reason reason) {
        int side = side();
        double size = Math.abs(quantity);
        double price = side > 0 ? Fills.sellPrice(raw, execution) : Fills.buyPrice(raw, execution);
        cash = side > 0
                ? Fills.closeLong(cash, size, price, execution)
                : Fills.closeShort(cash, size, price, execution);
        double fee = Fills.fee(size, price, execution);
        fees += fee;
        notional += size * price;
        quantity = 0;
        ledger.closed(price, fee, Trade.pnl(cash, cashBefore), reason);
    }

    private void testStops(double open, double high, double low) {
        // only a next-open fill can be tested on its own bar
        if (quantity > 0) {
            double lossLevel = entryPrice * (1 - execution.stopLoss());
            double trailingLevel = best * (1 - execution.trailing());
            boolean trailed = Double.isNaN(lossLevel) || trailingLevel > lossLevel;
            double stop = trailed ? trailingLevel : lossLevel;
            double target = entryPrice * (1 + execution.takeProfit());
            if (low <= stop) {
                close(!enteredToday && open < stop ? open : stop, trailed ? Reason.TRAILING : Reason.STOP_LOSS);
            } else if (high >= target) {
                close(!enteredToday && open > target ? open : target, Reason.TAKE_PROFIT);
            } else {
                best = Math.max(best, high);
            }
        } else {
            double lossLevel = entryPrice * (1 + execution.stopLoss());
            double trailingLevel = best * (1 + execution.trailing());
            boolean trailed = Double.isNaN(lossLevel) || trailingLevel < lossLevel;
            double stop = trailed ? trailingLevel : lossLevel;
            double target = entryPrice * (1 - execution.takeProfit());
            if (high >= stop) {
                close(!enteredToday && open > stop ? open : stop, trailed ? Reason.TRAILING : Reason.STOP_LOSS);
            } else if (low <= target) {
                close(!enteredToday && open < target ? open : target, Reason.TAKE_PROFIT);
            } else {
                best = Math.min(best, low);
            }
        }
    }
}
