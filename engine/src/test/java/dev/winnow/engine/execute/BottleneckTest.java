package dev.winnow.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.winnow.engine.observe.Bottleneck;
import dev.winnow.engine.observe.Shares;
import dev.winnow.engine.observe.Verdict;
import dev.winnow.engine.plan.SweepPlan;
import dev.winnow.engine.space.Constraint;
import dev.winnow.engine.space.Space;
import dev.winnow.engine.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bottlenecks that are planted are found. */
@Timeout(60)
final class BottleneckTest {
    /** Works for so many milliseconds. */
    private static void work(long millis) {
        long until = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    private static JsonNode observed(Evaluation evaluation, ResultSink sink, int batch) {
        return observed(2, evaluation, sink, batch);
    }

    private static JsonNode observed(int workers, Evaluation evaluation, ResultSink sink, int batch) {
        Workload workload = new TestWorkload(evaluation);
        Space space = SweepPlan.order(workload.parameters(), Constraint.NONE, "");
        Execution execution = new SweepExecutor(workers).run(workload, SweepPlan.withBatchSize(space, batch), sink);
        return new ObjectMapper().valueToTree(execution.observation().facts());
    }

    /** All that is found: on a busy machine there may be more than what was planted. */
    private static List<Bottleneck> found(JsonNode observed) {
        return Verdict.of(observed, Map.of()).findings().stream()
                .map(Verdict.Check::bottleneck)
                .toList();
    }

    @Test
    void a_slow_sink_is_named() {
        JsonNode observed = observed((batch, out) -> {}, (batch, out) -> work(120), 40);

        assertThat(found(observed)).as(observed.toString()).contains(Bottleneck.SLOW_WRITER);
    }

    @Test
    void one_hot_point_is_named_with_the_batch_that_held_it() {
        JsonNode observed = observed((batch, out) -> work(batch.first() == 100 ? 400 : 1), (batch, out) -> {}, 10);

        assertThat(found(observed)).as(observed.toString()).contains(Bottleneck.HOT_BATCH);
        assertThat(Bottleneck.HOT_BATCH.advice(observed, "sweep", "x.yaml"))
                .isEqualTo("winnow sweep x.yaml --batch 1 --force-new; the batch held points 100 to 109");
    }

    @Test
    void a_lock_in_the_workload_is_named() {
        Object lock = new Object();
        // of four workers three always wait, so that a machine with other work to do changes nothing
        JsonNode observed = observed(
                4,
                (batch, out) -> {
                    synchronized (lock) {
                        work(15);
                    }
                },
                (batch, out) -> {},
                2);

        assertThat(found(observed)).as(observed.toString()).contains(Bottleneck.LOCK);
    }

    @Test
    void a_tiny_heap_is_named() throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx48m",
                        "-Xmn4m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TinyHeap.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        child.getOutputStream().close();
        JsonNode observed = new ObjectMapper().readTree(child.getInputStream());

        assertThat(child.waitFor()).isZero();
        assertThat(found(observed)).as(observed.toString()).contains(Bottleneck.MEMORY);
    }

    /** In a JVM of its own: a workload that fills nine tenths of the heap, and prints what was observed of it. */
    static final class TinyHeap {
        private static final List<byte[]> HELD = new ArrayList<>();

        private TinyHeap() {}

        public static void main(String[] args) throws IOException {
            long most = Runtime.getRuntime().maxMemory() * 9 / 10;
            for (long held = 0; held < most; held += 1 << 18) {
                HELD.add(new byte[1 << 18]);
            }
            JsonNode observed = observed((batch, out) -> work(15), (batch, out) -> {}, 2);
            new ObjectMapper().writeValue(System.out, observed);
        }
    }

    @Test
    void work_alone_is_no_bottleneck_of_waiting() {
        JsonNode observed = observed((batch, out) -> work(2), (batch, out) -> {}, 4);

        assertThat(found(observed))
                .doesNotContain(Bottleneck.LOCK, Bottleneck.SLOW_WRITER, Bottleneck.MEMORY, Bottleneck.COLLECTIONS);
    }

    @Test
    void the_workers_time_is_shared_out_whole() {
        JsonNode observed = observed((batch, out) -> work(1), (batch, out) -> work(1), 4);
        Shares shares = Shares.of(observed);

        assertThat(shares.batches() + shares.queue() + shares.imbalance() + shares.rest() + shares.start())
                .isBetween(1 - 1e-9, 1.05);
        assertThat(observed.path("workers").findValues("points"))
                .extracting(JsonNode::asLong)
                .satisfies(points ->
                        assertThat(points.stream().mapToLong(n -> n).sum()).isEqualTo(400));
        assertThat(observed.path("batches").path("count").asLong()).isEqualTo(100);
        assertThat(observed.path("writer").path("batches").asLong()).isEqualTo(100);
    }

    @Test
    void a_threshold_that_is_given_replaces_the_usual_one() {
        JsonNode observed = observed((batch, out) -> {}, (batch, out) -> work(20), 40);

        assertThat(Verdict.of(observed, Map.of(Bottleneck.SLOW_WRITER, 10.0)).findings())
                .extracting(Verdict.Check::bottleneck)
                .contains(Bottleneck.SLOW_WRITER);
        assertThat(Verdict.of(observed, Map.of()).findings())
                .extracting(Verdict.Check::bottleneck)
                .doesNotContain(Bottleneck.SLOW_WRITER);
    }
}
