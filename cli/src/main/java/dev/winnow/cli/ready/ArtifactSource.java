package dev.winnow.cli.ready;

import dev.winnow.cli.config.RunSection;
import dev.winnow.cli.console.Caches;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.version.Version;
import dev.winnow.engine.UserError;
import dev.winnow.engine.artifact.ArtifactStore;
import dev.winnow.engine.artifact.Artifacts;
import dev.winnow.engine.artifact.StoreSettings;
import dev.winnow.engine.artifact.TierCounts;
import dev.winnow.engine.artifact.TierReport;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The store that a command's workloads prepare into, as its run section asks for. */
public final class ArtifactSource implements AutoCloseable {
    private static final String NONE = "none";
    private static final String FILE = "file";

    private final @Nullable ArtifactStore store;

    private ArtifactSource(@Nullable ArtifactStore store) {
        this.store = store;
    }

    /** Keeps nothing. */
    static ArtifactSource none() {
        return new ArtifactSource(null);
    }

    /**
     * The store that is asked for; to be closed by the caller.
     *
     * @throws UserError when the cache is none that there is
     */
    public static ArtifactSource of(RunSection run, Console console) {
        return switch (run.cache()) {
            case NONE -> none();
            case FILE -> new ArtifactSource(new ArtifactStore(settings(console)));
            case String url
            when url.startsWith("redis:") || url.startsWith("rediss:") ->
                new ArtifactSource(new ArtifactStore(settings(console).withRedis(url)));
            default ->
                throw new UserError(
                        "run.cache: '" + run.cache() + "' is no cache; give none, file, or redis://host:6379");
        };
    }

    private static StoreSettings settings(Console console) {
        return StoreSettings.DEFAULT.withFolder(Caches.artifacts(console));
    }

    /** Where workloads look for what they prepare. */
    public Artifacts artifacts() {
        return store == null ? Artifacts.NONE : store;
    }

    /** What the keys of the program's own workloads change with. */
    public static String version() {
        return new Version().code();
    }

    /** Says what was found and what that saved, in one line; nothing without a store. */
    public void tell(Console console) {
        if (store != null) {
            console.err().println(found(store));
        }
    }

    private static String found(ArtifactStore store) {
        List<TierReport> tiers = store.reports();
        TierCounts heap = tiers.getFirst().counts();
        long asked = heap.hits() + heap.misses();
        long found = tiers.stream().mapToLong(tier -> tier.counts().hits()).sum();
        double saved = tiers.stream()
                .skip(1)
                .mapToDouble(tier -> tier.counts().savedSeconds())
                .sum();
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "cache: %,d of %,d prepared values found (%.1f %%), %.2f s of computing saved",
                found,
                asked,
                asked == 0 ? 0.0 : 100.0 * found / asked,
                saved));
        for (TierReport tier : tiers) {
            if (!tier.problem().isEmpty()) {
                line.append("; ").append(tier.tier()).append(": ").append(tier.problem());
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        if (store != null) {
            store.close();
        }
    }
}
