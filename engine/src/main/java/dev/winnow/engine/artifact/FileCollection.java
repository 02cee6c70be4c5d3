package dev.winnow.engine.artifact;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

/** Makes a file tier smaller: drops what is over, then what was used longest ago, then writes the file anew. */
final class FileCollection {
    /** A new file is a little larger than its values; what is aimed at leaves that room. */
    private static final double ROOM = 0.85;

    private final FileTier tier;
    private final InstantSource clock;
    private long dropped;
    private long droppedBytes;
    private long strays;
    private boolean rebuilt;

    FileCollection(FileTier tier, InstantSource clock) {
        this.tier = tier;
        this.clock = clock;
    }

    /** Collects until the file is at most this large, as far as its other users permit. */
    Collected run(long maxBytes) {
        long before = tier.fileBytes();
        FileInventory inventory = tier.inventory();
        dropStrays(inventory.strays());
        List<FileInventory.Value> kept = dropOver(inventory.values());
        long target = maxBytes;
        kept = dropOldest(kept, target);
        while (tier.fileBytes() > maxBytes && tier.rebuild(maxBytes)) {
            rebuilt = true;
            if (kept.isEmpty()) {
                break;
            }
            target = (long) (Math.min(target, bytes(kept)) * ROOM);
            kept = tier.fileBytes() > maxBytes ? dropOldest(kept, target) : kept;
        }
        return new Collected(kept.size(), dropped, droppedBytes, strays, before, tier.fileBytes(), rebuilt);
    }

    private void dropStrays(List<byte[]> keys) {
        strays = keys.size();
        tier.with(map -> {
            keys.forEach(map::remove);
            return null;
        });
    }

    private List<FileInventory.Value> dropOver(List<FileInventory.Value> values) {
        return values.stream().filter(value -> keep(value, !over(value))).toList();
    }

    private boolean over(FileInventory.Value value) {
        return Life.over(value.header().expiresMillis(), clock);
    }

    private List<FileInventory.Value> dropOldest(List<FileInventory.Value> values, long maxBytes) {
        long excess = bytes(values) - maxBytes;
        long start = droppedBytes;
        return values.stream()
                .sorted(Comparator.comparingLong(FileInventory.Value::lastUsedMillis))
                .filter(value -> keep(value, droppedBytes - start >= excess))
                .toList();
    }

    private boolean keep(FileInventory.Value value, boolean keep) {
        if (!keep) {
            tier.remove(value.hash());
            dropped++;
            droppedBytes += value.storedBytes();
        }
        return keep;
    }

    private static long bytes(List<FileInventory.Value> values) {
        return values.stream().mapToLong(FileInventory.Value::storedBytes).sum();
    }
}
