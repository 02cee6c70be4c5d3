package dev.winnow.replay;

import dev.winnow.engine.workload.Batch;
import dev.winnow.replay.signal.DecisionPlanes;

/** The planes of consecutive points of a batch, made together. One thread's. */
interface PlaneWindow {
    /** Makes the planes of the point and of as many behind it as there is room for; the first point left out. */
    int load(Batch batch, int from);

    /** The planes of a point that was loaded; valid until the next load. */
    DecisionPlanes planes(int point);

    /** Whether some bar of the point's planes enters short. */
    boolean shorts(int point);
}
