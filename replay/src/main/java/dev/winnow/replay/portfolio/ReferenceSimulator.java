package dev.winnow.replay.portfolio;

import dev.winnow.replay.market.Bars;
import dev.winnow.replay.portfolio.Trade.Reason;
import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.DecisionPlanes;
import java.util.ArrayList;
import java.util.List;

/**
 * The semantics line by line, one bar at a time, no tricks: the oracle of every other simulator. Use one instance a
 * run.
 */
public final class ReferenceSimulator {
    private final Bars bars;
    private final DecisionPlanes planes;
    private final Execution execution;

    private final List<Trade> trades = new ArrayList<>();
    private double cash;
    /** Signed: negative while short. */
    private double quantity;

    private int entryBar;
    private double entryPrice;
    private double cashBefore;
    /** Best price since the entry, for the trailing stop. */
    private double best;

    private double fees;
    private double notional;

    private ReferenceSimulator(Bars bars, DecisionPlanes planes, Execution execution) {
        this.bars = bars;
        this.planes = planes;
        this.execution = execution;
        this.cash = execution.cash();
    }

    /** Runs the decisions over the bars. */
    public static Backtest run(Bars bars, DecisionPlanes planes, Execution execution) {
        return new ReferenceSimulator(bars, planes, execution).run();
    }

    private Backtest run() {
        int n = bars.size();
        double[] equity = new double[n];
        boolean[] held = new boolean[n];
        Wish pending = Wish.NOTHING;
        for (int t = 0; t < n; t++) {
            if (!execution.fillAtClose()) {
                fill(pending, t, bars.open()[t]);
                pending = Wish.NOTHING;
            }
            boolean openSinceTheOpen = quantity != 0;
            if (openSinceTheOpen) {
                testStops(t);
            }
            Wish wish = decide(t);
            if (execution.fillAtClose()) {
                fill(wish, t, bars.close()[t]);
            } else {
                pending = wish;
            }
            if (quantity < 0) {
                cash -= execution.borrow() * -quantity * bars.close()[t] / execution.periodsPerYear();
            }
            equity[t] = cash + quantity * bars.close()[t];
            if (equity[t] <= 0) {
                equity[t] = 0;
                if (quantity != 0) {
                    trades.add(new Trade(
                            (int) Math.signum(quantity),
                            entryBar,
                            t,
                            entryPrice,
                            bars.close()[t],
                            Math.abs(quantity),
                            cashBefore,
                            -cashBefore,
                            Reason.RUIN));
                }
                return new Backtest(equity, held, trades, fees, notional, true);
            }
            held[t] = quantity != 0;
        }
        if (quantity != 0) {
            trades.add(new Trade(
                    (int) Math.signum(quantity),
                    entryBar,
                    -1,
                    entryPrice,
                    bars.close()[n - 1],
                    Math.abs(quantity),
                    cashBefore,
                    Trade.pnl(equity[n - 1], cashBefore),
                    Reason.OPEN));
        }
        return new Backtest(equity, held, trades, fees, notional, false);
    }

    /** What a decision asks for. */
    private enum Wish {
        NOTHING,
        GO_LONG,
        GO_SHORT,
        CLOSE
    }

    private Wish decide(int t) {
        boolean enterLong = BitPlanes.get(planes.enterLong(), t);
        boolean enterShort = BitPlanes.get(planes.enterShort(), t);
        if (enterLong && enterShort) {
            enterLong = false;
            enterShort = false;
        }
        if (quantity == 0) {
            return enterLong ? Wish.GO_LONG : enterShort ? Wish.GO_SHORT : Wish.NOTHING;
        }
        if (quantity > 0) {
            return enterShort ? Wish.GO_SHORT : BitPlanes.get(planes.exitLong(), t) ? Wish.CLOSE : Wish.NOTHING;
        }
        return enterLong ? Wish.GO_LONG : BitPlanes.get(planes.exitShort(), t) ? Wish.CLOSE : Wish.NOTHING;
    }

    private void fill(Wish wish, int t, double raw) {
        switch (wish) {
            case NOTHING -> {}
            case CLOSE -> close(t, raw, Reason.SIGNAL);
            case GO_LONG -> {
                if (quantity < 0) {
                    close(t, raw, Reason.REVERSAL);
                }
                open(t, raw, 1);
            }
            case GO_SHORT -> {
                if (quantity > 0) {
                    close(t, raw, Reason.REVERSAL);
                }
                open(t, raw, -1);
            }
        }
    }

    private void open(int t, double raw, int side) {
        double price = side > 0 ? Fills.buyPrice(raw, execution) : Fills.sellPrice(raw, execution);
        double size = Fills.quantity(cash, price, execution);
        if (!(size > 0)) {
            return;
        }
        cashBefore = cash;
        cash = side > 0 ? Fills.openLong(cash, size, price, execution) : Fills.openShort(cash, size, price, execution);
        fees += Fills.fee(size, price, execution);
        notional += size * price;
        quantity = side * size;
        entryBar = t;
        entryPrice = price;
        best = price;
    }

    private void close(int t, double raw, Reason reason) {
        int side = quantity > 0 ? 1 : -1;
        double size = Math.abs(quantity);
        double price = side > 0 ? Fills.sellPrice(raw, execution) : Fills.buyPrice(raw, execution);
        cash = side > 0
                ? Fills.closeLong(cash, size, price, execution)
                : Fills.closeShort(cash, size, price, execution);
        fees += Fills.fee(size, price, execution);
        notional += size * price;
        quantity = 0;
        trades.add(
                new Trade(side, entryBar, t, entryPrice, price, size, cashBefore, Trade.pnl(cash, cashBefore), reason));
    }

    private void testStops(int t) {
        double open = bars.open()[t];
        double high = bars.high()[t];
        double low = bars.low()[t];
        // only a next-open fill can be tested on its own bar
        boolean entryToday = t == entryBar;
        if (quantity > 0) {
            double lossLevel = entryPrice * (1 - execution.stopLoss());
            double trailingLevel = best * (1 - execution.trailing());
            boolean trailed = Double.isNaN(lossLevel) || trailingLevel > lossLevel;
            double stop = trailed ? trailingLevel : lossLevel;
            double target = entryPrice * (1 + execution.takeProfit());
            if (low <= stop) {
                close(t, !entryToday && open < stop ? open : stop, trailed ? Reason.TRAILING : Reason.STOP_LOSS);
            } else if (high >= target) {
                close(t, !entryToday && open > target ? open : target, Reason.TAKE_PROFIT);
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
                close(t, !entryToday && open > stop ? open : stop, trailed ? Reason.TRAILING : Reason.STOP_LOSS);
            } else if (low <= target) {
                close(t, !entryToday && open < target ? open : target, Reason.TAKE_PROFIT);
            } else {
                best = Math.min(best, low);
            }
        }
    }
}
