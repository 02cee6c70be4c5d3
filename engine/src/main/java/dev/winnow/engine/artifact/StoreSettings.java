package dev.winnow.engine.artifact;

import dev.winnow.engine.UserError;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How a store keeps what it is given.
 *
 * @param heapBytes weight of the decoded values in the heap
 * @param folder where the file is that processes share; empty for none
 * @param fileBytes how large that file may grow, about; a present file keeps the bound that it was made with
 * @param redis the server that machines share; empty for none
 * @param maxValueBytes payloads above it stay in the heap
 * @param codec what packs payloads for file and server
 * @param ttl how lives adapt
 * @param breaker when a failing tier is left alone
 * @param clock tells when lives end and breakers close
 */
public record StoreSettings(
        long heapBytes,
        Optional<Path> folder,
        long fileBytes,
        Optional<URI> redis,
        long maxValueBytes,
        CodecChoice codec,
        TtlRule ttl,
        BreakerRule breaker,
        InstantSource clock) {
    private static final long MIB = 1024 * 1024;

    /** Packed or not, a value has to fit an array. */
    private static final long MAX_VALUE_BYTES = 1024 * MIB;

    /** The heap alone, an eighth of it; 4 GiB of file and 256 MiB a value once there is a folder. */
    public static final StoreSettings DEFAULT = new StoreSettings(
            Runtime.getRuntime().maxMemory() / 8,
            Optional.empty(),
            4096 * MIB,
            Optional.empty(),
            256 * MIB,
            CodecChoice.AUTO,
            TtlRule.DEFAULT,
            BreakerRule.DEFAULT,
            InstantSource.system());

    public StoreSettings {
        if (heapBytes < 0 || fileBytes < MIB || maxValueBytes < 0 || maxValueBytes > MAX_VALUE_BYTES) {
            throw new UserError("artifact store of " + heapBytes + " bytes of heap, " + fileBytes + " of file and "
                    + maxValueBytes + " a value; give at least 0, at least 1 MiB and at most 1 GiB");
        }
    }

    public StoreSettings withHeapBytes(long bytes) {
        return new StoreSettings(bytes, folder, fileBytes, redis, maxValueBytes, codec, ttl, breaker, clock);
    }

    public StoreSettings withFolder(Path path) {
        return new StoreSettings(
                heapBytes, Optional.of(path), fileBytes, redis, maxValueBytes, codec, ttl, breaker, clock);
    }

    public StoreSettings withFileBytes(long bytes) {
        return new StoreSettings(heapBytes, folder, bytes, redis, maxValueBytes, codec, ttl, breaker, clock);
    }

    /**
     * These settings with a server.
     *
     * @throws UserError when the URL is not {@code redis://host[:port][/database]}, or rediss for TLS
     */
    public StoreSettings withRedis(String url) {
        return new StoreSettings(
                heapBytes, folder, fileBytes, Optional.of(RedisUrl.of(url)), maxValueBytes, codec, ttl, breaker, clock);
    }

    public StoreSettings withMaxValueBytes(long bytes) {
        return new StoreSettings(heapBytes, folder, fileBytes, redis, bytes, codec, ttl, breaker, clock);
    }

    public StoreSettings withCodec(CodecChoice choice) {
        return new StoreSettings(heapBytes, folder, fileBytes, redis, maxValueBytes, choice, ttl, breaker, clock);
    }

    public StoreSettings withTtl(TtlRule rule) {
        return new StoreSettings(heapBytes, folder, fileBytes, redis, maxValueBytes, codec, rule, breaker, clock);
    }

    public StoreSettings withBreaker(BreakerRule rule) {
        return new StoreSettings(heapBytes, folder, fileBytes, redis, maxValueBytes, codec, ttl, rule, clock);
    }

    public StoreSettings withClock(InstantSource source) {
        return new StoreSettings(heapBytes, folder, fileBytes, redis, maxValueBytes, codec, ttl, breaker, source);
    }
}
