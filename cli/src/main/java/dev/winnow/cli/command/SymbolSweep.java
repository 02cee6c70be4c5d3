package dev.winnow.cli.command;

import dev.winnow.engine.plan.Ranking;
import dev.winnow.engine.space.Space;
import dev.winnow.replay.market.LoadedBars;

/**
 * What the sweep over one symbol found.
 *
 * @param kernel which code evaluated the points, and why
 * @param kept points that an earlier sitting had left
 * @param evaluated points there are, those included
 * @param threads worker threads of this sitting
 * @param wallSeconds how long this sitting took over the other points
 * @param best the best of all points
 * @param failures the failed of all points
 */
record SymbolSweep(
        LoadedBars loaded,
        Space space,
        String kernel,
        long kept,
        long evaluated,
        int threads,
        double wallSeconds,
        Ranking best,
        FirstFailures failures) {
    String symbol() {
        return loaded.bars().symbol();
    }

    boolean complete() {
        return evaluated == space.size();
    }

    /** Points of this sitting times bars. */
    double barPoints() {
        return (double) (evaluated - kept) * loaded.bars().size();
    }
}
