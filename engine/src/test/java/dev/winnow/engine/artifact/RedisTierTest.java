package dev.winnow.engine.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.winnow.engine.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.RedisClient;

class RedisTierTest {
    private static final ArtifactKey KEY = Payloads.key(1);
    private static final byte[] PAYLOAD = Payloads.ramp(100_000);

    private final SettableClock clock = new SettableClock();
    private final Computations computations = new Computations();
    private final StoreSettings settings =
            StoreSettings.DEFAULT.withHeapBytes(0).withClock(clock);

    private ArtifactStore store(RedisServer server) {
        return new ArtifactStore(settings.withRedis(server.url()));
    }

    private static TierReport redis(ArtifactStore store) {
        return store.reports().getLast();
    }

    @Test
    void a_server_keeps_values_for_the_next_store() throws IOException {
        try (RedisServer server = RedisServer.start()) {
            try (ArtifactStore store = store(server)) {
                store.get(KEY, ArtifactType.BYTES, computations.of(PAYLOAD));
            }
            try (ArtifactStore store = store(server)) {
                assertThat(store.get(KEY, ArtifactType.BYTES, Computations.none()))
                        .isEqualTo(PAYLOAD);
                assertThat(redis(store).counts().hits()).isEqualTo(1);
            }
        }
    }

    @Test
    void what_the_server_had_is_promoted_to_the_file(@TempDir Path folder) throws IOException {
        try (RedisServer server = RedisServer.start()) {
            try (ArtifactStore store = store(server)) {
                store.get(KEY, ArtifactType.BYTES, computations.of(PAYLOAD));
            }
            StoreSettings both = settings.withFolder(folder).withFileBytes(8 << 20);
            try (ArtifactStore store = new ArtifactStore(both.withRedis(server.url()))) {
                store.get(KEY, ArtifactType.BYTES, Computations.none());
                assertThat(store.reports().get(1).counts().promotions()).isEqualTo(1);
            }
            server.kill();
            try (ArtifactStore store = new ArtifactStore(both)) {
                assertThat(store.get(KEY, ArtifactType.BYTES, Computations.none()))
                        .isEqualTo(PAYLOAD);
            }
        }
    }

    @Test
    void a_server_that_dies_in_mid_run_costs_only_computations_and_is_used_again_once_it_is_back() throws IOException {
        try (RedisServer server = RedisServer.start();
                ArtifactStore store = store(server)) {
            store.get(KEY, ArtifactType.BYTES, computations.of(PAYLOAD));
            store.get(KEY, ArtifactType.BYTES, computations.of(PAYLOAD));
            assertThat(computations.count()).isEqualTo(1);

            server.kill();
            for (int i = 0; i < 50; i++) {
                assertThat(store.get(KEY, ArtifactType.BYTES, computations.of(PAYLOAD)))
                        .isEqualTo(PAYLOAD);
            }
            assertThat(computations.count()).isEqualTo(51);
            assertThat(redis(store).open()).isTrue();
            assertThat(redis(store).counts().errors()).isBetween(1L, 20L);
            assertThat(redis(store).counts().bypassed()).isGreaterThan(50);

            server.restart();
            store.get(KEY, ArtifactType.BYTES, computations.of(PAYLOAD));
            assertThat(redis(store).open()).as("the pause is not over").isTrue();
            clock.pass(BreakerRule.DEFAULT.pause().plusMillis(1));
            store.get(KEY, ArtifactType.BYTES, computations.of(PAYLOAD));
            assertThat(redis(store).open()).isFalse();
            store.get(KEY, ArtifactType.BYTES, Computations.none());
        }
    }

    @Test
    void a_damaged_value_costs_one_computation() throws IOException {
        try (RedisServer server = RedisServer.start();
                ArtifactStore store = store(server);
                RedisClient client = RedisClient.create(server.url())) {
            store.get(KEY, ArtifactType.BYTES, computations.of(PAYLOAD));
            for (byte[] name : client.keys("*".getBytes(StandardCharsets.US_ASCII))) {
                client.setrange(name, 100, new byte[] {1, 2, 3});
            }

            assertThat(store.get(KEY, ArtifactType.BYTES, computations.of(PAYLOAD)))
                    .isEqualTo(PAYLOAD);
            assertThat(redis(store).counts().damaged()).isEqualTo(1);
            assertThat(computations.count()).isEqualTo(2);
            store.get(KEY, ArtifactType.BYTES, Computations.none());
        }
    }

    @Test
    void a_value_with_a_life_leaves_the_server_by_itself() throws IOException {
        try (RedisServer server = RedisServer.start();
                ArtifactStore store = store(server);
                RedisClient client = RedisClient.create(server.url())) {
            store.get(KEY, ArtifactType.BYTES, Duration.ofMinutes(1), computations.of(PAYLOAD));
            store.get(Payloads.key(2), ArtifactType.BYTES, computations.of(PAYLOAD));

            assertThat(client.keys("*".getBytes(StandardCharsets.US_ASCII)).stream()
                            .map(client::pttl))
                    .hasSize(2)
                    .contains(-1L)
                    .anyMatch(millis -> millis > 0 && millis <= 60_000);
        }
    }

    @Test
    void values_in_a_server_are_counted_checked_and_cleared() throws IOException {
        try (RedisServer server = RedisServer.start();
                RedisClient client = RedisClient.create(server.url());
                StoredArtifacts stored = new StoredArtifacts(settings.withRedis(server.url()))) {
            client.set("another", "program's");
            try (ArtifactStore store = store(server)) {
                for (int i = 0; i < 5; i++) {
                    store.get(Payloads.key(i), ArtifactType.BYTES, computations.of(PAYLOAD));
                }
            }
            TierContents contents = stored.contents().getFirst();
            assertThat(contents.values()).isEqualTo(5);
            assertThat(contents.rawBytes()).isEqualTo(5L * PAYLOAD.length);
            byte[] one = client.keys("winnow:*".getBytes(StandardCharsets.US_ASCII)).stream()
                    .findFirst()
                    .orElseThrow();
            client.setrange(one, 50, new byte[] {1, 2, 3});

            assertThat(stored.verify()).containsExactly(new Verified("redis", 4, 1));
            assertThat(stored.clear()).isEqualTo(4);
            assertThat(stored.contents().getFirst().values()).isZero();
            assertThat(client.get("another")).isEqualTo("program's");
        }
    }

    @Test
    void a_dead_server_is_told_to_who_looks_after_it() throws IOException {
        try (RedisServer server = RedisServer.start()) {
            server.kill();
            try (StoredArtifacts stored = new StoredArtifacts(settings.withRedis(server.url()))) {
                assertThatExceptionOfType(UserError.class)
                        .isThrownBy(stored::contents)
                        .withMessageStartingWith("the redis tier cannot be used (");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:6379", "http://localhost", "redis://", "redis://a b", ""})
    void a_url_that_is_none_is_told(String url) {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> settings.withRedis(url))
                .withMessage("Redis URL '" + url + "' is none; give redis://host:6379, or rediss:// for TLS");
    }
}
