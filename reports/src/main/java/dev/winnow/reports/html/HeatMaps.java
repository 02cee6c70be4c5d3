package dev.winnow.reports.html;

import dev.winnow.engine.space.Axis;
import dev.winnow.reports.chart.HeatMap;
import dev.winnow.reports.summary.PairGrid;
import dev.winnow.reports.summary.RunSummary;
import java.util.List;

/** The heat maps of a run: one for each pair of parameters and each way to treat the others. */
final class HeatMaps {
    private HeatMaps() {}

    /**
     * One pair.
     *
     * @param title the two parameters
     * @param layers its maps
     */
    record Pair(String title, List<Layer> layers) {}

    /**
     * One map of a pair.
     *
     * @param key short name, the same in every pair
     * @param title what is shown of the other parameters
     * @param html the picture
     */
    record Layer(String key, String title, String html) {}

    static List<Pair> of(RunSummary summary) {
        boolean others = summary.facts().axes().stream()
                        .map(Axis::levels)
                        .filter(levels -> levels > 1)
                        .count()
                > 2;
        return summary.pairs().stream()
                .map(pair -> new Pair(pair.title(), layers(pair, summary, others)))
                .toList();
    }

    private static List<Layer> layers(PairGrid pair, RunSummary summary, boolean others) {
        HeatMap best = map(pair, pair.best(), summary);
        boolean single = !others && pair.x().width() == 1 && pair.y().width() == 1;
        Layer worst = new Layer(
                "worst",
                "the worst within one step",
                best.worstOfNeighbours().draw().html());
        return single
                ? List.of(new Layer("best", "every point", best.draw().html()), worst)
                : List.of(
                        new Layer(
                                "best",
                                "the best of all other values",
                                best.draw().html()),
                        new Layer(
                                "median",
                                "the median of all other values",
                                map(pair, pair.median(), summary).draw().html()),
                        worst);
    }

    private static HeatMap map(PairGrid pair, double[] cells, RunSummary summary) {
        return new HeatMap(
                pair.x().axis().name(),
                pair.x().labels(),
                pair.y().axis().name(),
                pair.y().labels(),
                Charts.objective(summary),
                cells,
                summary.facts().objective().maximize());
    }
}
