package dev.winnow.replay;

import dev.winnow.engine.workload.Batch;
import dev.winnow.replay.ensemble.Votes;
import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.DecisionPlanes;
import java.util.HashMap;
import java.util.Map;

/** Planes of points that count votes: made once for each number that is asked for. */
final class VoteWindow implements PlaneWindow {
    private record Counted(DecisionPlanes planes, boolean shorts) {}

    private final Votes votes;
    private final Setting setting;
    private final int bars;
    private final Map<Integer, Counted> known = new HashMap<>();
    private Batch batch = new Batch(0, 0, 0, new double[0]);
    private double[] point = new double[0];

    VoteWindow(Votes votes, Setting setting, int bars) {
        this.votes = votes;
        this.setting = setting;
        this.bars = bars;
    }

    @Override
    public int load(Batch batch, int from) {
        this.batch = batch;
        this.point = new double[batch.axes()];
        return batch.count();
    }

    @Override
    public DecisionPlanes planes(int at) {
        return counted(at).planes();
    }

    @Override
    public boolean shorts(int at) {
        return counted(at).shorts();
    }

    private Counted counted(int at) {
        batch.point(at, point);
        return known.computeIfAbsent((int) setting.at(point), k -> {
            DecisionPlanes planes = votes.planes(k, bars);
            return new Counted(planes, BitPlanes.any(planes.enterShort()));
        });
    }
}
