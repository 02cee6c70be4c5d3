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
     * @param title what its cells show
     * @param caption the same in full
     * @param html the picture
     */
    record Layer(String key, String title, String caption, String html) {}

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
        boolean merged = pair.x().width() > 1 || pair.y().width() > 1;
        String over =
                (others ? ", whatever the other parameters" : "") + (merged ? ", neighbouring values together" : "");
        HeatMap best = map(pair, pair.best(), summary);
        Layer worst = layer(
                "worst",
                "the worst within one step",
                over.isEmpty() ? "" : " of those bests",
                best.worstOfNeighbours());
        return over.isEmpty()
                ? List.of(layer("best", "every point", "", best), worst)
                : List.of(
                        layer("best", "the best", over, best),
                        layer("median", "the median", over, map(pair, pair.median(), summary)),
                        worst);
    }

    private static Layer layer(String key, String title, String more, HeatMap map) {
        return new Layer(key, title, title + more, map.draw().html());
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
