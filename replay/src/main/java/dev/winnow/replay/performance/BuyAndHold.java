package dev.winnow.replay.performance;

import dev.winnow.replay.market.Bars;
import dev.winnow.replay.portfolio.Backtest;
import java.util.Arrays;
import java.util.List;

/** What doing nothing gives: what every strategy is compared with. */
public final class BuyAndHold {
    private BuyAndHold() {}

    /** All the cash in what the bars are of, from the first close to the last, free of costs. */
    public static Backtest of(Bars bars, double cash) {
        double[] equity = new double[bars.size()];
        Arrays.setAll(equity, t -> cash * (bars.close()[t] / bars.close()[0]));
        boolean[] held = new boolean[bars.size()];
        Arrays.fill(held, true);
        return new Backtest(equity, held, List.of(), 0, cash, false);
    }
}
