package dev.winnow.replay.recording;

import dev.winnow.replay.signal.BitPlanes;
import dev.winnow.replay.signal.DecisionPlanes;
import dev.winnow.replay.signal.Signal;
import java.util.Arrays;

/** A signal from its {@link SignalEvent}s, which come in the order of their bars. */
final class SignalBuilder {
    private final boolean scored;
    private final int bars;
    private final long[][] planes;
    private final double[] score;
    private int last = -1;

    /** @param scored whether it is a score */
    SignalBuilder(boolean scored, int bars) {
        this.scored = scored;
        this.bars = bars;
        this.planes = scored ? new long[0][] : new long[4][BitPlanes.words(bars)];
        this.score = scored ? new double[bars] : new double[0];
    }

    /** The first bar that the next event may have. */
    int leastBar() {
        return Math.max(0, last);
    }

    /** @throws DamagedSignalException when there is no such plane, or a second event of its kind */
    void add(SignalEvent event) {
        int bar = event.bar();
        boolean twice;
        if (scored) {
            twice = bar == last;
            hold(bar);
            score[bar] = event.strength();
        } else {
            int plane = SignalEvent.plane(event.direction());
            if (plane < 0) {
                throw new DamagedSignalException("direction '" + event.direction() + "' is no plane");
            }
            twice = BitPlanes.get(planes[plane], bar);
            BitPlanes.set(planes[plane], bar);
        }
        if (twice) {
            throw new DamagedSignalException("a second event of its kind at bar " + bar);
        }
        last = bar;
    }

    /** A score stays what it was, up to a bar; before the first event it is 0. */
    private void hold(int to) {
        if (last >= 0 && last + 1 < to) {
            Arrays.fill(score, last + 1, to, score[last]);
        }
    }

    Signal signal() {
        if (scored) {
            hold(bars);
            return new Signal.Score(score);
        }
        return new Signal.Planes(new DecisionPlanes(bars, planes[0], planes[1], planes[2], planes[3]));
    }
}
