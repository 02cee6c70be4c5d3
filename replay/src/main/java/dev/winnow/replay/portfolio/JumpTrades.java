package dev.winnow.replay.portfolio;

/**
 * What the trades of one path come to before costs: all that points of equal planes have in common, looked up once for
 * them all. One thread's.
 */
final class JumpTrades {
    private final SimulatorTables tables;
    private final int bars;

    /** Closed trades, and 1 where one more is still open at the end; the arrays hold it behind the others. */
    int closed;

    int open;

    /** int[trades] each: bars of the fills; the bars' number where there is no exit. */
    int[] entry = {};

    int[] exit = {};

    /** double[trades]: what a trade multiplies equity by; an open one up to the last close. */
    double[] gross = {};

    /** double[trades] each: least and greatest close over the raw price of the entry; the deepest fall of the close. */
    double[] low = {};

    double[] high = {};
    double[] fall = {};

    /** double[trades] each: the return of the entry's bar after it, and of the exit's bar up to it, 0 without one. */
    double[] entered = {};

    double[] left = {};

    /** Sums over the inner bars of all trades: returns and squares; third and fourth powers and downside where asked. */
    double inner1;

    double inner2;
    double inner3;
    double inner4;
    double innerDownside;

    /** Sums of {@link #entered} and {@link #left} and of their squares. */
    double entered1;

    double entered2;
    double left1;
    double left2;

    long held;

    JumpTrades(SimulatorTables tables) {
        this.tables = tables;
        this.bars = tables.bars().size();
    }

    /** Looks the trades of a path up. */
    void load(JumpPath path, boolean fillAtClose, Needs needs) {
        TradeTables table = tables.trades(fillAtClose);
        closed = path.trades();
        open = path.open();
        int trades = closed + open;
        if (gross.length < trades) {
            grow(2 * trades);
        }
        inner1 = 0;
        inner2 = 0;
        entered1 = 0;
        entered2 = 0;
        left1 = 0;
        left2 = 0;
        held = 0;
        for (int i = 0; i < closed; i++) {
            int e = path.entry(i);
            int x = path.exit(i);
            int in = e * TradeTables.STRIDE;
            int out = x * TradeTables.STRIDE;
            gross[i] = table.entry[in] * table.exit[out];
            double last = table.exit[out + 1];
            left[i] = last;
            left1 += last;
            left2 += last * last;
            enter(table, i, e, x, in, table.exit[out + 2], table.exit[out + 3]);
        }
        if (open > 0) {
            int e = path.entry(closed);
            int in = e * TradeTables.STRIDE;
            gross[closed] = table.entry[in] * tables.bars().close()[bars - 1];
            left[closed] = 0;
            enter(table, closed, e, bars, in, table.last1, table.last2);
        }
        if (needs.drawdown() || needs.drawdownBars()) {
            range(table);
        }
        if (needs.moments() || needs.downside()) {
            powers(table.powers().sums);
        }
    }

    private void grow(int trades) {
        entry = new int[trades];
        exit = new int[trades];
        gross = new double[trades];
        low = new double[trades];
        high = new double[trades];
        entered = new double[trades];
        left = new double[trades];
        fall = new double[trades];
    }

    private void enter(TradeTables table, int i, int e, int x, int in, double until1, double until2) {
        entry[i] = e;
        exit[i] = x;
        double first = table.entry[in + 1];
        entered[i] = first;
        entered1 += first;
        entered2 += first * first;
        inner1 += until1 - table.entry[in + 2];
        inner2 += until2 - table.entry[in + 3];
        held += x - e;
    }

    private void range(TradeTables table) {
        CloseRanges closes = tables.closes();
        int trades = closed + open;
        for (int i = 0; i < trades; i++) {
            closes.look(entry[i], exit[i], low, high, fall, i);
        }
        for (int i = 0; i < trades; i++) {
            double price = table.entry[entry[i] * TradeTables.STRIDE];
            low[i] *= price;
            high[i] *= price;
        }
    }

    private void powers(double[] sums) {
        inner3 = 0;
        inner4 = 0;
        innerDownside = 0;
        for (int i = 0; i < closed + open; i++) {
            int from = entry[i] * TradeTables.Powers.STRIDE;
            int to = (exit[i] - 1) * TradeTables.Powers.STRIDE;
            inner3 += sums[to] - sums[from];
            inner4 += sums[to + 1] - sums[from + 1];
            innerDownside += sums[to + 2] - sums[from + 2];
        }
    }
}
