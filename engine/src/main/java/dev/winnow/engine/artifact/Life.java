package dev.winnow.engine.artifact;

import java.time.InstantSource;

/** Whether a value's life is over. */
final class Life {
    private Life() {}

    static boolean over(long expiresMillis, InstantSource clock) {
        return expiresMillis != 0 && clock.millis() >= expiresMillis;
    }
}
