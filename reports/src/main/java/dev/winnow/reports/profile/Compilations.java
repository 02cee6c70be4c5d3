package dev.winnow.reports.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;

/**
 * What the just-in-time compiler did. The steady state begins with the first 100 ms from which on compiling never took
 * more than 5 % of any 100 ms, where at least a second of that is left.
 */
final class Compilations {
    private static final long SLICE_MILLIS = 100;
    private static final double BUSY = 0.05;
    private static final double LEAST_STEADY_SECONDS = 1;

    private final Instant began;
    private final TreeMap<Long, Double> busyMillis = new TreeMap<>();
    private final Map<String, Long> reasons = new TreeMap<>();
    private long count;
    private long failed;
    private Duration total = Duration.ZERO;
    private long deoptimizations;

    Compilations(Instant began) {
        this.began = began;
    }

    void accept(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case "jdk.Compilation" -> compiled(event);
            case "jdk.Deoptimization" -> {
                deoptimizations++;
                reasons.merge(String.valueOf(event.getString("reason")), 1L, Long::sum);
            }
            default -> {}
        }
    }

    private void compiled(RecordedEvent event) {
        count++;
        failed += event.getBoolean("succeded") ? 0 : 1;
        total = total.plus(event.getDuration());
        double from = Math.max(0, Duration.between(began, event.getStartTime()).toNanos() / 1e6);
        double to = from + event.getDuration().toNanos() / 1e6;
        for (long slice = (long) from / SLICE_MILLIS; slice * SLICE_MILLIS < to; slice++) {
            double part = Math.min(to, (slice + 1.0) * SLICE_MILLIS) - Math.max(from, (double) slice * SLICE_MILLIS);
            busyMillis.merge(slice, part, Double::sum);
        }
    }

    /** Seconds until the steady state, NaN where it was not reached. */
    private double steadySeconds(double wallSeconds) {
        double steady = busyMillis.descendingMap().entrySet().stream()
                .filter(slice -> slice.getValue() > BUSY * SLICE_MILLIS)
                .findFirst()
                .map(slice -> (slice.getKey() + 1) * SLICE_MILLIS / 1e3)
                .orElse(0.0);
        return wallSeconds - steady >= LEAST_STEADY_SECONDS ? steady : Double.NaN;
    }

    Map<String, Object> facts(double wallSeconds) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("compilations", count);
        facts.put("failed", failed);
        facts.put("seconds", total.toNanos() / 1e9);
        facts.put("deoptimizations", deoptimizations);
        facts.put("deoptimizationReasons", reasons);
        facts.put("steadyAfterSeconds", steadySeconds(wallSeconds));
        return facts;
    }
}
