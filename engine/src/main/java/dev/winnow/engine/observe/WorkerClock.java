package dev.winnow.engine.observe;

import java.lang.management.ThreadInfo;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Counts where a worker's time goes. Used by that worker alone; read once it has ended. */
public final class WorkerClock {
    /** What a worker waits for. */
    public enum Wait {
        /** Room: the writer has outcomes to write. */
        WRITER,
        /** Room: the writer waits for a batch before those that are done. */
        BATCH,
        /** A turn: fewer threads were found to be faster. */
        REST
    }

    private final ThreadMeter meter;
    private final Map<Wait, Long> waits = new EnumMap<>(Wait.class);
    private long batches;
    private long points;
    private long busy;
    private long meteredBusy;
    private long meteredWaits;
    private long cpu;
    private long blocked;
    private long parked;
    private long ended;

    /**
     * A worker's, before it begins.
     *
     * @param meter tells what the worker's thread takes, while it is on
     */
    public WorkerClock(ThreadMeter meter) {
        this.meter = meter;
    }

    /**
     * Hears that a batch is done.
     *
     * @param cpuNanos processor time, {@link ThreadMeter#NOT_MEASURED} when nobody looked
     */
    public void evaluated(int count, long nanos, long cpuNanos) {
        batches++;
        points += count;
        busy += nanos;
        if (cpuNanos != ThreadMeter.NOT_MEASURED) {
            meteredBusy += nanos;
            cpu += cpuNanos;
        }
    }

    /** Hears that the worker has waited outside a batch. */
    public void waited(Wait reason, long nanos) {
        waits.merge(reason, nanos, Long::sum);
        if (meter.on()) {
            meteredWaits += nanos;
        }
    }

    /** Hears, on the worker's own thread, that it ends. */
    public void ended(long nanoTime) {
        ended = nanoTime;
        ThreadInfo info = meter.waits();
        if (info != null) {
            blocked = TimeUnit.MILLISECONDS.toNanos(Math.max(0, info.getBlockedTime()));
            parked = Math.max(0, TimeUnit.MILLISECONDS.toNanos(info.getWaitedTime()) - meteredWaits);
        }
    }

    /** When the worker ended, 0 while it has not. */
    public long ended() {
        return ended;
    }

    /**
     * Where the time went, once the worker has ended.
     *
     * @param last when the last worker ended
     */
    public WorkerTime time(long last) {
        return new WorkerTime(
                batches,
                points,
                busy,
                waits.getOrDefault(Wait.WRITER, 0L),
                waits.getOrDefault(Wait.BATCH, 0L),
                waits.getOrDefault(Wait.REST, 0L),
                Math.max(0, last - ended),
                meteredBusy,
                cpu,
                blocked,
                parked);
    }
}
