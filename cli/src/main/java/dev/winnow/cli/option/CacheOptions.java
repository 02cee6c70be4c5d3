package dev.winnow.cli.option;

import dev.winnow.cli.console.Caches;
import dev.winnow.cli.console.Console;
import dev.winnow.engine.artifact.StoreSettings;
import dev.winnow.engine.artifact.StoredArtifacts;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which kept values are meant, the same on every command that looks after them. */
public final class CacheOptions {
    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Folder of the file tier; default: winnow/artifacts below XDG_CACHE_HOME or ~/.cache.")
    private @Nullable Path dir;

    @Option(
            names = "--redis",
            paramLabel = "URL",
            description = "Also a Redis server: redis://host:6379; default: WINNOW_REDIS, else none.")
    private @Nullable String redis;

    /** Of the file tier. */
    public Path folder(Console console) {
        return dir == null ? Caches.artifacts(console) : dir;
    }

    /** Opens the tiers that are meant; to be closed by the caller. */
    public StoredArtifacts open(Console console) {
        StoreSettings settings = StoreSettings.DEFAULT.withFolder(folder(console));
        String url = redis == null ? console.environment().getOrDefault("WINNOW_REDIS", "") : redis;
        return new StoredArtifacts(url.isEmpty() ? settings : settings.withRedis(url));
    }
}
