package dev.winnow.replay.recording;

import dev.winnow.replay.expression.PlaneCursor;
import dev.winnow.replay.signal.Signal;

/** Works out one setting's signal after the other. Used by one thread at a time. */
public final class SignalCursor {
    private final PlaneCursor cursor;
    private final boolean score;

    SignalCursor(PlaneCursor cursor, boolean score) {
        this.cursor = cursor;
        this.score = score;
    }

    /**
     * The signal at a setting. Planes are shared with the cursor: read only, and valid until the next call.
     *
     * @param point double[axes], in the order of the strategy's axes
     * @throws dev.winnow.replay.expression.PointFailure if the values make an expression impossible
     */
    public Signal signal(double[] point) {
        return score ? Signal.Score.of(cursor.score(point)) : new Signal.Planes(cursor.planes(point));
    }
}
