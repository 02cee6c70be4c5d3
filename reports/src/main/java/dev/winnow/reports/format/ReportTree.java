package dev.winnow.reports.format;

import dev.winnow.engine.space.Axis;
import dev.winnow.engine.store.Json;
import dev.winnow.engine.workload.Metric;
import dev.winnow.reports.Listing;
import dev.winnow.reports.summary.Distribution;
import dev.winnow.reports.summary.FullPoint;
import dev.winnow.reports.summary.Importance;
import dev.winnow.reports.summary.RunFacts;
import dev.winnow.reports.summary.RunReport;
import dev.winnow.reports.summary.RunSummary;
import dev.winnow.reports.summary.TopPoint;
import dev.winnow.reports.summary.Verdict;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of reports for programs: as JSON, {@code {"runs":[{...}]}}, and as CSV, a line a figure with its path in
 * the JSON. What is undefined is null, or empty.
 */
public final class ReportTree {
    private static final int MOST_POINTS = 50;

    private ReportTree() {}

    /**
     * Writes the figures as one JSON object; what they are written to stays open.
     *
     * @throws java.io.UncheckedIOException when writing fails
     */
    public static void json(List<RunReport> reports, OutputStream out) {
        Map<String, Object> all =
                Map.of("runs", reports.stream().map(ReportTree::of).toList());
        PrettyJson.write(out, json -> Json.tree(json, all));
    }

    /**
     * Writes the figures as CSV with the columns run, figure and value; what they are written to stays open.
     *
     * @throws java.io.UncheckedIOException when writing fails
     */
    public static void csv(List<RunReport> reports, OutputStream out) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (RunReport report : reports) {
            flatten(report.summary().run().name(), "", of(report), rows);
        }
        List<Listing.Column> columns =
                List.of(Listing.Column.text("run"), Listing.Column.text("figure"), Listing.Column.text("value"));
        CsvOutput.write(new Listing(columns, rows), out);
    }

    private static void flatten(String run, String path, @Nullable Object tree, List<List<@Nullable Object>> rows) {
        switch (tree) {
            case Map<?, ?> map -> {
                String prefix = path.isEmpty() ? "" : path + ".";
                map.forEach((key, value) -> flatten(run, prefix + key, value, rows));
            }
            case List<?> items -> {
                for (int i = 0; i < items.size(); i++) {
                    flatten(run, path + "[" + i + "]", items.get(i), rows);
                }
            }
            case null, default -> {
                List<@Nullable Object> row = new ArrayList<>(List.of(run, path));
                row.add(tree);
                rows.add(row);
            }
        }
    }

    private static Map<String, Object> of(RunReport report) {
        RunSummary summary = report.summary();
        RunFacts facts = summary.facts();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("run", summary.run().name());
        tree.put("name", facts.name());
        tree.put("objective", summary.run().manifest().path("objective").asText());
        tree.put("symbol", summary.chosen().symbol());
        tree.put("complete", summary.complete());
        tree.put("points", summary.points());
        tree.put("failed", summary.failed());
        Verdict verdict = Verdict.of(report);
        tree.put("headline", verdict.headline());
        Map<String, Object> reasons = new LinkedHashMap<>();
        verdict.reasons().forEach(reason -> reasons.put(reason.topic(), reason.text()));
        tree.put("verdict", reasons);
        tree.put("warnings", report.warnings());
        summary.best().ifPresent(best -> tree.put("best", point(facts, best)));
        tree.put("luck", luck(report));
        summary.neighbours()
                .ifPresent(next -> tree.put(
                        "neighbours", fields("count", next.count(), "median", next.median(), "worst", next.worst())));
        tree.put("distribution", distribution(summary.distribution()));
        Map<String, Object> importance = new LinkedHashMap<>();
        for (Importance one : summary.importance()) {
            importance.put(one.levels().axis().name(), one.share());
        }
        tree.put("importance", importance);
        report.full().ifPresent(full -> tree.put("full", full(full)));
        tree.put("missing", report.missing());
        tree.put(
                "top",
                summary.chosen().top().stream()
                        .limit(MOST_POINTS)
                        .map(top -> point(facts, top))
                        .toList());
        return tree;
    }

    private static Map<String, Object> point(RunFacts facts, TopPoint point) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        int a = 0;
        for (Axis axis : facts.axes()) {
            double value = point.parameters()[a++];
            parameters.put(axis.name(), axis.type() == Axis.Type.NUMBER ? (Object) value : axis.text(value));
        }
        Map<String, Object> tree = fields("rank", point.rank(), "meets", point.meets(), "parameters", parameters);
        tree.put("metrics", metrics(facts.metrics(), point.metrics()));
        return tree;
    }

    private static Map<String, Object> metrics(List<Metric> metrics, double[] row) {
        Map<String, Object> tree = new LinkedHashMap<>();
        int m = 0;
        for (Metric metric : metrics) {
            tree.put(metric.name(), row[m++]);
        }
        return tree;
    }

    private static Map<String, Object> luck(RunReport report) {
        return fields(
                "tries",
                report.tries(),
                "deviation",
                report.noise(),
                "expectedMaximum",
                report.luckiest(),
                "source",
                report.noiseSource());
    }

    private static Map<String, Object> distribution(Distribution all) {
        return fields(
                "count", all.count(),
                "mean", all.mean(),
                "deviation", all.deviation(),
                "least", all.quantile(0),
                "p25", all.quantile(0.25),
                "median", all.quantile(0.5),
                "p75", all.quantile(0.75),
                "greatest", all.quantile(1));
    }

    private static Map<String, Object> full(FullPoint full) {
        return fields(
                "trades", full.trades().size(),
                "metrics", metrics(full.metrics(), full.row()),
                "buyAndHold", metrics(full.metrics(), full.holdRow()));
    }

    /** A map in this order of keys and values in turn. */
    private static Map<String, Object> fields(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
