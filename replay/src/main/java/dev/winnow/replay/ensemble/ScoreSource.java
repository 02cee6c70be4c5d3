package dev.winnow.replay.ensemble;

import dev.winnow.replay.signal.PlaneKernels;
import dev.winnow.replay.signal.Sides;
import dev.winnow.replay.signal.Signal;
import java.util.List;

/**
 * Signals of one symbol, prepared so that the planes of many weights and levels are quick. Sums are taken in the order
 * of the signals, multiply and add apart, so that every way gives the bits of {@link ReferenceEnsemble}. Immutable.
 */
public sealed interface ScoreSource permits CodedScores, DenseScores {
    /**
     * A source of these signals.
     *
     * @param signals of the same number of bars, at least one
     * @param kernels what compares columns
     */
    static ScoreSource of(List<Signal> signals, PlaneKernels kernels) {
        return signals.stream().allMatch(Signal.Planes.class::isInstance)
                ? new CodedScores(
                        new JointCode(signals.stream().map(ScoreSource::sides).toList()))
                : new DenseScores(signals, kernels);
    }

    /** The sides of a signal; of a score its sign. */
    static Sides sides(Signal signal) {
        return switch (signal) {
            case Signal.Planes planes -> Sides.of(planes.planes());
            case Signal.Score score -> Sides.ofSigns(score.values());
        };
    }

    /** Fills all the planes that are asked for. */
    void fill(LevelPlanes planes, Scratch scratch);

    /** How the planes come about, for the run's record. */
    String description();

    /** Bytes that the source takes. */
    long bytes();

    /** One thread's room for sums. */
    final class Scratch {
        double[] sums = new double[DenseScores.BLOCK];
        byte[] flags = new byte[64];
        final long[] words = new long[DenseScores.BLOCK / Long.SIZE];
    }
}
