package dev.winnow.engine.execute;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * Tells how many bytes the present thread has allocated. Off at first, because the classes it needs take longer to load
 * than a short run takes. Thread-safe.
 */
final class AllocationMeter {
    private volatile boolean on;

    void turnOn() {
        on = true;
    }

    boolean on() {
        return on;
    }

    /** Bytes that this thread has allocated so far, {@link Effort#NOT_MEASURED} while the meter is off. */
    long bytes() {
        return on ? Threads.BEAN.getCurrentThreadAllocatedBytes() : Effort.NOT_MEASURED;
    }

    /** Bytes since an earlier answer. */
    long since(long earlier) {
        return earlier == Effort.NOT_MEASURED ? Effort.NOT_MEASURED : bytes() - earlier;
    }

    /** Loads with its first use. */
    private static final class Threads {
        static final ThreadMXBean BEAN = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    }
}
