package dev.winnow.cli.profile;

import dev.winnow.reports.profile.ProfileEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.EventType;
import jdk.jfr.Recording;

/** Records with the JDK's flight recorder: what the JVM did, and samples where nothing else takes them. */
final class FlightRecorder {
    private static final String CPU_TIME = "jdk.CPUTimeSample";

    private final Recording recording = new Recording();
    private final Path file;
    private String used = "";

    private FlightRecorder(Path file) {
        this.file = file;
    }

    /** Begins to record what the JVM does: collections, compilations, and waits for locks unless these are sampled elsewhere. */
    static FlightRecorder start(Path file, boolean waits) {
        FlightRecorder recorder = new FlightRecorder(file);
        recorder.recording.enable("jdk.GarbageCollection").withThreshold(Duration.ZERO);
        recorder.recording.enable("jdk.Compilation").withThreshold(Duration.ZERO);
        recorder.recording.enable("jdk.Deoptimization").withoutStackTrace();
        if (waits) {
            recorder.waits(Duration.ofNanos(100_000));
        }
        recorder.recording.start();
        return recorder;
    }

    /** Samples too, as near to what was asked for as the JDK can. */
    void sample(ProfileEvent event, Interval interval, List<String> notes) {
        switch (event) {
            case CPU, CTIMER -> {
                if (exists(CPU_TIME)) {
                    used = CPU_TIME;
                    recording.enable(CPU_TIME).with("throttle", interval.amount() / 1_000 + "us");
                    recording.enable("jdk.CPUTimeSamplesLost");
                    notes.add("only Java frames of Java threads are seen: no native code, no collector, no compiler");
                } else {
                    threads(interval);
                    notes.add("the JDK has no " + CPU_TIME + " on " + System.getProperty("os.name")
                            + ": some running threads were sampled in turn, not by processor time");
                }
            }
            case WALL -> {
                threads(interval);
                notes.add("the JDK samples threads that run, a few at a time: waiting is not in the stacks");
            }
            case ALLOC -> {
                used = "jdk.ObjectAllocationSample";
                recording.enable(used).with("throttle", "1000/s");
                notes.add(
                        "the JDK decides which objects it samples; each carries a weight for those that it passed over");
            }
            case LOCK -> {
                used = "jdk.JavaMonitorEnter and jdk.ThreadPark";
                waits(Duration.ofNanos(interval.amount()));
            }
        }
    }

    private void waits(Duration threshold) {
        recording.enable("jdk.JavaMonitorEnter").withThreshold(threshold);
        recording.enable("jdk.ThreadPark").withThreshold(threshold);
    }

    private void threads(Interval interval) {
        used = "jdk.ExecutionSample";
        Duration period = Duration.ofMillis(Math.max(1, interval.amount() / 1_000_000));
        recording.enable("jdk.ExecutionSample").withPeriod(period);
        recording.enable("jdk.NativeMethodSample").withPeriod(period);
    }

    private static boolean exists(String type) {
        boolean linux = System.getProperty("os.name").equals("Linux");
        return linux
                && jdk.jfr.FlightRecorder.getFlightRecorder().getEventTypes().stream()
                        .map(EventType::getName)
                        .anyMatch(type::equals);
    }

    /** The events that it samples by, empty when it only records. */
    String used() {
        return used;
    }

    /** Ends and writes the recording. */
    Path stop() throws IOException {
        recording.stop();
        recording.dump(file);
        recording.close();
        return file;
    }
}
