package dev.winnow.engine.execute;

/** Asks a run to stop: batches in flight are finished and delivered, no further ones begun. Thread-safe. */
public final class StopSignal {
    private volatile boolean requested;

    /** Asks; asking again changes nothing. */
    public void request() {
        requested = true;
    }

    public boolean requested() {
        return requested;
    }
}
