package dev.winnow.cli.bench;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/** Work that is repeated, untimed, until the compiler is done with it. */
final class Warm {
    private static final @Nullable CompilationMXBean COMPILERS = ManagementFactory.getCompilationMXBean();

    /** How long the compilers are to have been all but idle. */
    private static final long IDLE_NANOS = 1_000_000_000L;

    /** What is compiled in that time and still all but idle: what the JVM does for itself. */
    private static final long IDLE_MILLIS = 20;

    private static final long BRIEF_NANOS = 1_000_000_000L;
    private static final long LEAST_NANOS = 1_500_000_000L;
    private static final long MOST_NANOS = 15_000_000_000L;

    private Warm() {}

    /**
     * Some work.
     *
     * @param <X> what it may fail with
     */
    interface Work<X extends Exception> {
        void run() throws X;
    }

    /**
     * Repeats the work for 1.5 s, and on until the compilers were all but idle for a second, for 15 s at most: a compiler
     * that finds no core of its own takes longer.
     */
    static <X extends Exception> void up(Work<X> work) throws X {
        up(work, LEAST_NANOS, MOST_NANOS);
    }

    /** Repeats the work for 1 s, whatever the compiler has left to do: enough for a look. */
    static <X extends Exception> void briefly(Work<X> work) throws X {
        up(work, BRIEF_NANOS, BRIEF_NANOS);
    }

    private static <X extends Exception> void up(Work<X> work, long leastNanos, long mostNanos) throws X {
        long began = System.nanoTime();
        long idleSince = began;
        long compiled = compiledMillis();
        long now;
        do {
            work.run();
            now = System.nanoTime();
            long millis = compiledMillis();
            if (millis - compiled > IDLE_MILLIS) {
                compiled = millis;
                idleSince = now;
            }
        } while (now - began < leastNanos || (now - idleSince < IDLE_NANOS && now - began < mostNanos));
    }

    private static long compiledMillis() {
        return COMPILERS != null && COMPILERS.isCompilationTimeMonitoringSupported()
                ? COMPILERS.getTotalCompilationTime()
                : 0;
    }
}
