package dev.winnow.replay.portfolio;

import dev.winnow.replay.market.Bars;
import dev.winnow.replay.portfolio.Trade.Reason;
import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.DecisionPlanes;
import java.util.ArrayList;
import java.util.List;

/**
 * An {@link Account} taken along all bars, plainly: the oracle of every other simulator. Use one instance a run.
 */
public final class ReferenceSimulator implements Ledger {
    private final Bars bars;
    private final DecisionPlanes planes;
    private final Account account;
    private final List<Trade> trades = new ArrayList<>();

    /** The bar that the account is taking. */
    private int bar;

    private int side;
    private int entryBar;
    private double entryPrice;
    private double quantity;
    private double cashBefore;

    private ReferenceSimulator(Bars bars, DecisionPlanes planes, Execution execution) {
        this.bars = bars;
        this.planes = planes;
        this.account = new Account(execution, this);
    }

    /** Runs the decisions over the bars. */
    public static Backtest run(Bars bars, DecisionPlanes planes, Execution execution) {
        return new ReferenceSimulator(bars, planes, execution).run();
    }

    private Backtest run() {
        int n = bars.size();
        double[] equity = new double[n];
        boolean[] held = new boolean[n];
        for (bar = 0; bar < n; bar++) {
            account.next(
                    bars.open()[bar],
                    bars.high()[bar],
                    bars.low()[bar],
                    bars.close()[bar],
                    BitPlanes.get(planes.enterLong(), bar),
                    BitPlanes.get(planes.exitLong(), bar),
                    BitPlanes.get(planes.enterShort(), bar),
                    BitPlanes.get(planes.exitShort(), bar));
            equity[bar] = account.equity();
            held[bar] = account.side() != 0;
        }
        if (account.side() != 0) {
            add(-1, bars.close()[n - 1], Trade.pnl(equity[n - 1], cashBefore), Reason.OPEN);
        }
        return new Backtest(equity, held, trades, account.fees(), account.notional(), account.ruined());
    }

    @Override
    public void opened(int side, double quantity, double price, double fee, double cashBefore) {
        this.side = side;
        this.entryBar = bar;
        this.entryPrice = price;
        this.quantity = quantity;
        this.cashBefore = cashBefore;
    }

    @Override
    public void closed(double price, double fee, double pnl, Reason reason) {
        add(bar, price, pnl, reason);
    }

    private void add(int exitBar, double price, double pnl, Reason reason) {
        trades.add(new Trade(side, entryBar, exitBar, entryPrice, price, quantity, cashBefore, pnl, reason));
    }
}
