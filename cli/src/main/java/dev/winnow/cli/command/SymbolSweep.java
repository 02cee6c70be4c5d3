package dev.winnow.cli.command;

import dev.winnow.engine.execute.Execution;
import dev.winnow.engine.plan.Ranking;
import dev.winnow.engine.space.Space;
import dev.winnow.replay.BacktestWorkload;
import dev.winnow.replay.market.LoadedBars;

/** What the sweep over one symbol found. */
record SymbolSweep(
        LoadedBars loaded,
        Space space,
        BacktestWorkload workload,
        Execution execution,
        Ranking best,
        FirstFailures failures) {
    String symbol() {
        return loaded.bars().symbol();
    }

    /** Points times bars. */
    double barPoints() {
        return (double) execution.evaluated() * loaded.bars().size();
    }
}
