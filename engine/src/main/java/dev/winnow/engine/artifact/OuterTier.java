package dev.winnow.engine.artifact;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where stored values lie outside the heap. Every call may fail with any exception; {@link GuardedTier} stands between
 * it and a run. Thread-safe.
 */
interface OuterTier extends AutoCloseable {
    /** The stored bytes, whole but unchecked; null when there are none. */
    byte @Nullable [] get(byte[] hash);

    /** As {@link #get}, but no use that keeps the value from being dropped. */
    byte @Nullable [] peek(byte[] hash);

    /**
     * Keeps stored bytes in place of any that were there.
     *
     * @param lifeMillis how long at least they are wanted, or 0 for good
     * @throws TierFullException when there is no room
     */
    void put(byte[] hash, byte[] stored, long lifeMillis);

    void remove(byte[] hash);

    /** Shows the hash of every value, in any order; what comes or goes meanwhile may be missed. */
    void forEach(Consumer<byte[]> hashes);

    @Override
    void close();
}
