package dev.winnow.engine.artifact;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.resps.ScanResult;

/**
 * Stored values in a Redis server, shared by machines. Keys are {@code winnow:artifact:} and the 32 bytes of the hash;
 * what goes when memory is short is the server's own {@code maxmemory-policy}.
 */
final class RedisTier implements OuterTier {
    private static final byte[] PREFIX = "winnow:artifact:".getBytes(StandardCharsets.US_ASCII);

    /** Below it a value is recomputed sooner than fetched; above it a server is as good as dead. */
    private static final Duration TIMEOUT = Duration.ofMillis(500);

    private static final int SCAN_COUNT = 1000;

    private final RedisClient client;

    /** Connects at the first call, not here. */
    RedisTier(URI url) {
        this.client = RedisClient.builder()
                .hostAndPort(url.getHost(), url.getPort() < 0 ? Protocol.DEFAULT_PORT : url.getPort())
                .clientConfig(DefaultJedisClientConfig.builder(url)
                        .connectionTimeoutMillis((int) TIMEOUT.toMillis())
                        .socketTimeoutMillis((int) TIMEOUT.toMillis())
                        .build())
                .poolConfig(pool())
                .build();
    }

    private static ConnectionPoolConfig pool() {
        ConnectionPoolConfig config = new ConnectionPoolConfig();
        config.setMaxWait(TIMEOUT);
        config.setJmxEnabled(false);
        config.setMaxTotal(Runtime.getRuntime().availableProcessors() * 2);
        return config;
    }

    @Override
    public byte @Nullable [] get(byte[] hash) {
        return client.get(key(hash));
    }

    @Override
    public byte @Nullable [] peek(byte[] hash) {
        return get(hash);
    }

    /** A value's header, unchecked; empty when it went or is none. */
    Optional<StoredValue> header(byte[] hash) {
        byte[] start = client.getrange(key(hash), 0, StoredValue.HEADER_BYTES - 1);
        return start.length < StoredValue.HEADER_BYTES ? Optional.empty() : Optional.of(StoredValue.header(start));
    }

    @Override
    public void put(byte[] hash, byte[] stored, long lifeMillis) {
        SetParams params = new SetParams();
        client.set(key(hash), stored, lifeMillis == 0 ? params : params.px(lifeMillis));
    }

    @Override
    public void remove(byte[] hash) {
        client.unlink(key(hash));
    }

    @Override
    public void forEach(Consumer<byte[]> hashes) {
        byte[] pattern = ByteBuffer.allocate(PREFIX.length + 1)
                .put(PREFIX)
                .put((byte) '*')
                .array();
        ScanParams params = new ScanParams().match(pattern).count(SCAN_COUNT);
        byte[] cursor = ScanParams.SCAN_POINTER_START_BINARY;
        do {
            ScanResult<byte[]> page = client.scan(cursor, params);
            page.getResult().stream()
                    .filter(key -> key.length == PREFIX.length + ArtifactKey.HASH_BYTES)
                    .map(key -> Arrays.copyOfRange(key, PREFIX.length, key.length))
                    .forEach(hashes);
            cursor = page.getCursorAsBytes();
        } while (!Arrays.equals(cursor, ScanParams.SCAN_POINTER_START_BINARY));
    }

    private static byte[] key(byte[] hash) {
        return ByteBuffer.allocate(PREFIX.length + hash.length)
                .put(PREFIX)
                .put(hash)
                .array();
    }

    @Override
    public void close() {
        client.close();
    }
}
