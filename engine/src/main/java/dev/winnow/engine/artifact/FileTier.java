package dev.winnow.engine.artifact;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;
import net.openhft.chronicle.hash.ChronicleHashClosedException;
import net.openhft.chronicle.hash.locks.InterProcessDeadLockException;
import net.openhft.chronicle.map.ChronicleMap;
import org.jspecify.annotations.Nullable;

/**
 * Stored values in a file that processes of one machine share; opened at the first call. How a value lies in the map
 * tells {@link PartKey}: the parts are written first and the head last, so that a head is never there before its parts.
 */
final class FileTier implements OuterTier {
    private final Path folder;
    private final long maxBytes;
    private final InstantSource clock;
    private @Nullable SharedMap opened;
    private boolean closed;

    FileTier(Path folder, long maxBytes, InstantSource clock) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    /**
     * Uses the map.
     *
     * @throws TierStuckException when a lock is not let go
     */
    <T extends @Nullable Object> T with(Function<ChronicleMap<byte[], byte[]>, T> use) {
        try {
            return use.apply(map());
        } catch (InterProcessDeadLockException e) {
            throw new TierStuckException("a part of the map stays locked", e);
        }
    }

    private synchronized ChronicleMap<byte[], byte[]> map() {
        if (closed) {
            throw new IllegalStateException("the file tier is closed");
        }
        SharedMap present = opened;
        if (present == null) {
            present = SharedMap.open(folder, maxBytes);
            opened = present;
        }
        return present.map();
    }

    @Override
    public byte @Nullable [] get(byte[] hash) {
        return with(map -> {
            byte[] stored = whole(map, hash);
            if (stored != null) {
                used(map, hash);
            }
            return stored;
        });
    }

    private void used(ChronicleMap<byte[], byte[]> map, byte[] hash) {
        try {
            touch(map, hash);
        } catch (IllegalStateException e) {
            // the map is full and has lost the touch: the value may be dropped sooner, and that is all
        }
    }

    @Override
    public byte @Nullable [] peek(byte[] hash) {
        return with(map -> whole(map, hash));
    }

    /** The head with all its bytes; null when a part is missing: another process is at it, or died. */
    private static byte @Nullable [] whole(ChronicleMap<byte[], byte[]> map, byte[] hash) {
        byte[] head = map.get(PartKey.head(hash));
        if (head == null || !isSplit(head)) {
            return head;
        }
        StoredValue header = StoredValue.header(head);
        byte[] stored = Arrays.copyOf(head, head.length + header.packedLength());
        int index = 1;
        for (int from = head.length; from < stored.length; from += SharedMap.PART_BYTES) {
            byte[] part = map.get(PartKey.part(hash, header.checksum(), index++));
            if (part == null || part.length != Math.min(SharedMap.PART_BYTES, stored.length - from)) {
                return null;
            }
            System.arraycopy(part, 0, stored, from, part.length);
        }
        return stored;
    }

    private static boolean isSplit(byte[] head) {
        return head.length == StoredValue.HEADER_BYTES
                && StoredValue.header(head).packedLength() > 0;
    }

    private void touch(ChronicleMap<byte[], byte[]> map, byte[] hash) {
        map.put(
                PartKey.touch(hash),
                ByteBuffer.allocate(Long.BYTES).putLong(clock.millis()).array());
    }

    @Override
    public void put(byte[] hash, byte[] stored, long lifeMillis) {
        with(map -> {
            remove(map, hash);
            try {
                touch(map, hash);
                map.put(PartKey.head(hash), split(map, hash, stored));
            } catch (ChronicleHashClosedException e) {
                throw e;
            } catch (IllegalStateException | IllegalArgumentException e) {
                // the map may not grow any more, or its parts are smaller than the value
                remove(map, hash);
                throw new TierFullException(e);
            }
            return null;
        });
    }

    /** Writes the parts if the value needs any; the head that stands for it. */
    private static byte[] split(ChronicleMap<byte[], byte[]> map, byte[] hash, byte[] stored) {
        if (stored.length <= StoredValue.HEADER_BYTES + SharedMap.PART_BYTES) {
            return stored;
        }
        int checksum = StoredValue.header(stored).checksum();
        int index = 1;
        for (int from = StoredValue.HEADER_BYTES; from < stored.length; from += SharedMap.PART_BYTES) {
            int to = Math.min(from + SharedMap.PART_BYTES, stored.length);
            map.put(PartKey.part(hash, checksum, index++), Arrays.copyOfRange(stored, from, to));
        }
        return Arrays.copyOf(stored, StoredValue.HEADER_BYTES);
    }

    @Override
    public void remove(byte[] hash) {
        with(map -> {
            remove(map, hash);
            return null;
        });
    }

    private static void remove(ChronicleMap<byte[], byte[]> map, byte[] hash) {
        byte[] head = map.get(PartKey.head(hash));
        map.remove(PartKey.head(hash));
        map.remove(PartKey.touch(hash));
        if (head != null && isSplit(head)) {
            StoredValue header = StoredValue.header(head);
            int parts = Math.ceilDiv(header.packedLength(), SharedMap.PART_BYTES);
            for (int index = 1; index <= parts; index++) {
                map.remove(PartKey.part(hash, header.checksum(), index));
            }
        }
    }

    @Override
    public void forEach(Consumer<byte[]> hashes) {
        inventory().values().forEach(value -> hashes.accept(value.hash()));
    }

    /** What lies in the map. */
    FileInventory inventory() {
        return with(FileInventory::of);
    }

    /** Closes the map for a while and writes it anew, to start with at this size; whether it could. */
    synchronized boolean rebuild(long bytes) {
        release();
        return SharedMap.rebuild(folder, bytes, maxBytes);
    }

    /** Bytes of the file on disk; 0 when there is none. */
    long fileBytes() {
        return SharedMap.file(folder).toFile().length();
    }

    private synchronized void release() {
        SharedMap present = opened;
        opened = null;
        if (present != null) {
            present.close();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        release();
    }
}
