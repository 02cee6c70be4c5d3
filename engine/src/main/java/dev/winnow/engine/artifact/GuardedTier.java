package dev.winnow.engine.artifact;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * An outer tier behind a circuit breaker: whatever fails in it is counted and becomes a miss, and after many failures it
 * is not asked for a while. A full tier is not a failing one.
 */
final class GuardedTier implements AutoCloseable {
    private final OuterTier tier;
    private final String name;
    private final CircuitBreaker breaker;
    private final InstantSource clock;
    private final TierCounters counters = new TierCounters();

    /** What the last failed call said, in one line. */
    private volatile String problem = "";

    GuardedTier(String name, OuterTier tier, BreakerRule rule, InstantSource clock) {
        this.name = name;
        this.tier = tier;
        this.clock = clock;
        this.breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(rule.calls())
                        .minimumNumberOfCalls(rule.leastCalls())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitDurationInOpenState(rule.pause())
                        .clock(clock.withZone(ZoneOffset.UTC))
                        .build());
    }

    /** The value if it is there, undamaged and alive, counted as a hit or a miss. */
    Optional<StoredValue> get(ArtifactKey key) {
        byte[] hash = key.bytes();
        Optional<StoredValue> found = guarded(() -> Optional.ofNullable(tier.get(hash)))
                .flatMap(bytes -> checked(hash, bytes))
                .filter(value -> alive(hash, value));
        found.ifPresentOrElse(value -> counters.hit(value.bytes().length, value.computeNanos()), counters::miss);
        return found;
    }

    private Optional<StoredValue> checked(byte[] hash, byte[] bytes) {
        try {
            return Optional.of(StoredValue.open(hash, bytes));
        } catch (DamagedValueException e) {
            drop(hash);
            return Optional.empty();
        }
    }

    private boolean alive(byte[] hash, StoredValue value) {
        boolean over = Life.over(value.expiresMillis(), clock);
        if (over) {
            remove(hash);
        }
        return !over;
    }

    /** Drops a value that turned out to be damaged, and counts it. */
    void drop(byte[] hash) {
        counters.damaged();
        remove(hash);
    }

    private void remove(byte[] hash) {
        guarded(() -> {
            tier.remove(hash);
            return Optional.empty();
        });
    }

    void put(ArtifactKey key, StoredValue value, boolean promoted) {
        long life = value.expiresMillis() == 0 ? 0 : value.expiresMillis() - clock.millis();
        if (life < 0) {
            return;
        }
        guarded(() -> {
            tier.put(key.bytes(), value.bytes(), life);
            counters.kept(value.bytes().length, promoted);
            return Optional.empty();
        });
    }

    /** Counts a value that is too large to keep. */
    void bypass() {
        counters.bypassed();
    }

    /** Runs a call as far as the breaker permits; empty when it failed. */
    private <T> Optional<T> guarded(Supplier<Optional<T>> call) {
        if (!breaker.tryAcquirePermission()) {
            counters.bypassed();
            return Optional.empty();
        }
        long start = System.nanoTime();
        try {
            Optional<T> result = call.get();
            breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            return result;
        } catch (TierFullException e) {
            breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            counters.bypassed();
        } catch (TierStuckException e) {
            failed(e);
            breaker.transitionToOpenState();
        } catch (Exception | LinkageError | AssertionError | InternalError e) {
            // beside exceptions, of which Chronicle throws checked ones undeclared: a flag of the JVM is missing, the
            // map is damaged, a mapped page cannot be read
            failed(e);
            breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, e);
        }
        return Optional.empty();
    }

    private void failed(Throwable cause) {
        counters.error();
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        problem = cause.getClass().getSimpleName() + ": " + message;
    }

    TierReport report() {
        return new TierReport(name, counters.counts(), breaker.getState() == CircuitBreaker.State.OPEN, problem);
    }

    /** Closes the tier whatever the breaker says. */
    @Override
    public void close() {
        try {
            tier.close();
        } catch (RuntimeException e) {
            failed(e);
        }
    }
}
