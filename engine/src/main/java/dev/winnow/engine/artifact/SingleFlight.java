package dev.winnow.engine.artifact;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * One computation for all who ask for a key while it runs; they share its value or its failure. A computation may ask
 * for other keys, but not, through whatever chain, for its own.
 */
final class SingleFlight {
    private final ConcurrentMap<ArtifactKey, CompletableFuture<Held>> flights = new ConcurrentHashMap<>();

    Held run(ArtifactKey key, Supplier<Held> compute) {
        CompletableFuture<Held> mine = new CompletableFuture<>();
        CompletableFuture<Held> flying = flights.putIfAbsent(key, mine);
        if (flying != null) {
            return await(flying);
        }
        try {
            Held held = compute.get();
            mine.complete(held);
            return held;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            flights.remove(key);
        }
    }

    private static Held await(CompletableFuture<Held> flying) {
        try {
            return flying.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw e;
            }
        }
    }
}
