package dev.winnow.cli.sweep;

import dev.winnow.engine.plan.Ranking;
import dev.winnow.engine.space.Space;
import dev.winnow.engine.workload.Subject;
import java.util.Map;

/**
 * What the sweep over one subject found.
 *
 * @param kernel which code evaluated the points, and why
 * @param unitsPerPoint units of inner work a point: bars of a backtest
 * @param kept points that an earlier sitting had left
 * @param evaluated points there are, those included
 * @param threads worker threads of this sitting
 * @param wallSeconds how long this sitting took over the other points
 * @param stopped why it stopped itself; empty: it did not
 * @param foretold what was predicted of it, as the manifest says it
 * @param observed where its time went, as the manifest says it
 * @param best the best of all points
 * @param failures the failed of all points
 */
public record SymbolSweep(
        Subject subject,
        Space space,
        String kernel,
        long unitsPerPoint,
        long kept,
        long evaluated,
        int threads,
        double wallSeconds,
        String stopped,
        Map<String, Object> foretold,
        Map<String, Object> observed,
        Ranking best,
        FirstFailures failures) {
    String symbol() {
        return subject.name();
    }

    boolean complete() {
        return evaluated == space.size();
    }

    /** Points of this sitting times the units of each. */
    double barPoints() {
        return (double) (evaluated - kept) * unitsPerPoint;
    }
}
