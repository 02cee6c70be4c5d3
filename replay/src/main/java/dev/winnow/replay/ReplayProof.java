package dev.winnow.replay;

import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;
import dev.winnow.replay.market.Bars;
import dev.winnow.replay.performance.Performance;
import dev.winnow.replay.performance.PerformanceMetric;
import dev.winnow.replay.portfolio.Backtest;
import dev.winnow.replay.portfolio.Execution;
import dev.winnow.replay.portfolio.ReferenceSimulator;
import dev.winnow.replay.portfolio.Trade;
import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.DecisionPlanes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Whether a replayed point is the full backtest of the same ensemble: trades equal (side, entry bar, exit bar, reason),
 * equity and metrics within 1e-9 relative. One thread's.
 */
public final class ReplayProof {
    /** How far equity and metrics may be apart, relative to the full backtest's or to 1 where that is smaller. */
    public static final double TOLERANCE = 1e-9;

    private final EnsembleWorkload replay;
    private final EnsembleWorkload full;
    private final EnsembleSession session;
    private double worst;

    /**
     * A proof of points of a replay.
     *
     * @param replay on kept signals
     * @param full on signals, and a regime, that were worked out anew from the same bars
     */
    public ReplayProof(EnsembleWorkload replay, EnsembleWorkload full) {
        this.replay = replay;
        this.full = full;
        this.session = replay.session();
    }

    /** The largest difference of an equity or a metric up to now, relative as {@link #TOLERANCE} is. */
    public double worst() {
        return worst;
    }

    /**
     * The first difference at a point, in words with its bar; empty where there is none. A point that fails in the
     * replay proves nothing.
     *
     * @param point double[axes]
     */
    public Optional<String> difference(double[] point) {
        Outcome outcome = new Outcome(1, replay.performance().size());
        session.evaluate(new Batch(0, 1, point.length, point), outcome);
        if (!outcome.failures().isEmpty()) {
            return Optional.empty();
        }
        Execution execution = full.execution(point);
        DecisionPlanes kept = session.planes(point);
        DecisionPlanes plain = full.plainly(point);
        Backtest replayed = ReferenceSimulator.run(replay.bars(), kept, execution);
        Backtest backtest = ReferenceSimulator.run(full.bars(), plain, execution);
        String outcomes = outcomes(replayed, backtest, outcome.values(), execution);
        return outcomes.isEmpty() ? Optional.empty() : Optional.of(decisions(kept, plain) + outcomes);
    }

    private String outcomes(Backtest replayed, Backtest backtest, double[] metrics, Execution execution) {
        String trades = trades(replayed.trades(), backtest.trades());
        if (!trades.isEmpty()) {
            return trades;
        }
        for (int t = 0; t < backtest.equity().length; t++) {
            if (!near(replayed.equity()[t], backtest.equity()[t])) {
                return at(t) + "equity is " + replayed.equity()[t] + ", of the full backtest " + backtest.equity()[t];
            }
        }
        for (int m = 0; m < metrics.length; m++) {
            PerformanceMetric metric = replay.performance().get(m);
            double wanted = Performance.of(backtest, execution, metric);
            if (!near(metrics[m], wanted)) {
                return metric.text() + " is " + metrics[m] + ", of the full backtest " + wanted;
            }
        }
        return "";
    }

    /** Also remembers how far the two are apart. */
    private boolean near(double value, double wanted) {
        if (value == wanted || (Double.isNaN(value) && Double.isNaN(wanted))) {
            return true;
        }
        double apart = Math.abs(value - wanted) / Math.max(1, Math.abs(wanted));
        worst = Math.max(worst, apart);
        return apart <= TOLERANCE;
    }

    private String trades(List<Trade> replayed, List<Trade> backtest) {
        for (int i = 0; i < Math.min(replayed.size(), backtest.size()); i++) {
            Trade a = replayed.get(i);
            Trade b = backtest.get(i);
            if (a.side() != b.side()
                    || a.entryBar() != b.entryBar()
                    || a.exitBar() != b.exitBar()
                    || a.reason() != b.reason()) {
                int bar = a.entryBar() != b.entryBar()
                        ? Math.min(a.entryBar(), b.entryBar())
                        : a.exitBar() < 0 || b.exitBar() < 0
                                ? Math.max(a.exitBar(), b.exitBar())
                                : Math.min(a.exitBar(), b.exitBar());
                return at(Math.max(bar, 0)) + "trade " + (i + 1) + " is " + text(a) + ", of the full backtest "
                        + text(b);
            }
        }
        if (replayed.size() == backtest.size()) {
            return "";
        }
        boolean more = replayed.size() > backtest.size();
        Trade only = (more ? replayed : backtest).get(Math.min(replayed.size(), backtest.size()));
        return at(only.entryBar()) + text(only) + " is a trade of the " + (more ? "replay" : "full backtest")
                + " alone";
    }

    private static String text(Trade trade) {
        return (trade.side() > 0 ? "long" : "short") + " from bar " + trade.entryBar()
                + (trade.exitBar() < 0 ? "" : " to bar " + trade.exitBar()) + " ("
                + trade.reason().text() + ")";
    }

    /** Where the decisions part, if they do. */
    private String decisions(DecisionPlanes kept, DecisionPlanes plain) {
        for (int t = 0; t < kept.bars(); t++) {
            String one = decision(kept, t);
            String other = decision(plain, t);
            if (!one.equals(other)) {
                return at(t) + "the replay decides " + one + ", the full backtest " + other + "; ";
            }
        }
        return "";
    }

    private static String decision(DecisionPlanes planes, int bar) {
        List<long[]> all = List.of(planes.enterLong(), planes.exitLong(), planes.enterShort(), planes.exitShort());
        List<String> names = new ArrayList<>(List.of("enter-long", "exit-long", "enter-short", "exit-short"));
        StringJoiner set = new StringJoiner(" ");
        for (int i = 0; i < names.size(); i++) {
            if (BitPlanes.get(all.get(i), bar)) {
                set.add(names.get(i));
            }
        }
        return set.length() == 0 ? "nothing" : set.toString();
    }

    private String at(int bar) {
        Bars bars = replay.bars();
        return "at bar " + bar + " (" + bars.timeText(bar) + ") ";
    }
}
