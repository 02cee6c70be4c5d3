package dev.winnow.engine.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class VerdictTest {
    /** Two workers for 10 s: one works for 8 s and waits 2 s for the writer, one works for 4 s and idles for 6 s. */
    private static final String WORKED = """
            {"wallSeconds": 10,
             "workers": [
               {"busySeconds": 8, "writerWaitSeconds": 2, "meteredBusySeconds": 6, "cpuSeconds": 3, "blockedSeconds": 1,
                "parkedSeconds": 0.5},
               {"busySeconds": 4, "endIdleSeconds": 5, "batchWaitSeconds": 1, "meteredBusySeconds": 2, "cpuSeconds": 1,
                "blockedSeconds": 0.5, "parkedSeconds": 0}],
             "writer": {"meanMillis": 150, "backlogMeanPoints": 20},
             "batches": {"p50Millis": 100, "slowestMillis": 3000, "slowestFirstPoint": 70, "slowestPoints": 10},
             "memory": {"measuredSeconds": 8, "pauseSeconds": 0.4, "liveBytes": 90, "maxHeapBytes": 100}}
            """;

    private static JsonNode worked() throws JsonProcessingException {
        return new ObjectMapper().readTree(WORKED);
    }

    @Test
    void the_workers_time_is_shared_out_as_worked_by_hand() throws JsonProcessingException {
        Shares shares = Shares.of(worked());

        assertThat(shares.batches()).isEqualTo(0.6);
        assertThat(shares.processor()).isEqualTo(0.6 * 4 / 8, within(1e-12));
        assertThat(shares.locks()).isEqualTo(0.6 * 2 / 8, within(1e-12));
        assertThat(shares.collections()).isEqualTo(0.05, within(1e-12));
        assertThat(shares.elsewhere()).isEqualTo(0.1, within(1e-12));
        assertThat(shares.queue()).isEqualTo(0.1);
        assertThat(shares.imbalance()).isEqualTo(0.3);
        assertThat(shares.rest()).isZero();
        assertThat(shares.start()).isEqualTo(0, within(1e-12));
    }

    @Test
    void findings_come_by_the_time_that_they_account_for_and_causes_before_what_follows()
            throws JsonProcessingException {
        assertThat(Verdict.of(worked(), Map.of(Bottleneck.QUEUE, 10.0)).findings())
                .extracting(Verdict.Check::bottleneck)
                .containsExactly(
                        Bottleneck.HOT_BATCH,
                        Bottleneck.IMBALANCE,
                        Bottleneck.LOCK,
                        Bottleneck.SLOW_WRITER,
                        Bottleneck.QUEUE,
                        Bottleneck.MEMORY);
    }

    @Test
    void what_was_not_metered_is_unknown_and_no_finding() throws JsonProcessingException {
        JsonNode observed = new ObjectMapper()
                .readTree("{\"wallSeconds\": 0.1, \"workers\": [{\"busySeconds\": 0.1}], \"memory\": {}}");
        Verdict verdict = Verdict.of(observed, Map.of());

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.shares().batches()).isEqualTo(1);
        assertThat(verdict.checks())
                .filteredOn(check -> Double.isNaN(check.value()))
                .extracting(Verdict.Check::bottleneck)
                .contains(Bottleneck.LOCK, Bottleneck.MEMORY, Bottleneck.COLLECTIONS, Bottleneck.OFF_PROCESSOR);
    }
}
