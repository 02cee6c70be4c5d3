package dev.winnow.cli.report;

import dev.winnow.cli.config.SweepSpec;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.ready.BarSweep;
import dev.winnow.cli.ready.PointRun;
import dev.winnow.engine.UserError;
import dev.winnow.engine.workload.Metric;
import dev.winnow.replay.market.Bars;
import dev.winnow.replay.market.LoadedBars;
import dev.winnow.replay.performance.BuyAndHold;
import dev.winnow.replay.performance.Performance;
import dev.winnow.replay.performance.PerformanceMetric;
import dev.winnow.replay.portfolio.Backtest;
import dev.winnow.replay.portfolio.Execution;
import dev.winnow.replay.portfolio.Trade;
import dev.winnow.reports.summary.FullPoint;
import dev.winnow.reports.summary.RoundTrip;
import dev.winnow.reports.summary.RunSummary;
import dev.winnow.reports.summary.TopPoint;
import java.util.List;

/** The best point of a stored run, evaluated again in full from the bars that the run was made from. */
final class BestPoint {
    private final RunSummary summary;
    private final BarSweep ready;
    private final LoadedBars loaded;

    private BestPoint(RunSummary summary, BarSweep ready, LoadedBars loaded) {
        this.summary = summary;
        this.ready = ready;
        this.loaded = loaded;
    }

    /** @throws UserError when it cannot be evaluated as the run did, saying why */
    static FullPoint of(RunSummary summary, SweepSpec spec, Console console) {
        TopPoint best = summary.best().orElseThrow(() -> new UserError("no point of the run has a finite objective"));
        BarSweep ready = BarSweep.of(spec, console);
        if (!ready.axes().equals(summary.facts().axes())) {
            throw new UserError("the run's parameters are not those of its spec any more");
        }
        String symbol = summary.chosen().symbol();
        LoadedBars loaded = ready.loaded(console).stream()
                .filter(one -> one.bars().symbol().equals(symbol))
                .findFirst()
                .orElseThrow(() -> new UserError("there are no bars of " + symbol + " any more"));
        String then = summary.run().identity().fields().get("data." + symbol);
        if (!ready.digest(loaded).equals(then)) {
            throw new UserError("the bars of " + symbol + " are not those of the run any more");
        }
        return new BestPoint(summary, ready, loaded).again(best);
    }

    private FullPoint again(TopPoint best) {
        PointRun point = ready.point(loaded, best.parameters());
        requireSame(best, point);
        Bars bars = loaded.bars();
        Execution execution =
                ready.execution().at(best.parameters(), loaded.summary().periodsPerYear());
        Backtest hold = BuyAndHold.of(bars, execution.cash());
        return new FullPoint(
                bars.symbol(),
                bars.timed(),
                bars.time(),
                execution.cash(),
                point.backtest().equity(),
                hold.equity(),
                point.backtest().trades().stream()
                        .map(trade -> trip(trade, bars))
                        .toList(),
                point.metrics(),
                point.row(),
                point.metrics().stream()
                        .mapToDouble(metric -> Performance.of(hold, execution, PerformanceMetric.of(metric.name())))
                        .toArray());
    }

    /** What is shown bar by bar must be what the run found. */
    private void requireSame(TopPoint best, PointRun point) {
        List<String> names = point.metrics().stream().map(Metric::name).toList();
        int m = 0;
        for (Metric metric : summary.facts().metrics()) {
            double then = best.metrics()[m++];
            double now = point.row()[names.indexOf(metric.name())];
            if (Double.compare(then, now) != 0) {
                throw new UserError("this winnow finds " + metric.name() + " " + now + " where the run found " + then
                        + "; its code was another");
            }
        }
    }

    private static RoundTrip trip(Trade trade, Bars bars) {
        return new RoundTrip(
                trade.side() > 0,
                trade.entryBar(),
                trade.exitBar(),
                bars.timeText(trade.entryBar()),
                trade.exitBar() < 0 ? "" : bars.timeText(trade.exitBar()),
                trade.entryPrice(),
                trade.exitPrice(),
                trade.quantity(),
                trade.pnl(),
                trade.reason().text());
    }
}
