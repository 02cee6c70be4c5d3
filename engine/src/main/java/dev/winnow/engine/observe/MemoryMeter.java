package dev.winnow.engine.observe;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Counts collections from when it is turned on, and tells how full the heap is after one. Not thread-safe. */
public final class MemoryMeter {
    private long from;
    private long millisBefore;
    private long countBefore;

    /** Measures from now on. */
    public void turnOn() {
        if (from == 0) {
            from = System.nanoTime();
            millisBefore = millis();
            countBefore = count();
        }
    }

    /** Seconds measured, collections, their pauses, and bytes live after the last; empty when it was never on. */
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        if (from != 0) {
            facts.put("measuredSeconds", WorkerTime.seconds(System.nanoTime() - from));
            facts.put("collections", count() - countBefore);
            facts.put("pauseSeconds", WorkerTime.seconds(TimeUnit.MILLISECONDS.toNanos(millis() - millisBefore)));
            facts.put("liveBytes", live());
            facts.put("maxHeapBytes", Runtime.getRuntime().maxMemory());
        }
        return facts;
    }

    /** Collectors that stop the workers: those of a cycle that runs beside them are left out. */
    private static List<GarbageCollectorMXBean> pausing() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(bean ->
                        !bean.getName().contains("Cycles") && !bean.getName().contains("Concurrent"))
                .toList();
    }

    private static long millis() {
        return pausing().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }

    private static long count() {
        return pausing().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    /** What each pool held after it was last collected; one of old objects that never was counts as it is. */
    private static long live() {
        long bytes = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage after = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
            if (after != null) {
                boolean old = pool.getName().contains("Old") || pool.getName().contains("Tenured");
                bytes += after.getUsed() == 0 && old ? pool.getUsage().getUsed() : after.getUsed();
            }
        }
        return bytes;
    }
}
