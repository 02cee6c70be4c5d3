package dev.winnow.reports.summary;

import dev.winnow.engine.plan.Objective;
import dev.winnow.engine.plan.Ranked;
import dev.winnow.engine.plan.Ranking;
import dev.winnow.engine.plan.Requirement;
import dev.winnow.engine.store.Frame;
import dev.winnow.engine.store.ResultsLayout;
import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;

/** Counts and ranks the points of one symbol, frame by frame. Not thread-safe. */
final class SymbolTally {
    private static final int LEAST_TOP = 10;
    private static final int MOST_TOP = 100_000;

    private final int ordinal;
    private final String symbol;
    private final int axes;
    private final int metrics;
    private final int objective;
    private final Ranking ranking;
    private long points;
    private long failed;
    private long undefined;

    SymbolTally(int ordinal, ResultsLayout layout, Objective objective, Requirement requirement) {
        this.ordinal = ordinal;
        this.symbol = layout.symbols().get(ordinal);
        this.axes = layout.axes().size();
        this.metrics = layout.metrics().size();
        this.objective = objective.metric();
        int top = Math.clamp(Math.ceilDiv(layout.points(), 100), LEAST_TOP, MOST_TOP);
        this.ranking = new Ranking(
                objective, () -> row -> requirement.meets(Arrays.copyOf(row, metrics)), metrics + axes, top);
    }

    void accept(Frame frame) {
        points += frame.count();
        failed += frame.failures().size();
        double[] values = frame.columns()[axes + objective];
        for (int i = 0; i < frame.count(); i++) {
            boolean none = !Double.isFinite(values[i]);
            undefined += none && !frame.failures().containsKey(i) ? 1 : 0;
        }
        ranking.accept(ordinal, batch(frame), rows(frame));
    }

    private static Batch batch(Frame frame) {
        return new Batch(frame.first(), frame.count(), 0, new double[0]);
    }

    /** Metrics, then parameters: a ranking holds the rows of its best points, and the layout cannot make a point anew. */
    private Outcome rows(Frame frame) {
        int width = metrics + axes;
        Outcome outcome = new Outcome(frame.count(), width);
        for (int c = 0; c < width; c++) {
            double[] column = frame.columns()[c < metrics ? axes + c : c - metrics];
            for (int i = 0; i < frame.count(); i++) {
                outcome.values()[i * width + c] = column[i];
            }
        }
        frame.failures().forEach(outcome::fail);
        return outcome;
    }

    SymbolSummary summary() {
        List<TopPoint> top = StreamSupport.stream(ranking.spliterator(), false)
                .filter(point -> point.standing() != Ranked.Standing.FAILED)
                .map(point -> new TopPoint(
                        point.rank(),
                        Arrays.copyOfRange(point.metrics(), metrics, metrics + axes),
                        Arrays.copyOf(point.metrics(), metrics),
                        point.standing() == Ranked.Standing.MEETS))
                .toList();
        return new SymbolSummary(ordinal, symbol, points, failed, undefined, top);
    }
}
