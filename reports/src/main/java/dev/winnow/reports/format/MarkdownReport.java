package dev.winnow.reports.format;

import dev.winnow.engine.space.Axis;
import dev.winnow.engine.workload.Metric;
import dev.winnow.reports.summary.FullPoint;
import dev.winnow.reports.summary.Importance;
import dev.winnow.reports.summary.RunFacts;
import dev.winnow.reports.summary.RunReport;
import dev.winnow.reports.summary.RunSummary;
import dev.winnow.reports.summary.TopPoint;
import dev.winnow.reports.summary.Verdict;
import dev.winnow.reports.table.Glyphs;
import dev.winnow.reports.table.NumberText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reports as Markdown: the words and the tables, for a note or a review. */
public final class MarkdownReport {
    private static final int MOST_POINTS = 10;

    private final StringBuilder text = new StringBuilder();

    private MarkdownReport() {}

    /** Writes one run after the other in UTF-8; what they are written to stays open. */
    public static void write(List<RunReport> reports, OutputStream out) throws IOException {
        MarkdownReport markdown = new MarkdownReport();
        reports.forEach(markdown::run);
        out.write(markdown.text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void run(RunReport report) {
        RunSummary summary = report.summary();
        Verdict verdict = Verdict.of(report);
        text.append(text.isEmpty() ? "" : "\n");
        heading("# ", summary.run().name());
        text.append("**").append(escape(verdict.headline())).append(".**\n\n");
        text.append(escape(verdict.best())).append("\n\n");
        for (Verdict.Reason reason : verdict.reasons()) {
            text.append("- **").append(escape(reason.topic())).append(":** ");
            text.append(escape(reason.text())).append('\n');
        }
        if (!verdict.method().isEmpty()) {
            text.append('\n').append(escape(verdict.method())).append('\n');
        }
        if (!report.warnings().isEmpty()) {
            heading("\n## ", "Warnings");
            report.warnings()
                    .forEach(
                            warning -> text.append("- ").append(escape(warning)).append('\n'));
        }
        heading("\n## ", "Best points of " + summary.chosen().symbol());
        points(summary);
        if (!summary.importance().isEmpty()) {
            heading("\n## ", "Importance");
            table(
                    List.of("parameter", "share of variance"),
                    summary.importance().stream()
                            .map(MarkdownReport::importance)
                            .toList());
        }
        heading("\n## ", "Metrics of the best point");
        report.full().ifPresentOrElse(this::metrics, () -> text.append("Not shown: ")
                .append(escape(report.missing()))
                .append('\n'));
        heading("\n## ", "Spec");
        String fence = fence(report.spec());
        text.append(fence).append("yaml\n").append(report.spec()).append(fence).append('\n');
    }

    private void heading(String marks, String title) {
        text.append(marks).append(escape(title)).append("\n\n");
    }

    private static List<String> importance(Importance one) {
        return List.of(
                one.levels().axis().name(),
                Double.isNaN(one.share()) ? Glyphs.UNICODE.undefined() : NumberText.fixed(100 * one.share(), 1) + " %");
    }

    private void points(RunSummary summary) {
        RunFacts facts = summary.facts();
        List<String> header = new ArrayList<>(List.of("rank"));
        facts.axes().forEach(axis -> header.add(axis.name()));
        facts.metrics().forEach(metric -> header.add(metric.name()));
        table(
                header,
                summary.chosen().top().stream()
                        .limit(MOST_POINTS)
                        .map(point -> cells(facts, point))
                        .toList());
    }

    private static List<String> cells(RunFacts facts, TopPoint point) {
        List<String> cells = new ArrayList<>(List.of(point.rank() + (point.meets() ? "" : "*")));
        int a = 0;
        for (Axis axis : facts.axes()) {
            cells.add(axis.text(point.parameters()[a++]));
        }
        int m = 0;
        for (Metric metric : facts.metrics()) {
            cells.add(NumberText.metric(metric.unit(), point.metrics()[m++], Glyphs.UNICODE));
        }
        return cells;
    }

    private void metrics(FullPoint full) {
        List<List<String>> rows = new ArrayList<>();
        for (int m = 0; m < full.metrics().size(); m++) {
            Metric metric = full.metrics().get(m);
            rows.add(List.of(
                    metric.name(),
                    NumberText.metric(metric.unit(), full.row()[m], Glyphs.UNICODE),
                    NumberText.metric(metric.unit(), full.holdRow()[m], Glyphs.UNICODE)));
        }
        table(List.of("metric", "best point", "buy and hold"), rows);
    }

    /** The first column to the left, numbers to the right. */
    private void table(List<String> header, List<List<String>> rows) {
        line(header);
        List<String> rule = new ArrayList<>(List.of("---"));
        rule.addAll(Collections.nCopies(header.size() - 1, "---:"));
        text.append("| ").append(String.join(" | ", rule)).append(" |\n");
        rows.forEach(this::line);
    }

    private void line(List<String> cells) {
        text.append("| ")
                .append(String.join(
                        " | ", cells.stream().map(MarkdownReport::escape).toList()))
                .append(" |\n");
    }

    /** What would be markup reads as it is, and an underscore inside a word is none; a line break becomes a space. */
    private static String escape(String outside) {
        return outside.replaceAll("\\R", " ").replaceAll("[\\\\`*\\[\\]<>&|#~]|(?<!\\w)_|_(?!\\w)", "\\\\$0");
    }

    /** Longer than any run of backticks in the text. */
    private static String fence(String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence;
    }
}
