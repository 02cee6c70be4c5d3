package dev.winnow.replay.ensemble;

import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.DecisionPlanes;
import dev.winnow.replay.signal.Sides;
import dev.winnow.replay.signal.Signal;
import java.util.List;

/** The one signal that {@link Rule.BestOf} follows, bar by bar another's. */
public final class FollowedSignal {
    private FollowedSignal() {}

    /**
     * The signal that was best over the {@code window} bars before: planes where all signals are planes, else a score.
     *
     * @param close double[bars]
     */
    public static Signal of(List<Signal> signals, double[] close, int window, Trailing by) {
        double[][] values = signals.stream().map(ReferenceEnsemble::values).toArray(double[][]::new);
        int[] choice = TrailingBest.choose(values, close, window, by);
        double[] followed = new double[close.length];
        for (int t = 0; t < followed.length; t++) {
            followed[t] = choice[t] == TrailingBest.NONE ? 0 : values[choice[t]][t];
        }
        return signals.stream().allMatch(Signal.Planes.class::isInstance)
                ? planes(Sides.ofSigns(followed))
                : new Signal.Score(followed);
    }

    /** Planes that want these sides. */
    private static Signal planes(Sides sides) {
        long[] off = new long[BitPlanes.words(sides.bars())];
        for (int word = 0; word < off.length; word++) {
            off[word] = ~(sides.longs()[word] | sides.shorts()[word]);
        }
        if (off.length > 0) {
            off[off.length - 1] &= BitPlanes.tailMask(sides.bars());
        }
        return new Signal.Planes(new DecisionPlanes(sides.bars(), sides.longs(), off, sides.shorts(), off));
    }
}
