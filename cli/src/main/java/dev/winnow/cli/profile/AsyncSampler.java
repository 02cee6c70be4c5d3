package dev.winnow.cli.profile;

import dev.winnow.reports.profile.ProfileEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import one.profiler.AsyncProfiler;
import org.jspecify.annotations.Nullable;

/** Samples with async-profiler, by the first way that is permitted here. */
final class AsyncSampler {
    private static final Path PARANOID = Path.of("/proc/sys/kernel/perf_event_paranoid");

    private final AsyncProfiler profiler;
    private final Path file;
    private final String used;

    private AsyncSampler(AsyncProfiler profiler, Path file, String used) {
        this.profiler = profiler;
        this.file = file;
        this.used = used;
    }

    /**
     * Starts sampling.
     *
     * @param file the recording to write
     * @param notes takes the reason for each way that was not taken
     * @return null when there is no way, with the reason noted
     */
    static @Nullable AsyncSampler start(ProfileEvent event, Interval interval, Path file, List<String> notes) {
        AsyncProfiler profiler;
        try {
            profiler = AsyncProfiler.getInstance();
        } catch (IllegalStateException | UnsupportedOperationException | UnsatisfiedLinkError missing) {
            notes.add("async-profiler does not run on " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch") + " (" + reason(missing)
                    + "): the JDK's flight recorder sampled instead");
            return null;
        }
        for (String way : ways(event)) {
            try {
                profiler.execute("start,event=" + way + "," + option(event) + "=" + interval.text()
                        + ",jfr,loglevel=none,file=" + file);
                return new AsyncSampler(profiler, file, "async-profiler " + way);
            } catch (IOException | IllegalStateException | IllegalArgumentException refused) {
                notes.add("event " + way + " is not to be had: " + reason(refused) + permission(way));
            }
        }
        return null;
    }

    /** What async-profiler calls the event, best way first. */
    private static List<String> ways(ProfileEvent event) {
        return switch (event) {
            case CPU -> List.of("cpu-clock", "ctimer", "itimer");
            case CTIMER -> List.of("ctimer", "itimer");
            case WALL, ALLOC, LOCK -> List.of(event.text());
        };
    }

    private static String option(ProfileEvent event) {
        return switch (event) {
            case CPU, CTIMER, WALL -> "interval";
            case ALLOC, LOCK -> event.text();
        };
    }

    private static String permission(String way) {
        if (!way.equals("cpu-clock") || !Files.isReadable(PARANOID)) {
            return "";
        }
        try {
            return " (kernel.perf_event_paranoid is "
                    + Files.readString(PARANOID).strip() + ")";
        } catch (IOException e) {
            return "";
        }
    }

    private static String reason(Throwable thrown) {
        return String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
    }

    /** What samples, and by which event. */
    String used() {
        return used;
    }

    /** Ends sampling and writes the recording. */
    Path stop() {
        profiler.stop();
        return file;
    }

    /** What a kind of event cannot show, here. */
    static List<String> limits(ProfileEvent event, String used) {
        List<String> limits = new ArrayList<>();
        switch (event) {
            case CPU, CTIMER -> {
                limits.add("threads that wait, and collections while they stop the workers, take no processor time "
                        + "of theirs: see --event wall");
                if (used.endsWith("timer")) {
                    limits.add("without perf events code of the kernel is not seen, and the timer strikes at its tick");
                }
                if (Files.exists(Path.of("/sys/bus/event_source"))
                        && Files.notExists(Path.of("/sys/bus/event_source/devices/cpu"))) {
                    limits.add("there are no hardware counters here (a virtual machine, mostly): "
                            + "cycles, cache misses and stalls cannot be sampled");
                }
            }
            case WALL ->
                limits.add("all threads are sampled alike, so those that idle weigh as much as those that work");
            case ALLOC ->
                limits.add("objects are sampled as buffers of threads fill up: small, rare ones may be missing");
            case LOCK -> limits.add("waits shorter than the interval, and conditions, are not in the stacks");
        }
        return limits;
    }
}
