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
    private final NextBar enters = new NextBar();
    private final NextBar leavesLong = new NextBar();
    private final NextBar leavesShort = new NextBar();

    // the point
    private int bars;
    private Execution execution = Execution.plain(1, 1);
    private boolean gains;
    private boolean costs;
    private Tally tally = new Tally();
    private long[] enterLong = {};
    private long[] enterShort = {};

    // the account
    private double cash;
    /** 1, 0 or -1. */
    private int side;

    private double size;
    private double cashBefore;
    private double entryPrice;
    private int entryBar;

    TradeWalk(Bars prices, StopScan scan, Stretches stretches) {
        this.open = prices.open();
        this.close = prices.close();
        this.stops = new StopTest(prices, scan);
        this.stretches = stretches;
    }

    /**
     * Fills the stretches of the first bars, and of the tally all that trades and held bars add to.
     */
    void walk(DecisionPlanes planes, Execution execution, int bars, Needs needs, Tally tally) {
        this.gains = needs.trades();
        this.costs = needs.costs();
        this.bars = bars;
        this.execution = execution;
        this.tally = tally;
        enterLong = planes.enterLong();
        enterShort = planes.enterShort();
        index(planes, planes.bars());
        cash = execution.cash();
        side = 0;
        stretches.begin(bars, cash);
        stops.begin(execution);
        follow();
        if (side != 0) {
            hold(bars);
        }
    }

    /** The cash before the open position was entered, 0 where there is none. */
    double openStake() {
        return side == 0 ? 0 : cashBefore;
    }

    private void follow() {
        boolean stopped = execution.stops();
        double[] raw = execution.fillAtClose() ? close : open;
        int delay = execution.fillAtClose() ? 0 : 1;
        int t = 0;
        while (true) {
            int decision = enters.from(t);
            int fill = decision + delay;
            if (fill >= bars) {
                return;
            }
            enter(fill, raw[fill], BitPlanes.get(enterLong, decision) ? 1 : -1);
            t = decision + 1;
            while (side != 0) {
                if (t >= bars) {
                    return;
                }
                int exit = (side > 0 ? leavesLong : leavesShort).from(t);
                if (stopped) {
                    int to = Math.min(exit + 1, bars);
                    int touched = stops.touch(side, t, to, entryBar, entryPrice);
                    if (touched < to) {
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

    /** The bars that take a point out of each of its states; what enters both ways at once does neither. */
    private void index(DecisionPlanes planes, int bars) {
        long[] in = enters.room(bars);
        long[] offLong = leavesLong.room(bars);
        long[] offShort = leavesShort.room(bars);
        for (int w = 0; w < BitPlanes.words(bars); w++) {
            long entry = enterLong[w] ^ enterShort[w];
            in[w] = entry;
            offLong[w] = planes.exitLong()[w] | (enterShort[w] & entry);
            offShort[w] = planes.exitShort()[w] | (enterLong[w] & entry);
        }
        enters.index(bars);
        leavesLong.index(bars);
        leavesShort.index(bars);
    }

    /** The side that a bar turns the position to; 0 when it is just closed. */
    private int wish(int t) {
        boolean toLong = BitPlanes.get(enterLong, t);
        boolean toShort = BitPlanes.get(enterShort, t);
        return side > 0 ? toShort && !toLong ? -1 : 0 : toLong && !toShort ? 1 : 0;
    }

    private void enter(int t, double raw, int wish) {
        double price = wish > 0 ? Fills.buyPrice(raw, execution) : Fills.sellPrice(raw, execution);
        double quantity = Fills.quantity(cash, price, execution);
        if (!(quantity > 0)) {
            return;
        }
        cashBefore = cash;
        cash = wish > 0
                ? Fills.openLong(cash, quantity, price, execution)
                : Fills.openShort(cash, quantity, price, execution);
        if (costs) {
            tally.fees += Fills.fee(quantity, price, execution);
            tally.notional += quantity * price;
        }
        side = wish;
        size = quantity;
        entryBar = t;
        entryPrice = price;
        stretches.change(t, cash, side * size);
    }

    private void leave(int t, double raw) {
        hold(t);
        double price = side > 0 ? Fills.sellPrice(raw, execution) : Fills.buyPrice(raw, execution);
        cash = side > 0
                ? Fills.closeLong(cash, size, price, execution)
                : Fills.closeShort(cash, size, price, execution);
        if (costs) {
            tally.fees += Fills.fee(size, price, execution);
            tally.notional += size * price;
        }
        if (gains) {
            tally.add(Trade.pnl(cash, cashBefore), cashBefore);
        } else {
            tally.trades++;
        }
        side = 0;
        stretches.change(t, cash, 0);
    }

    /** The bars at whose close the position was held, the last before {@code to}. */
    private void hold(int to) {
        tally.heldBars += to - entryBar;
        if (side < 0 && execution.borrow() > 0) {
            for (int t = entryBar; t < to; t++) {
                cash -= execution.borrow() * size * close[t] / execution.periodsPerYear();
                stretches.change(t, cash, -size);
            }
        }
    }
}
