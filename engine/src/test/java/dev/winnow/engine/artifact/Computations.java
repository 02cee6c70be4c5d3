package dev.winnow.engine.artifact;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Values made to order, counted. */
final class Computations {
    private final AtomicInteger count = new AtomicInteger();

    int count() {
        return count.get();
    }

    /** The payload, and one more computation. */
    Supplier<byte[]> of(byte[] payload) {
        return () -> {
            count.incrementAndGet();
            return payload;
        };
    }

    /** What must not be computed. */
    static Supplier<byte[]> none() {
        return () -> {
            throw new AssertionError("computed what was stored");
        };
    }
}
