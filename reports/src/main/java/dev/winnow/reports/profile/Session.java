package dev.winnow.reports.profile;

import java.time.Instant;
import java.util.List;

/**
 * What was profiled and how.
 *
 * @param command the command's words
 * @param exitCode its exit code
 * @param asked the event that was asked for
 * @param used what sampled it: {@code perf_events cpu-clock}, {@code ctimer}, {@code jdk.CPUTimeSample}
 * @param interval the interval that was asked for, with its unit
 * @param intervalNanos the same in nanoseconds, 0 where it is not a time
 * @param began when sampling began
 * @param wallSeconds how long it went on
 * @param cpuSeconds processor time of the whole process meanwhile
 * @param allocatedBytes bytes that Java threads allocated meanwhile
 * @param notes what differs from what was asked for, and why; what the event cannot show
 */
public record Session(
        List<String> command,
        int exitCode,
        ProfileEvent asked,
        String used,
        String interval,
        long intervalNanos,
        Instant began,
        double wallSeconds,
        double cpuSeconds,
        double allocatedBytes,
        List<String> notes) {
    public Session {
        command = List.copyOf(command);
        notes = List.copyOf(notes);
    }
}
