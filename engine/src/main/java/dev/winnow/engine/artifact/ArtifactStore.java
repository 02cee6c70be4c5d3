package dev.winnow.engine.artifact;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was prepared, nearest first: in the heap, in a file that processes share, in Redis. A value is looked for
 * from the inside out, computed when it is nowhere, once whoever asks at the same time, and copied into the tiers inside
 * the one that had it. An outer tier that fails, is full or gives back damaged bytes only costs a computation; it never
 * changes a result and never stops a run. No file or connection is opened before the first value is
 * asked for. Thread-safe.
 */
public final class ArtifactStore implements Artifacts, AutoCloseable {
    private final StoreSettings settings;
    private final InstantSource clock;
    private final HeapTier heap;
    private final List<GuardedTier> outer;
    private final SingleFlight flights = new SingleFlight();
    private final AdaptiveTtl lives;
    private final AutoCodec autoCodec = new AutoCodec();

    /** A store of these settings. */
    public ArtifactStore(StoreSettings settings) {
        this.settings = settings;
        this.clock = settings.clock();
        this.heap = new HeapTier(settings.heapBytes(), clock);
        this.lives = new AdaptiveTtl(settings.ttl());
        List<GuardedTier> tiers = new ArrayList<>();
        settings.folder()
                .ifPresent(folder ->
                        tiers.add(guard(StoredArtifacts.FILE, new FileTier(folder, settings.fileBytes(), clock))));
        settings.redis().ifPresent(url -> tiers.add(guard(StoredArtifacts.REDIS, new RedisTier(url))));
        this.outer = List.copyOf(tiers);
    }

    private GuardedTier guard(String name, OuterTier tier) {
        return new GuardedTier(name, tier, settings.breaker(), clock);
    }

    /** The artifact of this key, for good. */
    @Override
    public <T> T get(ArtifactKey key, ArtifactType<T> type, Supplier<? extends T> compute) {
        return find(key, type, null, compute);
    }

    /**
     * The artifact of this key, which is computed anew once its life is over.
     *
     * @param life how long it is to live from its computation on; the family's hit rate lengthens and shortens it
     * @param compute makes it when it is nowhere; what it throws is thrown here, and nothing is kept
     */
    public <T> T get(ArtifactKey key, ArtifactType<T> type, Duration life, Supplier<? extends T> compute) {
        return find(key, type, life, compute);
    }

    private <T> T find(ArtifactKey key, ArtifactType<T> type, @Nullable Duration life, Supplier<? extends T> compute) {
        Search<T> search = new Search<>(key, type, life, compute);
        Held held = heap.get(key).orElseGet(() -> flights.run(key, search::run));
        if (life != null) {
            lives.count(key.family(), life, !search.missed);
        }
        return held.as(type);
    }

    /** One look through the tiers behind the heap. */
    private final class Search<T> {
        private final ArtifactKey key;
        private final ArtifactType<T> type;
        private final @Nullable Duration life;
        private final Supplier<? extends T> compute;
        private boolean missed;

        private Search(ArtifactKey key, ArtifactType<T> type, @Nullable Duration life, Supplier<? extends T> compute) {
            this.key = key;
            this.type = type;
            this.life = life;
            this.compute = compute;
        }

        private Held run() {
            // another flight may have landed since the heap was looked at
            return heap.peek(key).or(this::stored).orElseGet(this::computed);
        }

        private Optional<Held> stored() {
            for (int t = 0; t < outer.size(); t++) {
                Optional<StoredValue> found = outer.get(t).get(key);
                if (found.isPresent()) {
                    Optional<Held> held = decoded(outer.get(t), found.get());
                    if (held.isPresent()) {
                        keep(held.get(), found.get(), outer.subList(0, t), true);
                        return held;
                    }
                }
            }
            return Optional.empty();
        }

        private Optional<Held> decoded(GuardedTier tier, StoredValue stored) {
            try {
                T value = type.decode(stored.payload());
                return Optional.of(Held.of(value, type, stored.computeNanos(), stored.expiresMillis()));
            } catch (DamagedValueException | IllegalArgumentException e) {
                tier.drop(key.bytes());
                return Optional.empty();
            }
        }

        private Held computed() {
            missed = true;
            long start = System.nanoTime();
            T value = compute.get();
            long nanos = System.nanoTime() - start;
            long now = clock.millis();
            long expires =
                    life == null ? 0 : now + lives.life(key.family(), life).toMillis();
            Held held = Held.of(value, type, nanos, expires);
            if (outer.isEmpty()) {
                heap.put(key, held, false);
            } else if (held.bytes() > settings.maxValueBytes()) {
                outer.forEach(GuardedTier::bypass);
                heap.put(key, held, false);
            } else {
                keep(held, sealed(type.encode(value), nanos, now, expires), outer, false);
            }
            return held;
        }

        private StoredValue sealed(byte[] payload, long computeNanos, long now, long expires) {
            Codec codec = settings.codec().fixed().orElseGet(() -> autoCodec.pick(key.family(), type, payload));
            return StoredValue.seal(key.bytes(), codec, payload, computeNanos, now, expires);
        }

        private void keep(Held held, StoredValue stored, List<GuardedTier> tiers, boolean promoted) {
            heap.put(key, held, promoted);
            tiers.forEach(tier -> tier.put(key, stored, promoted));
        }
    }

    /** What each tier did since the store was made, from the inside out. */
    public List<TierReport> reports() {
        List<TierReport> reports = new ArrayList<>();
        reports.add(new TierReport(StoredArtifacts.HEAP, heap.counts(), false, ""));
        outer.forEach(tier -> reports.add(tier.report()));
        return reports;
    }

    /** Adds the counts to those of the folder, and lets go of file and server. */
    @Override
    public void close() {
        settings.folder().ifPresent(this::addCounts);
        outer.forEach(GuardedTier::close);
    }

    private void addCounts(Path folder) {
        try {
            FolderCounts.add(folder, reports());
        } catch (UncheckedIOException | TierStuckException e) {
            // a folder that cannot be written holds no values either: its tier's report says why
        }
    }
}
