package dev.winnow.reports.html;

import dev.winnow.engine.workload.Metric;
import dev.winnow.reports.summary.CalendarReturns;
import dev.winnow.reports.summary.FullPoint;
import dev.winnow.reports.summary.Importance;
import dev.winnow.reports.summary.RunReport;
import dev.winnow.reports.summary.RunSummary;
import dev.winnow.reports.summary.TopPoint;
import dev.winnow.reports.summary.Verdict;
import dev.winnow.reports.table.Glyphs;
import dev.winnow.reports.table.NumberText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the page of one run shows, by the names that its template uses. */
final class RunView {
    private static final List<String> TOLD_ELSEWHERE = List.of("identity", "symbols", "metrics", "notes", "signals");

    private final RunReport report;
    private final RunSummary summary;

    private RunView(RunReport report) {
        this.report = report;
        this.summary = report.summary();
    }

    /** A figure of the best point. */
    record Figure(String name, String value, String beside) {}

    static Map<String, Object> of(RunReport report) {
        return new RunView(report).all();
    }

    private Map<String, Object> all() {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", summary.facts().name());
        view.put("folder", summary.run().name());
        view.put("symbol", summary.chosen().symbol());
        view.put("objective", summary.run().manifest().path("objective").asText());
        view.put("started", summary.run().manifest().path("started").asText());
        view.put("points", NumberText.grouped(summary.points()));
        view.put("verdict", Verdict.of(report));
        view.put("figures", summary.best().map(this::figures).orElse(List.of()));
        view.put("warnings", report.warnings());
        view.put("several", summary.symbols().size() > 1);
        view.put("symbols", Tables.symbols(summary));
        view.put("stride", summary.stride());
        view.put("objectiveName", summary.facts().objectiveMetric().name());
        points(view);
        MixView.of(summary, view);
        TimeView.of(report, view);
        view.put("missing", report.missing());
        report.full().ifPresent(full -> full(full, view));
        view.put("top", Tables.points(summary));
        view.put("spec", report.spec());
        view.put(
                "data",
                Tables.fields(
                        "What was read",
                        summary.run()
                                .manifest()
                                .path("symbols")
                                .path(summary.chosen().ordinal()),
                        List.of()));
        view.put(
                "manifest",
                Tables.fields("What the run was made from", summary.run().manifest(), TOLD_ELSEWHERE));
        return view;
    }

    private List<Figure> figures(TopPoint best) {
        List<Figure> figures = new ArrayList<>();
        int objective = summary.facts().objective().metric();
        figures.add(figure(objective, best));
        for (int m = 0; m < summary.facts().metrics().size(); m++) {
            if (m != objective) {
                figures.add(figure(m, best));
            }
        }
        return figures;
    }

    private Figure figure(int at, TopPoint best) {
        Metric metric = summary.facts().metrics().get(at);
        return new Figure(
                metric.name(),
                NumberText.metric(metric.unit(), best.metrics()[at], Glyphs.UNICODE),
                report.full().map(full -> hold(full, metric)).orElse(""));
    }

    /** The same of holding, where it has it. */
    private static String hold(FullPoint full, Metric metric) {
        int at = full.metrics().indexOf(metric);
        return at < 0 || metric.direction() == Metric.Direction.NEITHER || Double.isNaN(full.holdRow()[at])
                ? ""
                : NumberText.metric(metric.unit(), full.holdRow()[at], Glyphs.UNICODE);
    }

    /** What the points tell; pictures of none would be empty. */
    private void points(Map<String, Object> view) {
        view.put("heatMaps", HeatMaps.of(summary));
        List<String> marginals = new ArrayList<>();
        for (int i = 0; i < summary.importance().size(); i++) {
            Importance one = summary.importance().get(i);
            marginals.add(Charts.marginal(summary, one, summary.marginals().get(i))
                    .draw()
                    .html());
        }
        view.put("marginals", marginals);
        view.put(
                "importance",
                marginals.isEmpty() ? "" : Charts.importance(summary).draw().html());
        boolean any = summary.distribution().count() > 0;
        view.put("histogram", any ? Charts.histogram(summary).draw().html() : "");
        boolean lines = any && !marginals.isEmpty();
        view.put("parallel", lines ? Charts.parallel(summary).draw().html() : "");
    }

    private void full(FullPoint full, Map<String, Object> view) {
        view.put("equity", Charts.equity(full, "best point").draw().html());
        if (full.timed()) {
            CalendarReturns point = CalendarReturns.of(full.time(), full.cash(), full.equity());
            CalendarReturns hold = CalendarReturns.of(full.time(), full.cash(), full.hold());
            view.put("months", Charts.months(point).draw().html());
            view.put("years", Charts.years(point, hold).draw().html());
        }
        view.put("trades", Tables.trades(full));
        view.put("tradeCount", full.trades().size());
        view.put("tradesShown", Math.min(full.trades().size(), Tables.MOST_TRADES));
        view.put("metrics", Tables.metrics(full));
    }
}
