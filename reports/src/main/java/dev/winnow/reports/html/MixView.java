package dev.winnow.reports.html;

import dev.winnow.engine.workload.Metric;
import dev.winnow.reports.chart.Curve;
import dev.winnow.reports.chart.Quantity;
import dev.winnow.reports.chart.ShareBar;
import dev.winnow.reports.chart.ThresholdCurves;
import dev.winnow.reports.chart.WeightSimplex;
import dev.winnow.reports.html.HtmlTable.Cell;
import dev.winnow.reports.html.HtmlTable.Column;
import dev.winnow.reports.summary.Levels;
import dev.winnow.reports.summary.Mix;
import dev.winnow.reports.summary.RunSummary;
import dev.winnow.reports.summary.ThresholdGrid;
import dev.winnow.reports.table.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What the page of a replay shows of its weights and thresholds, by the names that its template uses. */
final class MixView {
    private static final int DIGITS = 3;

    private MixView() {}

    /** Puts what there is. */
    static void of(RunSummary summary, Map<String, Object> view) {
        summary.mix().ifPresent(mix -> {
            view.put(
                    "weightBars",
                    List.of(
                            bar("weights of the best point", mix, Mix.Weight::best),
                            bar("mean weights of the top 1 %", mix, Mix.Weight::top)));
            view.put("weights", table(summary, mix));
            view.put("allWeights", mix.weights().size() == 3);
            mix.triangle().ifPresent(triangle -> view.put("simplex", simplex(summary, triangle)));
        });
        summary.thresholds().ifPresent(grid -> view.put("thresholds", thresholds(summary, grid)));
    }

    private static String bar(String name, Mix mix, ToDoubleFunction<Mix.Weight> weight) {
        return new ShareBar(
                        new Quantity(name, Metric.Unit.FRACTION),
                        mix.weights().stream()
                                .map(one -> new ShareBar.Part(one.name(), weight.applyAsDouble(one)))
                                .toList())
                .draw()
                .html();
    }

    private static HtmlTable table(RunSummary summary, Mix mix) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Mix.Weight one : mix.weights()) {
            rows.add(List.of(
                    Cell.text(one.name()),
                    Cell.number(one.best(), NumberText.fixed(one.best(), DIGITS)),
                    Cell.number(one.top(), NumberText.fixed(one.top(), DIGITS)),
                    Cell.text(summary.run()
                            .manifest()
                            .path("signals")
                            .path(one.name())
                            .asText())));
        }
        return new HtmlTable(
                "Weights of the signals",
                List.of(
                        Column.text("signal"),
                        Column.number("best point"),
                        Column.number("top 1 %"),
                        Column.text("what it is")),
                rows);
    }

    private static String simplex(RunSummary summary, Mix.Triangle triangle) {
        return new WeightSimplex(
                        triangle.names(),
                        triangle.shares(),
                        Charts.objective(summary),
                        triangle.values(),
                        summary.facts().objective().maximize())
                .draw()
                .html();
    }

    private static String thresholds(RunSummary summary, ThresholdGrid grid) {
        Levels across = grid.across();
        double[] positions = IntStream.range(0, across.bins())
                .mapToDouble(bin -> across.sorted()[bin * across.width()])
                .toArray();
        List<Curve> curves = IntStream.range(0, grid.values().length)
                .mapToObj(line -> new Curve(
                        grid.lines()
                                .map(lines -> lines.axis().name() + " " + lines.label(line))
                                .orElse("best"),
                        grid.values()[line]))
                .toList();
        return new ThresholdCurves(across.axis().name(), positions, Charts.objective(summary), curves)
                .draw()
                .html();
    }
}
