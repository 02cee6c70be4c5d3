package dev.winnow.engine.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactStoreTest {
    private static final ArtifactKey KEY = Payloads.key(1);
    private static final byte[] PAYLOAD = Payloads.ramp(10_000);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final SettableClock clock = new SettableClock();
    private final StoreSettings heapOnly =
            StoreSettings.DEFAULT.withHeapBytes(1_000_000).withClock(clock);
    private final Computations computations = new Computations();

    @TempDir
    private Path folder;

    private StoreSettings withFile() {
        return heapOnly.withFolder(folder).withFileBytes(8 << 20);
    }

    private static TierCounts counts(ArtifactStore store, String tier) {
        return store.reports().stream()
                .filter(report -> report.tier().equals(tier))
                .findFirst()
                .orElseThrow()
                .counts();
    }

    @Test
    void a_value_is_computed_once() {
        try (ArtifactStore store = new ArtifactStore(heapOnly)) {
            for (int i = 0; i < 3; i++) {
                assertThat(store.get(KEY, ArtifactType.BYTES, computations.of(PAYLOAD)))
                        .isEqualTo(PAYLOAD);
            }

            assertThat(computations.count()).isEqualTo(1);
            assertThat(counts(store, "heap").hits()).isEqualTo(2);
            assertThat(counts(store, "heap").misses()).isEqualTo(1);
            assertThat(counts(store, "heap").bytesRead()).isEqualTo(2L * PAYLOAD.length);
            assertThat(counts(store, "heap").savedSeconds()).isPositive();
        }
    }

    @Test
    void ten_threads_that_ask_at_once_compute_once() throws Exception {
        CyclicBarrier start = new CyclicBarrier(10);
        CountDownLatch asking = new CountDownLatch(10);
        try (ArtifactStore store = new ArtifactStore(withFile());
                ExecutorService threads = Executors.newFixedThreadPool(10)) {
            Callable<byte[]> ask = () -> {
                start.await();
                asking.countDown();
                return store.get(KEY, ArtifactType.BYTES, () -> {
                    awaitAll(asking);
                    return computations.of(PAYLOAD).get();
                });
            };
            List<Future<byte[]>> answers = new ArrayList<>();
            for (int thread = 0; thread < 10; thread++) {
                answers.add(threads.submit(ask));
            }
            for (Future<byte[]> answer : answers) {
                assertThat(answer.get()).isSameAs(PAYLOAD);
            }

            assertThat(computations.count()).isEqualTo(1);
        }
    }

    private static void awaitAll(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_failed_computation_is_told_to_all_who_wait_and_not_kept() throws Exception {
        try (ArtifactStore store = new ArtifactStore(heapOnly);
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            CountDownLatch computing = new CountDownLatch(1);
            CountDownLatch fail = new CountDownLatch(1);
            Future<byte[]> first = threads.submit(() -> store.get(KEY, ArtifactType.BYTES, () -> {
                computing.countDown();
                awaitAll(fail);
                throw new IllegalStateException("no such window");
            }));
            computing.await();
            Future<byte[]> second = threads.submit(() -> store.get(KEY, ArtifactType.BYTES, () -> {
                throw new IllegalStateException("no such window");
            }));
            fail.countDown();

            for (Future<byte[]> answer : List.of(first, second)) {
                assertThatExceptionOfType(ExecutionException.class)
                        .isThrownBy(answer::get)
                        .withMessageContaining("no such window");
            }
            assertThat(store.get(KEY, ArtifactType.BYTES, computations.of(PAYLOAD)))
                    .isEqualTo(PAYLOAD);
        }
    }

    @Test
    void a_computation_may_ask_for_other_artifacts() {
        try (ArtifactStore store = new ArtifactStore(heapOnly)) {
            byte[] outer = store.get(
                    KEY,
                    ArtifactType.BYTES,
                    () -> store.get(Payloads.key(2), ArtifactType.BYTES, computations.of(PAYLOAD)));

            assertThat(outer).isSameAs(PAYLOAD);
            assertThat(store.get(Payloads.key(2), ArtifactType.BYTES, Computations.none()))
                    .isSameAs(PAYLOAD);
        }
    }

    @Test
    void a_value_is_computed_anew_once_its_life_is_over() {
        try (ArtifactStore store = new ArtifactStore(withFile())) {
            store.get(KEY, ArtifactType.BYTES, MINUTE, computations.of(PAYLOAD));
            clock.pass(MINUTE.minusMillis(1));
            store.get(KEY, ArtifactType.BYTES, MINUTE, computations.of(PAYLOAD));
            assertThat(computations.count()).isEqualTo(1);

            clock.pass(Duration.ofMillis(1));
            store.get(KEY, ArtifactType.BYTES, MINUTE, computations.of(PAYLOAD));
            assertThat(computations.count()).isEqualTo(2);
        }
    }

    @Test
    void a_family_that_is_found_again_lives_longer() {
        try (ArtifactStore store = new ArtifactStore(
                heapOnly.withTtl(new TtlRule(10, 0.2, 0.8, Duration.ofSeconds(1), Duration.ofDays(1))))) {
            for (int access = 0; access < 10; access++) {
                store.get(KEY, ArtifactType.BYTES, MINUTE, computations.of(PAYLOAD));
            }
            clock.pass(MINUTE);
            store.get(KEY, ArtifactType.BYTES, MINUTE, computations.of(PAYLOAD));
            assertThat(computations.count()).isEqualTo(2);
            clock.pass(MINUTE.multipliedBy(2).minusMillis(1));
            store.get(KEY, ArtifactType.BYTES, MINUTE, computations.of(PAYLOAD));
            assertThat(computations.count()).isEqualTo(2);
        }
    }

    @Test
    void the_next_store_finds_what_the_last_one_kept_and_promotes_it() {
        double[][] columns = {{1.5, -2}, {-0.0}};
        try (ArtifactStore store = new ArtifactStore(withFile())) {
            store.get(KEY, ArtifactType.DOUBLES, () -> columns);
        }
        try (ArtifactStore store = new ArtifactStore(withFile())) {
            for (int i = 0; i < 2; i++) {
                assertThat(store.get(KEY, ArtifactType.DOUBLES, () -> new double[0][]))
                        .isDeepEqualTo(columns);
            }

            assertThat(counts(store, "file").hits()).isEqualTo(1);
            assertThat(counts(store, "file").savedSeconds()).isPositive();
            assertThat(counts(store, "heap").promotions()).isEqualTo(1);
            assertThat(counts(store, "heap").hits()).isEqualTo(1);
        }
    }

    @Test
    void what_the_heap_cannot_hold_is_still_found_in_the_file() {
        try (ArtifactStore store = new ArtifactStore(withFile().withHeapBytes(0))) {
            store.get(KEY, ArtifactType.BYTES, computations.of(PAYLOAD));

            assertThat(store.get(KEY, ArtifactType.BYTES, Computations.none())).isEqualTo(PAYLOAD);
        }
    }

    @Test
    void a_value_above_the_bound_stays_in_the_heap_and_is_counted() {
        try (ArtifactStore store = new ArtifactStore(withFile().withMaxValueBytes(PAYLOAD.length - 1))) {
            store.get(KEY, ArtifactType.BYTES, computations.of(PAYLOAD));
            store.get(KEY, ArtifactType.BYTES, Computations.none());

            assertThat(counts(store, "file").bypassed()).isEqualTo(1);
            assertThat(counts(store, "file").bytesWritten()).isZero();
        }
    }

    @Test
    void an_artifact_cannot_be_taken_for_another_type() {
        try (ArtifactStore store = new ArtifactStore(heapOnly)) {
            store.get(KEY, ArtifactType.BYTES, computations.of(PAYLOAD));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> store.get(KEY, ArtifactType.DOUBLES, () -> new double[0][]));
        }
    }

    @Test
    void a_store_that_is_not_asked_touches_no_file() {
        new ArtifactStore(withFile()).close();

        assertThat(folder).isEmptyDirectory();
    }
}
