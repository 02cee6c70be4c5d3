package dev.winnow.reports.summary;

import dev.winnow.engine.plan.Objective;
import java.util.Comparator;

/** Symbols by their best point as a ranking has it: one that meets the requirement first, then the better objective. */
record ByBest(Objective objective) implements Comparator<SymbolSummary> {
    @Override
    public int compare(SymbolSummary a, SymbolSummary b) {
        int standing = Integer.compare(standing(a), standing(b));
        return standing != 0 ? standing : Double.compare(loss(a), loss(b));
    }

    private static int standing(SymbolSummary symbol) {
        return symbol.best().map(best -> best.meets() ? 0 : 1).orElse(2);
    }

    /** Less is better, NaN is most. */
    private double loss(SymbolSummary symbol) {
        double value =
                symbol.best().map(best -> best.metrics()[objective.metric()]).orElse(Double.NaN);
        return objective.maximize() ? -value : value;
    }
}
