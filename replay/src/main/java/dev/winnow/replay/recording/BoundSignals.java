package dev.winnow.replay.recording;

import dev.winnow.replay.expression.BoundStrategy;

/** A strategy's signals over the bars of one symbol. Thread-safe; every thread takes a {@link #cursor()} of its own. */
public final class BoundSignals {
    private final BoundStrategy bound;
    private final boolean score;

    BoundSignals(BoundStrategy bound, boolean score) {
        this.bound = bound;
        this.score = score;
    }

    /** A way through the settings for one thread. */
    public SignalCursor cursor() {
        return new SignalCursor(bound.cursor(), score);
    }
}
