package dev.winnow.engine.observe;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import org.jspecify.annotations.Nullable;

/**
 * Tells what the present thread has taken: bytes, processor time, time blocked. Off at first, because the classes it
 * needs take longer to load than a short run takes. Thread-safe.
 */
public final class ThreadMeter {
    /** Nobody looked. */
    public static final long NOT_MEASURED = -1;

    private volatile boolean on;

    /** Measures from now on; the JVM begins to take the time that threads wait for monitors. */
    public void turnOn() {
        if (!on) {
            Threads.BEAN.setThreadContentionMonitoringEnabled(true);
            on = true;
        }
    }

    public boolean on() {
        return on;
    }

    /** Bytes that this thread has allocated so far, {@link #NOT_MEASURED} while the meter is off. */
    public long bytes() {
        return on ? Threads.BEAN.getCurrentThreadAllocatedBytes() : NOT_MEASURED;
    }

    /** Nanoseconds that this thread has run on a processor so far, {@link #NOT_MEASURED} while the meter is off. */
    public long cpuNanos() {
        return on ? Threads.BEAN.getCurrentThreadCpuTime() : NOT_MEASURED;
    }

    /** What was added since an earlier answer, {@link #NOT_MEASURED} where there was none. */
    public static long since(long earlier, long now) {
        return earlier == NOT_MEASURED ? NOT_MEASURED : now - earlier;
    }

    /** How long this thread has waited since the meter was turned on; null while it is off. */
    @Nullable
    ThreadInfo waits() {
        return on ? Threads.BEAN.getThreadInfo(Thread.currentThread().threadId()) : null;
    }

    /** Loads with its first use. */
    private static final class Threads {
        static final ThreadMXBean BEAN = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    }
}
