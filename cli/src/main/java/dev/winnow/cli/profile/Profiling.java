package dev.winnow.cli.profile;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import dev.winnow.engine.Suggestion;
import dev.winnow.engine.UserError;
import dev.winnow.reports.profile.Profile;
import dev.winnow.reports.profile.ProfileEvent;
import dev.winnow.reports.profile.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs something while it is sampled.
 *
 * @param interval how far samples are apart; null: as the event has it
 * @param seconds sampling ends after so many; 0: with what runs
 * @param jfr sample with the JDK's flight recorder, not with async-profiler
 */
public record Profiling(ProfileEvent event, @Nullable String interval, double seconds, boolean jfr) {
    /** File name of the recording. */
    public static final String RECORDING = "profile.jfr";

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /**
     * As typed.
     *
     * @param event its name
     * @throws UserError when there is no such event, the interval is none of its, or the seconds are below 0
     */
    public static Profiling of(String event, @Nullable String interval, double seconds, boolean jfr) {
        ProfileEvent sampled = Arrays.stream(ProfileEvent.values())
                .filter(known -> known.text().equals(event))
                .findFirst()
                .orElseThrow(() -> unknown(event));
        Interval.of(sampled, interval);
        if (!(seconds >= 0)) {
            throw new UserError("--seconds " + seconds + " is below 0; give how long to sample");
        }
        return new Profiling(sampled, interval, seconds, jfr);
    }

    private static UserError unknown(String event) {
        List<String> known =
                Arrays.stream(ProfileEvent.values()).map(ProfileEvent::text).toList();
        return new UserError("--event " + event + ": unknown event" + Suggestion.of(event, known) + "; there are "
                + String.join(", ", known));
    }

    /**
     * Runs it, samples it, and reads what was sampled.
     *
     * @param command its words
     * @param body runs it and returns its exit code
     * @param caller whose frames, and those above them, are left out of stacks
     * @param folder where the recording goes
     */
    public Profile run(List<String> command, IntSupplier body, Class<?> caller, Path folder) throws IOException {
        Interval apart = Interval.of(event, interval);
        List<String> notes = new ArrayList<>();
        Path samples = folder.resolve("samples.jfr.tmp");
        Path events = folder.resolve("events.jfr.tmp");
        FlightRecorder recorder = FlightRecorder.start(events, jfr || event != ProfileEvent.LOCK);
        AsyncSampler sampler = jfr ? null : AsyncSampler.start(event, apart, samples, notes);
        if (sampler == null) {
            recorder.sample(event, apart, notes);
        } else {
            notes.addAll(AsyncSampler.limits(event, sampler.used()));
        }
        Instant began = Instant.now();
        Span span = new Span(sampler, recorder);
        int code = body.getAsInt();
        span.end();
        Path recording = folder.resolve(RECORDING);
        join(recording, sampler == null ? List.of(events) : List.of(samples, events));
        Session session = new Session(
                command,
                code,
                event,
                sampler == null ? "flight recorder " + recorder.used() : sampler.used(),
                apart.text(),
                event == ProfileEvent.ALLOC ? 0 : apart.amount(),
                began,
                span.wallSeconds,
                span.cpuSeconds,
                span.bytes,
                notes);
        return Profile.read(recording, session, caller, Profiling.class.getPackageName());
    }

    /** A recording is a row of chunks that each stand alone, so files are joined end to end. */
    private static void join(Path recording, List<Path> parts) throws IOException {
        try (OutputStream out = Files.newOutputStream(recording)) {
            for (Path part : parts) {
                Files.copy(part, out);
            }
        }
        for (Path part : parts) {
            Files.delete(part);
        }
    }

    /** The time that is sampled; ends by itself after the seconds, where there are such. */
    private final class Span {
        private final @Nullable AsyncSampler sampler;
        private final FlightRecorder recorder;
        private final CountDownLatch ended = new CountDownLatch(1);
        private final Thread timer;
        private final long nanosBefore = System.nanoTime();
        private final long cpuBefore = SYSTEM.getProcessCpuTime();
        private final long bytesBefore = THREADS.getTotalThreadAllocatedBytes();
        private double wallSeconds;
        private double cpuSeconds;
        private double bytes;
        private boolean stopped;

        Span(@Nullable AsyncSampler sampler, FlightRecorder recorder) {
            this.sampler = sampler;
            this.recorder = recorder;
            this.timer = Thread.ofPlatform().daemon().name("winnow-profile-end").unstarted(this::await);
            if (seconds > 0) {
                timer.start();
            }
        }

        private void await() {
            try {
                if (!ended.await((long) (seconds * 1e9), TimeUnit.NANOSECONDS)) {
                    stop();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private synchronized void stop() throws IOException {
            if (!stopped) {
                stopped = true;
                wallSeconds = (System.nanoTime() - nanosBefore) / 1e9;
                cpuSeconds = (SYSTEM.getProcessCpuTime() - cpuBefore) / 1e9;
                bytes = THREADS.getTotalThreadAllocatedBytes() - bytesBefore;
                if (sampler != null) {
                    sampler.stop();
                }
                recorder.stop();
            }
        }

        void end() throws IOException {
            ended.countDown();
            stop();
        }
    }
}
