package dev.winnow.reports.summary;

import dev.winnow.engine.Suggestion;
import dev.winnow.engine.UserError;
import dev.winnow.engine.plan.Requirement;
import dev.winnow.engine.store.ResultsReader;
import dev.winnow.engine.store.RunStatus;
import dev.winnow.engine.store.StoredRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run found: of every symbol the best points, of one of them all figures.
 *
 * @param run the run
 * @param facts what its columns mean and its manifest says
 * @param complete whether every point was read
 * @param symbols all symbols that have points
 * @param chosen the one that the other figures are of
 * @param stride every how many of its points one is in the figures; 1 unless there are more than can be held
 * @param distribution the objective over them
 * @param neighbours the points next to the best; empty where there is none with a finite objective
 * @param importance the parameters of two or more values, the most important first
 * @param marginals the objective against each of them, in the same order
 * @param pairs the objective over each pair of the most important parameters
 * @param mix the weights of a replay; empty where it has none
 * @param thresholds the objective over the thresholds of a replay; empty where none is a parameter
 */
public record RunSummary(
        StoredRun run,
        RunFacts facts,
        boolean complete,
        List<SymbolSummary> symbols,
        SymbolSummary chosen,
        long stride,
        Distribution distribution,
        Optional<Neighbourhood> neighbours,
        List<Importance> importance,
        List<Marginal> marginals,
        List<PairGrid> pairs,
        Optional<Mix> mix,
        Optional<ThresholdGrid> thresholds) {
    /** Points of a symbol held in memory at most: some 100 MB with four parameters. */
    private static final int MOST_HELD = 1 << 22;

    private static final int MARGINAL_BINS = 80;
    private static final int MOST_PAIRED = 4;

    /** Cells of all heat maps together, each of which a page has to carry several times. */
    private static final int MOST_CELLS = 4000;

    public RunSummary {
        symbols = List.copyOf(symbols);
        importance = List.copyOf(importance);
        marginals = List.copyOf(marginals);
        pairs = List.copyOf(pairs);
    }

    /**
     * Reads a run.
     *
     * @param requirement what a good point meets, read from a row of the run's metrics
     * @param replayed which parameters are weights and thresholds
     * @param symbol which symbol to look at; null: the one with the best point
     * @throws UserError when the run has no points, they are damaged, or there is no such symbol
     */
    public static RunSummary read(StoredRun run, Requirement requirement, ReplayAxes replayed, @Nullable String symbol)
            throws IOException {
        RunFacts facts;
        List<SymbolSummary> symbols = new ArrayList<>();
        boolean complete;
        try (ResultsReader results = run.results()) {
            facts = RunFacts.of(run, results.layout());
            for (int ordinal = 0; ordinal < facts.symbols().size(); ordinal++) {
                SymbolTally tally = new SymbolTally(ordinal, results.layout(), facts.objective(), requirement);
                PointReader.each(results, ordinal, tally::accept);
                symbols.add(tally.summary());
            }
            complete = results.complete();
            if (!complete && run.status() == RunStatus.COMPLETE) {
                throw results.damage();
            }
        }
        symbols.removeIf(one -> one.points() == 0);
        if (symbols.isEmpty()) {
            throw new UserError("run " + run.folder() + " holds no points yet; sweep with --resume to go on");
        }
        return of(run, facts, complete, symbols, choose(symbols, facts, symbol), replayed);
    }

    private static SymbolSummary choose(List<SymbolSummary> symbols, RunFacts facts, @Nullable String wanted) {
        if (wanted == null) {
            return symbols.stream().min(new ByBest(facts.objective())).orElseThrow();
        }
        List<String> names = symbols.stream().map(SymbolSummary::symbol).toList();
        int index = names.indexOf(wanted);
        if (index < 0) {
            throw new UserError("--symbol: no symbol '" + wanted + "'" + Suggestion.of(wanted, names));
        }
        return symbols.get(index);
    }

    private static RunSummary of(
            StoredRun run,
            RunFacts facts,
            boolean complete,
            List<SymbolSummary> symbols,
            SymbolSummary chosen,
            ReplayAxes replayed)
            throws IOException {
        List<Levels> levels = facts.axes().stream().map(Levels::of).toList();
        Observations.Collector collector =
                new Observations.Collector(levels, chosen.points() - chosen.failed() - chosen.undefined(), MOST_HELD);
        try (ResultsReader results = run.results()) {
            int column = levels.size() + facts.objective().metric();
            PointReader.each(results, chosen.ordinal(), frame -> {
                double[] values = frame.columns()[column];
                for (int i = 0; i < frame.count(); i++) {
                    if (Double.isFinite(values[i])) {
                        collector.add(frame.columns(), i, values[i]);
                    }
                }
            });
        }
        Observations points = collector.collected();
        List<Importance> importance = points.count() == 0 ? List.of() : Importance.of(points, replayed);
        List<Marginal> marginals = importance.stream()
                .map(one -> Marginal.of(points, one.axis(), MARGINAL_BINS))
                .toList();
        boolean maximize = facts.objective().maximize();
        Optional<int[]> winner = chosen.best()
                .filter(best -> Double.isFinite(facts.value(best)))
                .map(best -> places(levels, best.parameters()));
        return new RunSummary(
                run,
                facts,
                complete,
                symbols,
                chosen,
                collector.stride(),
                Distribution.of(points.objective()),
                winner.map(places -> Neighbourhood.of(points, places, maximize)),
                importance,
                marginals,
                pairs(points, importance, maximize),
                Mix.of(points, chosen, replayed, maximize),
                ThresholdGrid.of(points, replayed, maximize));
    }

    private static int[] places(List<Levels> levels, double[] parameters) {
        int[] places = new int[parameters.length];
        for (int a = 0; a < places.length; a++) {
            places[a] = levels.get(a).position(parameters[a]);
        }
        return places;
    }

    /** The more important of two runs along the columns. */
    private static List<PairGrid> pairs(Observations points, List<Importance> importance, boolean maximize) {
        int paired = Math.min(MOST_PAIRED, importance.size());
        int pairs = Math.max(1, paired * (paired - 1) / 2);
        int cells = MOST_CELLS / pairs;
        List<PairGrid> grids = new ArrayList<>();
        for (int first = 0; first < paired; first++) {
            for (int second = first + 1; second < paired; second++) {
                Importance x = importance.get(first);
                Importance y = importance.get(second);
                grids.add(PairGrid.of(points, x.axis(), y.axis(), maximize, cells));
            }
        }
        return grids;
    }

    /** The best point of the chosen symbol, where it has a finite objective. */
    public Optional<TopPoint> best() {
        return chosen.best().filter(point -> Double.isFinite(facts.value(point)));
    }

    /** Points of all symbols. */
    public long points() {
        return symbols.stream().mapToLong(SymbolSummary::points).sum();
    }

    /** Failed points of all symbols. */
    public long failed() {
        return symbols.stream().mapToLong(SymbolSummary::failed).sum();
    }
}
