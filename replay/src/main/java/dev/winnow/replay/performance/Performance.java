package dev.winnow.replay.performance;

import dev.winnow.replay.portfolio.Backtest;
import dev.winnow.replay.portfolio.Execution;
import dev.winnow.replay.portfolio.Needs;
import dev.winnow.replay.portfolio.Tally;
import dev.winnow.replay.portfolio.Trade;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * The metrics by their definitions in the semantics: from the sums of a {@link Tally}, or, plainly, from a whole equity
 * path.
 */
public final class Performance {
    private Performance() {}

    /** The metric of a filled tally; NaN where undefined. */
    public static double value(PerformanceMetric metric, Tally tally, Execution execution) {
        double a = execution.periodsPerYear();
        long bars = tally.bars;
        return switch (metric) {
            case TOTAL_RETURN -> tally.growth - 1;
            case CAGR -> cagr(tally, a);
            case VOLATILITY -> bars < 2 ? Double.NaN : standardDeviation(tally) * Math.sqrt(a);
            case SHARPE ->
                still(tally)
                        ? Double.NaN
                        : (tally.mean - execution.riskFree() / a) / standardDeviation(tally) * Math.sqrt(a);
            case SORTINO ->
                bars < 2 || tally.downside == 0
                        ? Double.NaN
                        : tally.mean / Math.sqrt(tally.downside / bars) * Math.sqrt(a);
            case MAX_DRAWDOWN -> tally.drawdown();
            case MAX_DRAWDOWN_BARS -> tally.drawdownBars;
            case CALMAR -> tally.drawdown() == 0 ? Double.NaN : cagr(tally, a) / tally.drawdown();
            case EXPOSURE -> (double) tally.heldBars / bars;
            case TRADES -> tally.trades;
            case OPEN_TRADES -> tally.openTrades;
            case WIN_RATE -> tally.trades == 0 ? Double.NaN : (double) tally.wins / tally.trades;
            case PROFIT_FACTOR -> tally.loss == 0 ? Double.NaN : tally.profit / tally.loss;
            case EXPECTANCY -> tally.trades == 0 ? Double.NaN : tally.expectancy / tally.trades;
            case FEES -> tally.fees;
            case TURNOVER -> tally.notional / execution.cash();
            case SKEWNESS -> {
                double variance = tally.deviation / bars;
                yield still(tally) ? Double.NaN : tally.central3 / bars / (variance * Math.sqrt(variance));
            }
            case KURTOSIS -> {
                double variance = tally.deviation / bars;
                yield still(tally) ? Double.NaN : tally.central4 / bars / (variance * variance);
            }
        };
    }

    private static boolean still(Tally tally) {
        return tally.bars < 2 || tally.flat();
    }

    private static double standardDeviation(Tally tally) {
        return tally.flat() ? 0 : Math.sqrt(tally.deviation / (tally.bars - 1));
    }

    private static double cagr(Tally tally, double periodsPerYear) {
        return tally.ruined ? -1 : Math.pow(tally.growth, periodsPerYear / tally.bars) - 1;
    }

    /** The sums that the metrics are made of. */
    public static Needs needs(Collection<PerformanceMetric> metrics) {
        boolean moments = any(metrics, PerformanceMetric.SKEWNESS, PerformanceMetric.KURTOSIS);
        boolean downside = any(metrics, PerformanceMetric.SORTINO);
        return new Needs(
                moments || downside || any(metrics, PerformanceMetric.VOLATILITY, PerformanceMetric.SHARPE),
                moments,
                downside,
                any(metrics, PerformanceMetric.MAX_DRAWDOWN, PerformanceMetric.CALMAR),
                any(metrics, PerformanceMetric.MAX_DRAWDOWN_BARS),
                any(metrics, PerformanceMetric.WIN_RATE, PerformanceMetric.PROFIT_FACTOR, PerformanceMetric.EXPECTANCY),
                any(metrics, PerformanceMetric.FEES, PerformanceMetric.TURNOVER));
    }

    private static boolean any(Collection<PerformanceMetric> metrics, PerformanceMetric... wanted) {
        return !Collections.disjoint(metrics, List.of(wanted));
    }

    /** Fills a tally plainly, by two passes over the returns: the oracle of the fast simulators' sums. */
    public static Tally tally(Backtest backtest, Execution execution) {
        double[] equity = backtest.equity();
        int n = equity.length;
        Tally tally = new Tally();
        tally.reset(n);
        double[] r = returns(equity, execution.cash());
        double sum = 0;
        for (double x : r) {
            sum += x;
            tally.squares += x * x;
            tally.downside += Math.min(x, 0) * Math.min(x, 0);
        }
        tally.mean = sum / n;
        for (double x : r) {
            double d = x - tally.mean;
            tally.deviation += d * d;
            tally.central3 += d * d * d;
            tally.central4 += d * d * d * d;
        }
        double peak = execution.cash();
        int below = 0;
        for (int t = 0; t < n; t++) {
            peak = Math.max(peak, equity[t]);
            tally.worst = Math.min(tally.worst, equity[t] / peak);
            below = Tally.below(equity[t], peak) ? below + 1 : 0;
            tally.drawdownBars = Math.max(tally.drawdownBars, below);
            tally.heldBars += backtest.held()[t] ? 1 : 0;
        }
        for (Trade trade : backtest.trades()) {
            if (trade.exitBar() < 0) {
                tally.openTrades++;
                continue;
            }
            tally.add(trade.pnl(), trade.cashBefore());
        }
        tally.growth = n == 0 ? 1 : equity[n - 1] / execution.cash();
        tally.ruined = backtest.ruined();
        tally.fees = backtest.fees();
        tally.notional = backtest.notional();
        return tally;
    }

    /** The metric of a backtest, plainly. */
    public static double of(Backtest backtest, Execution execution, PerformanceMetric metric) {
        return value(metric, tally(backtest, execution), execution);
    }

    /** double[bars]: equity[t]/equity[t-1] - 1 with equity[-1] the initial cash; 0 after a ruin. */
    public static double[] returns(double[] equity, double cash) {
        double[] r = new double[equity.length];
        double before = cash;
        for (int t = 0; t < r.length; t++) {
            r[t] = before > 0 ? Tally.change(equity[t], before) : 0;
            before = equity[t];
        }
        return r;
    }
}
