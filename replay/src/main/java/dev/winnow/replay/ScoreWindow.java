package dev.winnow.replay;

import dev.winnow.engine.workload.Batch;
import dev.winnow.replay.ensemble.LevelPlanes;
import dev.winnow.replay.ensemble.ScoreSource;
import dev.winnow.replay.signal.DecisionPlanes;
import java.util.Arrays;
import java.util.function.Function;

/** Planes of points that compare a sum of weighted signals with two thresholds. */
final class ScoreWindow implements PlaneWindow {
    /** What the planes of one window may take: they stay in a core's own cache. */
    private static final long BYTES = 1L << 20;

    private final int bars;
    private final Setting[] weights;
    private final Setting enter;
    private final Setting exit;
    private final Function<double[], ScoreSource> sources;
    private final LevelPlanes levels;
    private final ScoreSource.Scratch scratch = new ScoreSource.Scratch();

    private int first;
    private int[] enters = new int[16];
    private int[] exits = new int[16];

    /** @param sources the signals at a point, equal objects where they are the same */
    ScoreWindow(int bars, Setting[] weights, Setting enter, Setting exit, Function<double[], ScoreSource> sources) {
        this.bars = bars;
        this.weights = weights;
        this.enter = enter;
        this.exit = exit;
        this.sources = sources;
        this.levels = new LevelPlanes(weights.length, bars, BYTES);
    }

    /** Bytes of one thread's planes. */
    static long bytes() {
        return BYTES;
    }

    @Override
    public int load(Batch batch, int from) {
        double[] point = new double[batch.axes()];
        double[] tuple = new double[weights.length];
        if (enters.length < batch.count()) {
            enters = Arrays.copyOf(enters, batch.count());
            exits = Arrays.copyOf(exits, batch.count());
        }
        levels.clear();
        batch.point(from, point);
        ScoreSource source = sources.apply(point);
        first = from;
        int next = from;
        while (next < batch.count()) {
            batch.point(next, point);
            if (levels.full() || sources.apply(point) != source) {
                break;
            }
            for (int i = 0; i < tuple.length; i++) {
                tuple[i] = weights[i].at(point);
            }
            levels.weigh(tuple);
            enters[next - from] = levels.place(enter.at(point));
            exits[next - from] = levels.place(-exit.at(point));
            next++;
        }
        source.fill(levels, scratch);
        return next;
    }

    @Override
    public DecisionPlanes planes(int point) {
        int in = enters[point - first];
        int out = exits[point - first];
        return new DecisionPlanes(bars, levels.atLeast(in), levels.atMost(out), levels.atMost(in), levels.atLeast(out));
    }

    @Override
    public boolean shorts(int point) {
        return levels.below(enters[point - first]);
    }
}
