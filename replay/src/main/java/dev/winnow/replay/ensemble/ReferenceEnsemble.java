package dev.winnow.replay.ensemble;

import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.DecisionPlanes;
import dev.winnow.replay.signal.Signal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The semantics of ensembles line by line, one bar at a time, no tricks: the oracle of every fast combination. */
public final class ReferenceEnsemble {
    private final double[][] values;
    private final double[] close;
    private final long @Nullable [] regime;

    private final long[] enterLong;
    private final long[] exitLong;
    private final long[] enterShort;
    private final long[] exitShort;

    private ReferenceEnsemble(List<Signal> signals, double[] close, long @Nullable [] regime) {
        this.values = signals.stream().map(ReferenceEnsemble::values).toArray(double[][]::new);
        this.close = close;
        this.regime = regime;
        this.enterLong = DecisionPlanes.absent(close.length);
        this.exitLong = DecisionPlanes.absent(close.length);
        this.enterShort = DecisionPlanes.absent(close.length);
        this.exitShort = DecisionPlanes.absent(close.length);
    }

    /**
     * What the ensemble decides.
     *
     * @param signals in the order of their weights; at least one
     * @param close double[bars]
     * @param regime long[words(bars)]: where a side may be wanted; null: everywhere
     */
    public static DecisionPlanes decide(List<Signal> signals, double[] close, Rule rule, long @Nullable [] regime) {
        ReferenceEnsemble ensemble = new ReferenceEnsemble(signals, close, regime);
        switch (rule) {
            case Rule.Weighted weighted -> ensemble.weigh(weighted);
            case Rule.Vote vote -> ensemble.vote(vote);
            case Rule.BestOf best -> ensemble.follow(best);
        }
        return new DecisionPlanes(
                close.length, ensemble.enterLong, ensemble.exitLong, ensemble.enterShort, ensemble.exitShort);
    }

    /** double[bars]: the score, or the side (-1, 0, 1) that the planes want after each close. */
    public static double[] values(Signal signal) {
        return switch (signal) {
            case Signal.Score score -> score.values();
            case Signal.Planes planes -> sides(planes.planes());
        };
    }

    private static double[] sides(DecisionPlanes planes) {
        double[] sides = new double[planes.bars()];
        int side = 0;
        for (int t = 0; t < sides.length; t++) {
            boolean toLong = BitPlanes.get(planes.enterLong(), t);
            boolean toShort = BitPlanes.get(planes.enterShort(), t);
            if (toLong && toShort) {
                toLong = false;
                toShort = false;
            }
            if (side == 0) {
                side = toLong ? 1 : toShort ? -1 : 0;
            } else if (side > 0) {
                side = toShort ? -1 : BitPlanes.get(planes.exitLong(), t) ? 0 : 1;
            } else {
                side = toLong ? 1 : BitPlanes.get(planes.exitShort(), t) ? 0 : -1;
            }
            sides[t] = side;
        }
        return sides;
    }

    private void weigh(Rule.Weighted rule) {
        for (int t = 0; t < close.length; t++) {
            double score = 0;
            for (int i = 0; i < values.length; i++) {
                score += rule.weights()[i] * values[i][t];
            }
            decide(t, score, rule.enter(), rule.exit());
        }
    }

    private void follow(Rule.BestOf rule) {
        int[] choice = TrailingBest.choose(values, close, rule.window(), rule.by());
        for (int t = 0; t < close.length; t++) {
            double score = choice[t] == TrailingBest.NONE ? 0 : values[choice[t]][t];
            decide(t, score, rule.enter(), rule.exit());
        }
    }

    private void vote(Rule.Vote rule) {
        for (int t = 0; t < close.length; t++) {
            int longs = 0;
            int shorts = 0;
            for (double[] signal : values) {
                longs += signal[t] > 0 ? 1 : 0;
                shorts += signal[t] < 0 ? 1 : 0;
            }
            set(
                    t,
                    longs >= rule.votes() && shorts < rule.votes(),
                    false,
                    shorts >= rule.votes() && longs < rule.votes(),
                    false);
        }
    }

    private void decide(int t, double score, double enter, double exit) {
        set(t, score >= enter, score <= exit, score <= -enter, score >= -exit);
    }

    private void set(int t, boolean toLong, boolean offLong, boolean toShort, boolean offShort) {
        boolean allowed = regime == null || BitPlanes.get(regime, t);
        if (toLong && allowed) {
            BitPlanes.set(enterLong, t);
        }
        if (offLong || !allowed) {
            BitPlanes.set(exitLong, t);
        }
        if (toShort && allowed) {
            BitPlanes.set(enterShort, t);
        }
        if (offShort || !allowed) {
            BitPlanes.set(exitShort, t);
        }
    }
}
