package dev.winnow.engine.artifact;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.InstantSource;
import java.util.Optional;

/** Decoded values, the most useful of them within a weight in bytes. */
final class HeapTier {
    /** What an entry weighs beyond its value. */
    private static final int ENTRY_BYTES = 256;

    private final Cache<ArtifactKey, Held> values;
    private final InstantSource clock;
    private final TierCounters counters = new TierCounters();

    HeapTier(long maxBytes, InstantSource clock) {
        this.clock = clock;
        this.values = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((ArtifactKey key, Held held) -> (int) Math.min(held.bytes() + ENTRY_BYTES, Integer.MAX_VALUE))
                .executor(Runnable::run)
                .build();
    }

    /** The value, counted as a hit or a miss. */
    Optional<Held> get(ArtifactKey key) {
        Optional<Held> held = peek(key);
        held.ifPresentOrElse(found -> counters.hit(found.bytes(), found.computeNanos()), counters::miss);
        return held;
    }

    /** The value, uncounted. */
    Optional<Held> peek(ArtifactKey key) {
        Held held = values.getIfPresent(key);
        if (held != null && Life.over(held.expiresMillis(), clock)) {
            values.invalidate(key);
            return Optional.empty();
        }
        return Optional.ofNullable(held);
    }

    void put(ArtifactKey key, Held held, boolean promoted) {
        values.put(key, held);
        counters.kept(held.bytes(), promoted);
    }

    TierCounts counts() {
        return counters.counts();
    }
}
