package dev.winnow.replay.portfolio;

import dev.winnow.replay.market.Bars;
import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.DecisionPlanes;

/**
 * Goes from fill to fill of one point and never looks at equity: the path of cash and quantity, and what the trades
 * cost and gain. Cash and quantity are kept by the reference's own arithmetic ({@link Fills}), so every decision that
 * hangs on them falls the same way. One thread's.
 */
final class TradeWalk {
    private final double[] open;
    private final double[] close;
    private final StopTest stops;
    private final Stretches stretches;

    // the point
    private int bars;
    private Execution execution = Execution.plain(1, 1);
    private Tally tally = new Tally();
    private long[] enterLong = {};
    private long[] exitLong = {};
    private long[] enterShort = {};
    private long[] exitShort = {};

    // the account
    private double cash;
    private double quantity;
    private double cashBefore;
    private double entryPrice;
    private int entryBar;

    TradeWalk(SimulatorTables tables, HoldKernel kernel, Stretches stretches) {
        Bars prices = tables.bars();
        this.open = prices.open();
        this.close = prices.close();
        this.stops = new StopTest(tables, kernel);
        this.stretches = stretches;
    }

    /** Fills the stretches of the first bars, and of the tally all that trades and held bars add to. */
    void walk(DecisionPlanes planes, Execution execution, int bars, Tally tally) {
        this.bars = bars;
        this.execution = execution;
        this.tally = tally;
        enterLong = planes.enterLong();
        exitLong = planes.exitLong();
        enterShort = planes.enterShort();
        exitShort = planes.exitShort();
        cash = execution.cash();
        quantity = 0;
        stretches.begin(bars, cash);
        stops.begin(execution);
        follow();
        if (quantity != 0) {
            hold(bars);
        }
    }

    /** The cash before the open position was entered, 0 where there is none. */
    double openStake() {
        return quantity == 0 ? 0 : cashBefore;
    }

    private void follow() {
        boolean stopped = execution.stops();
        double[] raw = execution.fillAtClose() ? close : open;
        int delay = execution.fillAtClose() ? 0 : 1;
        int t = 0;
        while (true) {
            int decision = nextEntry(t);
            int fill = decision + delay;
            if (fill >= bars) {
                return;
            }
            enter(fill, raw[fill], BitPlanes.get(enterLong, decision) ? 1 : -1);
            t = decision + 1;
            while (quantity != 0) {
                if (t >= bars) {
                    return;
                }
                int exit = nextExit(t);
                if (stopped) {
                    int last = Math.min(exit, bars - 1);
                    int touched = quantity > 0
                            ? stops.touchLong(t, last, entryBar, entryPrice)
                            : stops.touchShort(t, last, entryBar, entryPrice);
                    if (touched <= last) {
                        leave(touched, stops.raw());
                        // flat for the decision at that close
                        t = touched;
                        break;
                    }
                }
                fill = exit + delay;
                if (fill >= bars) {
                    return;
                }
                int wish = wish(exit);
                leave(fill, raw[fill]);
                if (wish != 0) {
                    enter(fill, raw[fill], wish);
                }
                t = exit + 1;
            }
        }
    }

    /** First bar from t on that enters either way; {@code bars} when there is none. */
    private int nextEntry(int t) {
        int words = BitPlanes.words(bars);
        long mask = -1L << t;
        for (int w = t >>> 6; w < words; w++) {
            long word = (enterLong[w] ^ enterShort[w]) & mask;
            if (word != 0) {
                return (w << 6) + Long.numberOfTrailingZeros(word);
            }
            mask = -1;
        }
        return bars;
    }

    /** First bar from t on that closes or reverses the position; {@code bars} when there is none. */
    private int nextExit(int t) {
        long[] exits = quantity > 0 ? exitLong : exitShort;
        long[] reversals = quantity > 0 ? enterShort : enterLong;
        long[] cancels = quantity > 0 ? enterLong : enterShort;
        int words = BitPlanes.words(bars);
        long mask = -1L << t;
        for (int w = t >>> 6; w < words; w++) {
            long word = (exits[w] | (reversals[w] & ~cancels[w])) & mask;
            if (word != 0) {
                return (w << 6) + Long.numberOfTrailingZeros(word);
            }
            mask = -1;
        }
        return bars;
    }

    /** The side that a bar turns the position to; 0 when it is just closed. */
    private int wish(int t) {
        boolean toLong = BitPlanes.get(enterLong, t);
        boolean toShort = BitPlanes.get(enterShort, t);
        return quantity > 0 ? toShort && !toLong ? -1 : 0 : toLong && !toShort ? 1 : 0;
    }

    private void enter(int t, double raw, int side) {
        double price = side > 0 ? Fills.buyPrice(raw, execution) : Fills.sellPrice(raw, execution);
        double size = Fills.quantity(cash, price, execution);
        if (!(size > 0)) {
            return;
        }
        cashBefore = cash;
        cash = side > 0 ? Fills.openLong(cash, size, price, execution) : Fills.openShort(cash, size, price, execution);
        tally.fees += Fills.fee(size, price, execution);
        tally.notional += size * price;
        quantity = side * size;
        entryBar = t;
        entryPrice = price;
        stretches.change(t, cash, quantity);
    }

    private void leave(int t, double raw) {
        hold(t);
        double size = Math.abs(quantity);
        double price = quantity > 0 ? Fills.sellPrice(raw, execution) : Fills.buyPrice(raw, execution);
        cash = quantity > 0
                ? Fills.closeLong(cash, size, price, execution)
                : Fills.closeShort(cash, size, price, execution);
        tally.fees += Fills.fee(size, price, execution);
        tally.notional += size * price;
        tally.add(Trade.pnl(cash, cashBefore), cashBefore);
        quantity = 0;
        stretches.change(t, cash, 0);
    }

    /** The bars at whose close the position was held, the last before {@code to}. */
    private void hold(int to) {
        tally.heldBars += to - entryBar;
        if (quantity < 0 && execution.borrow() > 0) {
            for (int t = entryBar; t < to; t++) {
                cash -= execution.borrow() * -quantity * close[t] / execution.periodsPerYear();
                stretches.change(t, cash, quantity);
            }
        }
    }
}
