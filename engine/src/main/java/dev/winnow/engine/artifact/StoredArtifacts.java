package dev.winnow.engine.artifact;

import dev.winnow.engine.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The values that lie in file and server, for who looks after them: counts them, checks them, makes room. Safe beside
 * running stores. Failures of a tier are the user's to know here: they are {@link UserError}s.
 */
public final class StoredArtifacts implements AutoCloseable {
    static final String HEAP = "heap";
    static final String FILE = "file";
    static final String REDIS = "redis";

    private final StoreSettings settings;
    private final Optional<FileTier> file;
    private final Optional<RedisTier> redis;

    /** The values that stores of these settings share. */
    public StoredArtifacts(StoreSettings settings) {
        this.settings = settings;
        this.file = settings.folder()
                .filter(folder -> Files.exists(SharedMap.file(folder)))
                .map(folder -> new FileTier(folder, settings.fileBytes(), settings.clock()));
        this.redis = settings.redis().map(RedisTier::new);
    }

    /** What lies where; a folder without a file holds nothing. */
    public List<TierContents> contents() {
        List<TierContents> contents = new ArrayList<>();
        settings.folder()
                .ifPresent(folder -> contents.add(file.map(tier -> of(FILE, tier, StoredArtifacts::contents))
                        .orElse(TierContents.of(FILE, List.of(), 0))));
        redis.ifPresent(tier -> contents.add(of(REDIS, tier, StoredArtifacts::contents)));
        return contents;
    }

    private static TierContents contents(FileTier tier) {
        List<StoredValue> headers = tier.inventory().values().stream()
                .map(FileInventory.Value::header)
                .toList();
        return TierContents.of(FILE, headers, tier.fileBytes());
    }

    private static TierContents contents(RedisTier tier) {
        List<StoredValue> headers = new ArrayList<>();
        tier.forEach(hash -> tier.header(hash).ifPresent(headers::add));
        return TierContents.of(REDIS, headers, 0);
    }

    /** What all stores over the folder counted so far, by tier. */
    public Map<String, TierCounts> counts() {
        return settings.folder().map(FolderCounts::read).orElse(Map.of());
    }

    /**
     * Makes the file at most this large: drops values whose life is over, then those used longest ago, and writes the
     * file anew where it is still larger and nobody else uses it. A server looks after its own memory.
     */
    public Collected collect(long maxBytes) {
        return file.map(tier -> of(FILE, tier, open -> new FileCollection(open, settings.clock()).run(maxBytes)))
                .orElse(new Collected(0, 0, 0, 0, 0, 0, false));
    }

    /** Checks every value of every tier against its checksum, and drops those that are damaged. */
    public List<Verified> verify() {
        List<Verified> verified = new ArrayList<>();
        file.ifPresent(tier -> verified.add(of(FILE, tier, open -> verify(FILE, open))));
        redis.ifPresent(tier -> verified.add(of(REDIS, tier, open -> verify(REDIS, open))));
        return verified;
    }

    private static Verified verify(String name, OuterTier tier) {
        long[] soundAndDropped = new long[2];
        tier.forEach(hash -> {
            boolean sound = sound(hash, tier);
            soundAndDropped[sound ? 0 : 1]++;
            if (!sound) {
                tier.remove(hash);
            }
        });
        return new Verified(name, soundAndDropped[0], soundAndDropped[1]);
    }

    private static boolean sound(byte[] hash, OuterTier tier) {
        byte[] stored = tier.peek(hash);
        try {
            if (stored != null) {
                StoredValue.open(hash, stored).payload();
            }
            return stored != null;
        } catch (DamagedValueException e) {
            return false;
        }
    }

    /** Drops every value, and the counts; how many values there were. */
    public long clear() {
        long values = contents().stream().mapToLong(TierContents::values).sum();
        file.ifPresent(tier -> of(FILE, tier, open -> new FileCollection(open, settings.clock()).run(0)));
        redis.ifPresent(tier -> of(REDIS, tier, open -> {
            open.forEach(open::remove);
            return open;
        }));
        settings.folder().ifPresent(StoredArtifacts::clearCounts);
        return values;
    }

    private static void clearCounts(Path folder) {
        try {
            FolderCounts.clear(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Uses a tier, and tells in one line what stands in the way. */
    private static <S extends OuterTier, T> T of(String name, S tier, Function<S, T> use) {
        try {
            return use.apply(tier);
        } catch (UncheckedIOException | IllegalStateException | TierStuckException | JedisException e) {
            throw new UserError("the " + name + " tier cannot be used (" + e.getMessage()
                    + "); see whether it is up and may be written to");
        }
    }

    @Override
    public void close() {
        file.ifPresent(FileTier::close);
        redis.ifPresent(RedisTier::close);
    }
}
