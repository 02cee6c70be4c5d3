package dev.winnow.engine.artifact;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves only when told to. */
final class SettableClock implements InstantSource {
    private volatile Instant now = Instant.ofEpochMilli(1_000_000_000_000L);

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
