package dev.winnow.replay.ensemble;

import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.Comparison;
import dev.winnow.replay.signal.PlaneKernels;
import dev.winnow.replay.signal.Signal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Scores, and sides among them: a matrix product over blocks of bars that stay in the nearest cache while the sums of
 * all weights are taken and compared with all levels. Sums are held for one block of one tuple alone.
 */
final class DenseScores implements ScoreSource {
    /** Bars a block: its columns and sums are 24 KiB for five signals. */
    static final int BLOCK = 512;

    private static final int BLOCK_WORDS = BLOCK / Long.SIZE;

    private final List<Summand> summands;
    private final PlaneKernels kernels;
    private final int bars;

    DenseScores(List<Signal> signals, PlaneKernels kernels) {
        this.summands = signals.stream().map(DenseScores::summand).toList();
        this.kernels = kernels;
        this.bars = signals.getFirst().bars();
    }

    private static Summand summand(Signal signal) {
        return switch (signal) {
            case Signal.Score score -> new Summand.Column(score.values());
            case Signal.Planes planes -> Summand.Stretches.of(ScoreSource.sides(planes));
        };
    }

    @Override
    public void fill(LevelPlanes planes, Scratch scratch) {
        for (int from = 0; from < bars; from += BLOCK) {
            int to = Math.min(bars, from + BLOCK);
            for (int place = 0; place < planes.count(); ) {
                sum(planes, planes.tuple(place), from, to, scratch.sums);
                for (int end = planes.end(place); place < end; place++) {
                    compare(planes, place, from, to, scratch);
                }
            }
        }
        planes.filled();
    }

    private void sum(LevelPlanes planes, int tuple, int from, int to, double[] sums) {
        Arrays.fill(sums, 0, to - from, 0);
        for (int i = 0; i < summands.size(); i++) {
            double weight = planes.weight(tuple, i);
            if (weight != 0) {
                summands.get(i).add(weight, from, to, sums);
            }
        }
    }

    private void compare(LevelPlanes planes, int place, int from, int to, Scratch scratch) {
        int count = to - from;
        int words = BitPlanes.words(count);
        int word = from / BLOCK * BLOCK_WORDS;
        double level = planes.level(place);
        kernels.compare(Comparison.GREATER_EQUAL, scratch.sums, level, count, scratch.words);
        System.arraycopy(scratch.words, 0, planes.atLeast(place), word, words);
        kernels.compare(Comparison.LESS_EQUAL, scratch.sums, -level, count, scratch.words);
        System.arraycopy(scratch.words, 0, planes.atMost(place), word, words);
    }

    @Override
    public String description() {
        return "scores in blocks of " + BLOCK + " bars ("
                + summands.stream().map(Summand::kind).distinct().collect(Collectors.joining(" and ")) + "), "
                + kernels.description();
    }

    @Override
    public long bytes() {
        return summands.stream().mapToLong(Summand::bytes).sum();
    }
}
