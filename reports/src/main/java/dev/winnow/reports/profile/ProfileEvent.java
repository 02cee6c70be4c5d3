package dev.winnow.reports.profile;

import dev.winnow.reports.flame.Stage;
import java.time.Duration;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;

/** What a profile samples, and how a recording tells of it. */
public enum ProfileEvent {
    /** Time on a processor. */
    CPU("cpu", "samples", Set.of("jdk.ExecutionSample", "jdk.CPUTimeSample", "jdk.NativeMethodSample")),

    /** Time on a processor by a timer a thread, without perf events. */
    CTIMER("ctimer", "samples", CPU.types),

    /** Time that passes, on a processor or not. */
    WALL("wall", "samples", Set.of("profiler.WallClockSample", "jdk.ExecutionSample", "jdk.NativeMethodSample")) {
        @Override
        long weight(RecordedEvent event) {
            return event.hasField("samples") ? event.getInt("samples") : 1;
        }

        @Override
        boolean counts(String stack) {
            return super.counts(stack)
                    && !stack.startsWith(Stage.COMPILER_ROOT)
                    && !stack.startsWith(Stage.COLLECTOR_ROOT);
        }
    },

    /** Bytes allocated. */
    ALLOC(
            "alloc",
            "bytes",
            Set.of("jdk.ObjectAllocationInNewTLAB", "jdk.ObjectAllocationOutsideTLAB", "jdk.ObjectAllocationSample")) {
        @Override
        long weight(RecordedEvent event) {
            for (String field : new String[] {"weight", "tlabSize", "allocationSize"}) {
                if (event.hasField(field)) {
                    return event.getLong(field);
                }
            }
            return 1;
        }
    },

    /** Nanoseconds that threads waited for locks. */
    LOCK("lock", "nanoseconds", Set.of("jdk.JavaMonitorEnter", "jdk.ThreadPark")) {
        @Override
        long weight(RecordedEvent event) {
            Duration waited = event.getDuration();
            return Math.max(0, waited.toNanos());
        }
    };

    private final String text;
    private final String unit;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> types;

    ProfileEvent(String text, String unit, Set<String> types) {
        this.text = text;
        this.unit = unit;
        this.types = types;
    }

    /** Its name, as typed. */
    public String text() {
        return text;
    }

    /** What weights count. */
    public String unit() {
        return unit;
    }

    /** Whether an event of a recording is a sample of it. */
    boolean isSample(String type) {
        return types.contains(type);
    }

    /** Whether a stack is of the work: not the profiler's own; of all time that passes, not the JVM's idling threads. */
    boolean counts(String stack) {
        return !stack.isEmpty();
    }

    /** How much a sample counts, in the unit. */
    long weight(RecordedEvent event) {
        return 1;
    }
}
