package dev.winnow.reports.html;

import dev.winnow.engine.space.Axis;
import dev.winnow.engine.workload.Metric;
import dev.winnow.reports.chart.Chart;
import dev.winnow.reports.chart.Curve;
import dev.winnow.reports.chart.EquityCurve;
import dev.winnow.reports.chart.Histogram;
import dev.winnow.reports.chart.ParallelCoordinates;
import dev.winnow.reports.chart.Quantity;
import dev.winnow.reports.chart.ReturnsByMonth;
import dev.winnow.reports.chart.ReturnsByYear;
import dev.winnow.reports.summary.CalendarReturns;
import dev.winnow.reports.summary.Distribution;
import dev.winnow.reports.summary.FullPoint;
import dev.winnow.reports.summary.Importance;
import dev.winnow.reports.summary.Levels;
import dev.winnow.reports.summary.Marginal;
import dev.winnow.reports.summary.RoundTrip;
import dev.winnow.reports.summary.RunFacts;
import dev.winnow.reports.summary.RunSummary;
import dev.winnow.reports.summary.TopPoint;
import java.util.ArrayList;
import java.util.List;

/** The charts of a run's figures. */
final class Charts {
    private Charts() {}

    static Quantity objective(RunSummary summary) {
        Metric metric = summary.facts().objectiveMetric();
        return new Quantity(metric.name(), metric.unit());
    }

    static Chart importance(RunSummary summary) {
        List<Importance> importance = summary.importance();
        return new dev.winnow.reports.chart.Importance(
                importance.stream().map(one -> one.levels().axis().name()).toList(),
                importance.stream().mapToDouble(Importance::share).toArray());
    }

    /** @param marginal of the parameter of this importance */
    static Chart marginal(RunSummary summary, Importance importance, Marginal marginal) {
        Levels levels = marginal.levels();
        double[][] bands = marginal.bands();
        return new dev.winnow.reports.chart.Marginal(
                levels.axis().name(),
                levels.labels(),
                objective(summary),
                bands[0],
                bands[1],
                bands[2],
                bands[3],
                bands[4],
                summary.best()
                        .map(best -> levels.binOf(best.parameters()[importance.axis()]))
                        .orElse(-1));
    }

    static Chart histogram(RunSummary summary) {
        Distribution all = summary.distribution();
        double[] borders = all.borders();
        double best = summary.best().map(point -> summary.facts().value(point)).orElse(Double.NaN);
        return new Histogram(objective(summary), borders, all.counts(borders), best);
    }

    /** The best hundredth: those that have a finite objective. */
    static Chart parallel(RunSummary summary) {
        RunFacts facts = summary.facts();
        List<TopPoint> top = summary.chosen().top().stream()
                .filter(point -> Double.isFinite(facts.value(point)))
                .toList();
        List<ParallelCoordinates.Coordinate> coordinates = new ArrayList<>();
        for (Importance one : summary.importance()) {
            Axis axis = one.levels().axis();
            coordinates.add(new ParallelCoordinates.Coordinate(
                    axis.name(),
                    steps(axis),
                    top.stream()
                            .mapToDouble(point -> point.parameters()[one.axis()])
                            .toArray()));
        }
        return new ParallelCoordinates(
                coordinates,
                objective(summary),
                top.stream().mapToDouble(facts::value).toArray(),
                facts.objective().maximize());
    }

    private static List<String> steps(Axis axis) {
        return switch (axis.type()) {
            case NUMBER -> List.of();
            case FLAG -> List.of("false", "true");
            case NAME -> axis.names();
        };
    }

    static Chart equity(FullPoint full, String name) {
        long[] time = full.time();
        return new EquityCurve(
                full.timed(),
                List.of(
                        new EquityCurve.Path(name, time, full.equity()),
                        new EquityCurve.Path("buy and hold", time, full.hold())),
                full.trades().stream().map(trade -> mark(trade, time)).toList());
    }

    private static EquityCurve.Trade mark(RoundTrip trade, long[] time) {
        int exit = trade.exitBar() < 0 ? time.length - 1 : trade.exitBar();
        return new EquityCurve.Trade(time[trade.entryBar()], time[exit], trade.isLong());
    }

    static Chart months(CalendarReturns returns) {
        return new ReturnsByMonth(returns.firstYear(), returns.months());
    }

    static Chart years(CalendarReturns point, CalendarReturns hold) {
        return new ReturnsByYear(
                point.firstYear(),
                List.of(new Curve("best point", point.years()), new Curve("buy and hold", hold.years())));
    }
}
